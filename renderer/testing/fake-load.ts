import { implement } from '@orpc/server'
import { loadContract } from '../../shared/contract/load.ts'
import type { FakeStore } from './fake-store.ts'

const on = implement(loadContract)

export function fakeLoad(_store: FakeStore) {
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
