import type { Bill } from '../../shared/domain/bill/bill.ts'
import type { Payment } from '../../shared/domain/payment/payment.ts'

/**
 * How a bill is paid: `open` nothing is due yet and nothing paid; `unpaid` it is due; `account` it goes on an invoice or
 * the payroll; `free` nothing is to be paid.
 */
export type PayState =
  | 'open'
  | 'unpaid'
  | 'held'
  | 'partPaid'
  | 'paid'
  | 'refunded'
  | 'account'
  | 'free'

/** What a bill must tell for it. */
export type PaidBill = Pick<
  Bill,
  'state' | 'settlement' | 'inclMinor' | 'estimatedMinor' | 'paidMinor' | 'heldMinor' | 'dueMinor'
>

/** How a bill is paid, of which so much has been given back, minor units. */
export function payStateOf(bill: PaidBill, refundedMinor: number): PayState {
  const { state, settlement, paidMinor, heldMinor } = bill
  if (paidMinor <= 0 && refundedMinor > 0) return 'refunded'
  if (settlement === 'free' || state === 'void') return 'free'
  if (settlement !== 'pay') return 'account'
  const final = state === 'final'
  const wholeMinor = final ? bill.inclMinor : bill.estimatedMinor
  if (paidMinor > 0) return paidMinor < wholeMinor && !isSettled(bill) ? 'partPaid' : 'paid'
  if (heldMinor > 0) return 'held'
  if (!final) return 'open'
  if (bill.dueMinor > 0) return 'unpaid'
  return bill.inclMinor === 0 ? 'free' : 'paid'
}

/** Nothing more is asked for, whatever was rounded or given away. */
function isSettled({ state, dueMinor }: PaidBill): boolean {
  return state === 'final' && dueMinor <= 0
}

/**
 * How each booking's bill is paid, by booking id. Called again it gives the same map until one of them changes, since
 * bills move with every meter value and the words on a bar don't.
 */
export function payStateKeeper(): (
  bills: readonly Bill[],
  payments: readonly Payment[],
) => ReadonlyMap<string, PayState> {
  let kept: ReadonlyMap<string, PayState> = new Map()
  let seen: { bills: readonly Bill[]; payments: readonly Payment[] } | null = null
  return (bills, payments) => {
    if (seen?.bills === bills && seen.payments === payments) return kept
    seen = { bills, payments }
    const back = refundedByBill(payments)
    const now = new Map<string, PayState>()
    for (const bill of bills)
      if (bill.bookingId !== null) now.set(bill.bookingId, payStateOf(bill, back.get(bill.id) ?? 0))
    if (differ(kept, now)) kept = now
    return kept
  }
}

/** What has been given back of each bill, minor units, by its id. */
function refundedByBill(payments: readonly Payment[]): ReadonlyMap<string, number> {
  const back = new Map<string, number>()
  for (const { billId, refundedMinor } of payments)
    if (refundedMinor > 0) back.set(billId, (back.get(billId) ?? 0) + refundedMinor)
  return back
}

function differ<Value>(
  before: ReadonlyMap<string, Value>,
  now: ReadonlyMap<string, Value>,
): boolean {
  if (before.size !== now.size) return true
  for (const [key, value] of now) if (before.get(key) !== value) return true
  return false
}
