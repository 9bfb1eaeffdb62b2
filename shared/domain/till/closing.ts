import type { Payment } from '../payment/payment.ts'
import type { CashCount } from './cash-count.ts'
import type { Shift } from './shift.ts'
import { type UnderWayHint, whenClosing } from './under-way.ts'

/** A payment that keeps a shift open, and what is to be done about it. */
export interface KeepsOpen {
  readonly paymentId: string
  readonly hint: UnderWayHint
}

export type ClosingRefusal =
  | { readonly code: 'closed' }
  | { readonly code: 'underWay'; readonly payments: readonly KeepsOpen[] }
  | { readonly code: 'countNeeded' }
  | { readonly code: 'reasonNeeded'; readonly varianceMinor: number }

export type Closing =
  | {
      readonly kind: 'closes'
      readonly countedMinor: number
      readonly expectedMinor: number
      readonly varianceMinor: number
      /** The payments that the next shift takes over. */
      readonly handedOver: readonly Payment[]
    }
  | { readonly kind: 'refused'; readonly refusal: ClosingRefusal }

/**
 * Whether a shift may close, and what it comes to. The last closing count is what is in the drawer, so nothing may have
 * moved in it since; whether what it is off by may pass is for `approval.ts` to say.
 * @param payments the till's that are not over
 * @param counts the shift's, in order
 */
export function closing(
  shift: Shift,
  {
    payments,
    counts,
    expectedMinor,
    varianceReason,
  }: {
    readonly payments: readonly Payment[]
    readonly counts: readonly CashCount[]
    readonly expectedMinor: number
    readonly varianceReason: string
  },
): Closing {
  if (shift.state === 'closed') return refused({ code: 'closed' })
  const keeping = keepOpen(payments)
  if (keeping.length > 0) return refused({ code: 'underWay', payments: keeping })
  const count = standingCount(counts, expectedMinor)
  if (count === null) return refused({ code: 'countNeeded' })
  const varianceMinor = count.totalMinor - expectedMinor
  if (varianceMinor !== 0 && varianceReason === '')
    return refused({ code: 'reasonNeeded', varianceMinor })
  return {
    kind: 'closes',
    countedMinor: count.totalMinor,
    ...{ expectedMinor, varianceMinor },
    handedOver: payments.filter((payment) => whenClosing(payment) === 'goesOn'),
  }
}

/** The count that a shift would be closed with: the last closing one, unless something has moved since; else null. */
export function standingCount(
  counts: readonly CashCount[],
  expectedMinor: number,
): CashCount | null {
  const last = counts.findLast(({ purpose }) => purpose === 'closing')
  return last?.expectedMinor === expectedMinor ? last : null
}

/** The payments that keep a shift open. */
export function keepOpen(payments: readonly Payment[]): KeepsOpen[] {
  return payments.flatMap((payment) => {
    const hint = whenClosing(payment)
    return hint === null || hint === 'goesOn' ? [] : [{ paymentId: payment.id, hint }]
  })
}

const refused = (refusal: ClosingRefusal): Closing => ({ kind: 'refused', refusal })
