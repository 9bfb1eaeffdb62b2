import type { Cells } from '../column.ts'
import type { BillingFacts } from './billing.ts'
import { type Grouped, type Grouping, stretchCells } from './grouped.ts'

/** The tax of one rate over a stretch of time. */
export interface VatFacts extends Grouped {
  readonly ratePct: number
  readonly currency: string
  netMinor: number
  vatMinor: number
  entries: number
}

export const vatCells: Cells<VatFacts> = {
  ...stretchCells,
  vat_rate: ({ ratePct }) => ratePct,
  net: ({ netMinor }) => netMinor,
  vat: ({ vatMinor }) => vatMinor,
  gross: ({ netMinor, vatMinor }) => netMinor + vatMinor,
  currency: ({ currency }) => currency,
  entries: ({ entries }) => entries,
}

/** Entries summed by rate and currency. */
export const vatGrouping: Grouping<Pick<BillingFacts, 'at' | 'currency' | 'billed'>, VatFacts> = {
  atOf: ({ at }) => at,
  *partsOf({ currency, billed: { rates } }, stretch) {
    for (const { ratePct, netMinor, vatMinor } of rates)
      yield {
        key: `${currency} ${String(Math.round(ratePct * 100)).padStart(5, '0')}`,
        first: () => ({ ...stretch, ratePct, currency, netMinor: 0, vatMinor: 0, entries: 0 }),
        add(sum) {
          sum.netMinor += netMinor
          sum.vatMinor += vatMinor
          sum.entries += 1
        },
      }
  },
}
