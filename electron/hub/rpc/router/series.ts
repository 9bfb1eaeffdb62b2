import { implement } from '@orpc/server'
import { seriesContract } from '../../../../shared/contract/series.ts'
import { type Caller, type RouterParts, tellsFaults } from './parts.ts'

const on = implement(seriesContract).$context<Caller>().use(tellsFaults)

export function seriesRouter(_parts: RouterParts) {
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
