import { implement } from '@orpc/server'
import { offerContract } from '../../shared/contract/offer.ts'
import type { FakeStore } from './fake-store.ts'

const on = implement(offerContract)

export function fakeOffer(_store: FakeStore) {
  return {
    find: on.find.handler(() => notYet()),
  }
}

const notYet = (): never => {
  throw new Error('not built yet')
}
