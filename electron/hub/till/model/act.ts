import * as fc from 'fast-check'
import { type CashMoveKind, cashMoveKind } from '../../../../shared/domain/till/cash-move.ts'

/** What can happen at a site with two tills. Which payment is meant is a number, taken of those there are. */
export type Act =
  | { readonly what: 'open'; readonly till: number; readonly kronor: number }
  | { readonly what: 'cash'; readonly till: number; readonly minor: number }
  | {
      readonly what: 'link'
      readonly till: number
      readonly minor: number
      readonly holds: boolean
    }
  | { readonly what: 'slip'; readonly till: number; readonly minor: number }
  | { readonly what: 'pay'; readonly which: number }
  | { readonly what: 'capture'; readonly which: number; readonly share: number }
  | {
      readonly what: 'refund'
      readonly till: number
      readonly which: number
      readonly share: number
    }
  | { readonly what: 'returned'; readonly which: number }
  | {
      readonly what: 'move'
      readonly till: number
      readonly kind: CashMoveKind
      readonly minor: number
    }
  | { readonly what: 'close'; readonly till: number; readonly offKronor: number }
  | { readonly what: 'settle'; readonly dies: 'before' | 'after' | null }
  /** The next act's unit fails once it has done everything. */
  | { readonly what: 'fails' }

const till = fc.nat(1)
const minor = fc.integer({ min: 300, max: 90_000 })
const which = fc.nat(20)
const share = fc.integer({ min: 1, max: 100 })

export const someAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('open'), till, kronor: fc.nat(3_000) }) },
  { weight: 5, arbitrary: fc.record({ what: fc.constant('cash'), till, minor }) },
  {
    weight: 4,
    arbitrary: fc.record({ what: fc.constant('link'), till, minor, holds: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('slip'), till, minor }) },
  { weight: 5, arbitrary: fc.record({ what: fc.constant('pay'), which }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('capture'), which, share }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constant('refund'), till, which, share }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('returned'), which }) },
  {
    weight: 3,
    arbitrary: fc.record({
      ...{ what: fc.constant('move'), till, kind: fc.constantFrom(...cashMoveKind.options), minor },
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ what: fc.constant('close'), till, offKronor: fc.integer({ min: -50, max: 50 }) },
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      ...{ what: fc.constant('settle'), dies: fc.constantFrom(null, null, 'before', 'after') },
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('fails') }) },
)
