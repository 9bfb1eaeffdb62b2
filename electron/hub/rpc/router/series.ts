import { implement } from '@orpc/server'
import { seriesContract } from '../../../../shared/contract/series.ts'
import { clearSeries, importSeries, previewSeries } from '../../site/series.ts'
import { seriesOver } from '../../site/series-rows.ts'
import { type Caller, type RouterParts, tellsFaults } from './parts.ts'

const on = implement(seriesContract).$context<Caller>().use(tellsFaults)

export function seriesRouter({ store }: RouterParts) {
  return {
    get: on.get.handler(async ({ input: { kind, from, until } }) => ({
      rows: await seriesOver(store.reads, kind, from, until),
    })),

    preview: on.preview.handler(({ input: { kind, text } }) =>
      previewSeries(store.reads, kind, text),
    ),

    import: on.import.handler(async ({ input: { kind, text }, context, errors }) => {
      const taken = await importSeries(store, context.actor, kind, text)
      if (taken === null) throw errors.SERIES_EMPTY()
      return taken
    }),

    clear: on.clear.handler(({ input: { kind }, context }) =>
      store.work(context.actor, (tx) => ({ count: clearSeries(tx, kind) })),
    ),
  }
}
