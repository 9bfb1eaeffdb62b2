import { implement } from '@orpc/server'
import { seriesContract } from '../../../../shared/contract/series.ts'
import { clearSeries, importSeries, previewSeries } from '../../site/series.ts'
import { seriesOver } from '../../site/series-rows.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(seriesContract).$context<Caller>().use(everyCall)

/** @param changed called once a series is on disk */
export function seriesRouter({ store }: RouterParts, changed: () => Promise<void>) {
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
      await changed()
      return taken
    }),

    clear: on.clear.handler(async ({ input: { kind }, context }) => {
      const count = await store.work(context.actor, (tx) => clearSeries(tx, kind))
      await changed()
      return { count }
    }),
  }
}
