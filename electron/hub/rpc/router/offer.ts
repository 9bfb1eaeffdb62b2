import { implement } from '@orpc/server'
import { offerContract } from '../../../../shared/contract/offer.ts'
import { type Caller, type RouterParts, tellsFaults } from './parts.ts'

const on = implement(offerContract).$context<Caller>().use(tellsFaults)

export function offerRouter(_parts: RouterParts) {
  return {
    find: on.find.handler(() => notYet()),
  }
}

const notYet = (): never => {
  throw new Error('not built yet')
}
