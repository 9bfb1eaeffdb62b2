import { implement } from '@orpc/server'
import { seriesContract } from '../../shared/contract/series.ts'
import type { FakeStore } from './fake-store.ts'

const on = implement(seriesContract)

export function fakeSeries(_store: FakeStore) {
  return {
    get: on.get.handler(() => notYet()),
    preview: on.preview.handler(() => notYet()),
    import: on.import.handler(() => notYet()),
    clear: on.clear.handler(() => notYet()),
  }
}

const notYet = (): never => {
  throw new Error('not built yet')
}
