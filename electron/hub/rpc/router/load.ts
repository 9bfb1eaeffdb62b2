import { implement } from '@orpc/server'
import { loadContract } from '../../../../shared/contract/load.ts'
import { type Caller, type RouterParts, tellsFaults } from './parts.ts'

const on = implement(loadContract).$context<Caller>().use(tellsFaults)

export function loadRouter(_parts: RouterParts) {
  return {
    curve: on.curve.handler(() => notYet()),
    peaks: on.peaks.handler(() => notYet()),
    duration: on.duration.handler(() => notYet()),
    reportBuilding: on.reportBuilding.handler(() => notYet()),
  }
}

const notYet = (): never => {
  throw new Error('not built yet')
}
