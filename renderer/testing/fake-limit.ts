import { implement } from '@orpc/server'
import { limitContract } from '../../shared/contract/limit.ts'
import type { FakeStore } from './fake-store.ts'

const on = implement(limitContract)

export function fakeLimit(_store: FakeStore) {
  return {
    list: on.list.handler(() => notYet()),
    set: on.set.handler(() => notYet()),
    lift: on.lift.handler(() => notYet()),
  }
}

const notYet = (): never => {
  throw new Error('not built yet')
}
