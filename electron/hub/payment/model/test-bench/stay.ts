import type { Bill } from '../../../../../shared/domain/bill/bill.ts'
import { correctionLine } from '../../../../../shared/domain/bill/bill-of.ts'
import { untoldBilling } from '../../../../../shared/domain/customer/customer.ts'
import type { Id } from '../../../../../shared/domain/id/id.ts'
import { aBill } from '../../../../../shared/domain/payment/payment-fixture.ts'
import { makeFinal, makeVoid, type Settled } from '../../../bill/make-final.ts'
import { correctBill } from '../../../bill/revise.ts'
import type { Writes } from '../../../store/writes.ts'
import { fail } from './fail.ts'

const RATE_PCT = 25

/** Who has an account with the site. */
const CUSTOMER = '01890000-0000-7000-8000-0000000c0001'

/** A bill of somebody who comes, or has booked, of which so much is thought. */
export function newStay(
  tx: Writes,
  { state, amountMinor, isCustomers }: { state: string; amountMinor: number; isCustomers: boolean },
): Id {
  const customerId = isCustomers ? customerOf(tx) : null
  const bill = aBill({
    ...{ id: tx.newId(), state: state === 'estimated' ? 'estimated' : 'running', customerId },
    ...{ lines: [], exclMinor: 0, inclMinor: 0, vat: [], energyWh: 0, revision: 0, dueMinor: 0 },
    ...{ estimatedMinor: amountMinor, startsAt: tx.now, endsAt: null, finalAt: null },
    ...{ createdAt: tx.now, updatedAt: tx.now },
  })
  tx.insert('bill', bill)
  return bill.id
}

/** The stay is over and comes to that; what is over already stays so. */
export function endStay(tx: Writes, billId: Id, amountMinor: number, settled: Settled): void {
  const bill = tx.get('bill', billId)
  if (bill === undefined || isOver(bill)) return
  const { settlement } = bill
  const corrections = amountMinor === 0 ? [] : [correctionLine(amountMinor, RATE_PCT)]
  const basis = { tariff: null, settlement, timeZone: 'Europe/Stockholm', periods: [], energyWh: 0 }
  const basisNow = { ...basis, corrections }
  takingNoMore(tx, billId, () =>
    makeFinal(tx, bill, basisNow, { reason: 'ended', endsAt: tx.now }, settled),
  )
}

/** A person adds to a final bill, or takes from it. */
export function correctStay(tx: Writes, billId: Id, addMinor: number, settled: Settled): void {
  const bill = tx.get('bill', billId)
  if (bill === undefined || addMinor === 0) return
  const correction = { addMinor, ratePct: RATE_PCT, note: 'Told by the desk' }
  takingNoMore(tx, billId, () => correctBill(tx, bill, correction, settled))
}

/** The booking is cancelled before anything was charged. */
export function voidStay(tx: Writes, billId: Id, settled: Settled): void {
  const bill = tx.get('bill', billId)
  if (bill?.state === 'estimated') makeVoid(tx, bill, 'cancelled', settled)
}

/** Settles a bill: what of holds begins to be taken by that is never more than the bill comes to. */
function takingNoMore(tx: Writes, billId: Id, settle: () => unknown): void {
  const taking = () => tx.find('payment', { billId }).filter(({ state }) => state === 'capturing')
  const before = new Set(taking().map(({ id }) => id))
  settle()
  if (!taking().some(({ id }) => !before.has(id))) return
  const takingMinor = taking().reduce((total, { amountMinor }) => total + amountMinor, 0)
  const { paidMinor = 0, inclMinor = 0 } = tx.get('bill', billId) ?? {}
  if (paidMinor + takingMinor > inclMinor)
    fail('more is taken than it costs', { paidMinor, takingMinor, inclMinor })
}

function isOver({ state }: Pick<Bill, 'state'>): boolean {
  return state === 'final' || state === 'void'
}

function customerOf(tx: Writes): Id {
  if (tx.get('customer', CUSTOMER) === undefined)
    tx.insert('customer', {
      ...{ id: CUSTOMER, name: 'Åkeriet', kind: 'fleet', email: '', phone: '', reference: '' },
      ...{ group: '', note: '', archivedAt: null, mergedInto: null, ...untoldBilling },
      ...{ createdAt: tx.now, updatedAt: tx.now },
    })
  return CUSTOMER
}
