import { implement } from '@orpc/server'
import { limitContract } from '../../../../shared/contract/limit.ts'
import { type Caller, type RouterParts, tellsFaults } from './parts.ts'

const on = implement(limitContract).$context<Caller>().use(tellsFaults)

export function limitRouter(_parts: RouterParts) {
  return {
    list: on.list.handler(() => notYet()),
    set: on.set.handler(() => notYet()),
    lift: on.lift.handler(() => notYet()),
  }
}

const notYet = (): never => {
  throw new Error('not built yet')
}
