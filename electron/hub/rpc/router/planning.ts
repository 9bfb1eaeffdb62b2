import { implement } from '@orpc/server'
import { planningContract } from '../../../../shared/contract/planning.ts'
import { type Caller, type RouterParts, tellsFaults } from './parts.ts'

const on = implement(planningContract).$context<Caller>().use(tellsFaults)

export function planningRouter(_parts: RouterParts) {
  return {
    solve: on.solve.handler(() => notYet()),
    offers: on.offers.handler(() => notYet()),
    outlook: on.outlook.handler(() => notYet()),
  }
}

const notYet = (): never => {
  throw new Error('not built yet')
}
