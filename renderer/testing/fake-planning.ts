import { implement } from '@orpc/server'
import { planningContract } from '../../shared/contract/planning.ts'
import type { FakeStore } from './fake-store.ts'

const on = implement(planningContract)

export function fakePlanning(_store: FakeStore) {
  return {
    solve: on.solve.handler(() => notYet()),
    offers: on.offers.handler(() => notYet()),
    outlook: on.outlook.handler(() => notYet()),
  }
}

const notYet = (): never => {
  throw new Error('not built yet')
}
