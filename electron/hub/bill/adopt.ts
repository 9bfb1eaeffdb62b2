import type { Bill } from '../../../shared/domain/bill/bill.ts'
import { noSums } from '../../../shared/domain/bill/sums.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import type { Writes } from '../store/writes.ts'
import { addBill } from './add-bill.ts'
import { placeOfStay } from './bill-place.ts'
import { tariffOfBill } from './basis.ts'
import { makeFinal, type Settled } from './make-final.ts'
import { changeBill } from './refresh.ts'
import { siteNow } from '../site/site-now.ts'

/** How many transactions get their bill in one unit. */
const AT_ONCE = 20

/**
 * Gives bills to transactions that have none yet, in the order in which they came. Where they are is kept on disk, so
 * none is left out when the hub ends meanwhile. What had ended before the site began to bill has none, nor has anything
 * while no tariff is for anybody.
 * @returns whether there may be more
 */
export function adoptTransactions(tx: Writes, settled: Settled): boolean {
  const billing = tx.get('billing', 'billing')
  if (billing === undefined) {
    tx.insert('billing', { id: 'billing', ocppTransactionId: beforeTheRunning(tx) })
    return true
  }
  const { ocppTransactionId: after } = billing
  const next = isAnythingBilled(tx) ? billNext(tx, after, settled) : lastNumber(tx)
  if (next > after) tx.change('billing', billing, { ocppTransactionId: next })
  return next > after
}

/** @returns the number of the last that has its bill */
function billNext(tx: Writes, after: number, settled: Settled): number {
  const rows = tx.sql(
    `select id, ocppTransactionId from "transaction" where ocppTransactionId > ?
      order by ocppTransactionId limit ${AT_ONCE}`,
    [after],
  )
  for (const { id } of rows) {
    const transaction = tx.get('transaction', String(id))
    if (transaction !== undefined) billFor(tx, transaction, settled)
  }
  return Number(rows.at(-1)?.['ocppTransactionId'] ?? after)
}

/** Where nobody has set a price for anything, and nobody was told one, there is nothing to bill. */
function isAnythingBilled(tx: Writes): boolean {
  return (
    hasTariffs(tx) || tx.sql(`select 1 from bill where state = 'estimated' limit 1`, []).length > 0
  )
}

function hasTariffs(tx: Writes): boolean {
  return tx.sql('select 1 from tariffAssignment limit 1', []).length > 0
}

function lastNumber(tx: Writes): number {
  const [row] = tx.sql('select max(ocppTransactionId) as last from "transaction"', [])
  return Number(row?.['last'] ?? 0)
}

/** The number before the first that runs; where none does, the last there is. */
function beforeTheRunning(tx: Writes): number {
  const [row] = tx.sql(
    `select coalesce((select min(ocppTransactionId) - 1 from "transaction" where state = 'active'),
      (select max(ocppTransactionId) from "transaction"), 0) as before`,
    [],
  )
  return Number(row?.['before'])
}

/**
 * The bill of a transaction, made where there is none: its booking's, or one of its own. There is none while no tariff is
 * for anybody, nor of a stop whose start never came and that brought nothing.
 */
export function billFor(tx: Writes, transaction: Transaction, settled: Settled): Bill | null {
  const { id: transactionId, notes, energyWh } = transaction
  const [known] = tx.find('bill', { transactionId })
  if (known !== undefined) return known
  if (notes.includes('startMissing') && energyWh === 0) return null
  const [booking] = tx.find('booking', { transactionId })
  const own = booking && takeOver(tx, transaction, booking, settled)
  if (own) return own
  if (!hasTariffs(tx)) return null
  const place = placeOfStay(tx, transaction, booking ?? null, null)
  const bill = { ...place, ...noSums, energyWh: 0, estimatedMinor: 0, endsAt: null }
  return addBill(tx, { ...bill, state: 'running' })
}

/** The booking's own bill goes on as that of its first transaction, priced by what holds when the stay begins. */
function takeOver(
  tx: Writes,
  transaction: Transaction,
  booking: Booking,
  settled: Settled,
): Bill | null {
  const bills = tx.find('bill', { bookingId: booking.id, transactionId: null })
  for (const bill of bills) {
    if (bill.state === 'final') undoNoShow(tx, bill, settled)
    if (bill.state !== 'estimated') continue
    const place = placeOfStay(tx, transaction, booking, bill)
    return changeBill(tx, bill, {
      ...place,
      ...noSums,
      energyWh: 0,
      state: 'running',
      endsAt: null,
    })
  }
  return null
}

/** Who was thought never to come has come all the same: what that had cost is taken back. */
function undoNoShow(tx: Writes, bill: Bill, settled: Settled): void {
  if (bill.inclMinor === 0) return
  const { settlement } = bill
  const { timeZone } = siteNow(tx)
  const basis = {
    ...{ tariff: tariffOfBill(tx, bill), settlement, timeZone },
    ...{ corrections: [], periods: [], energyWh: 0 },
  }
  makeFinal(tx, bill, basis, { reason: 'noShow' }, settled)
}
