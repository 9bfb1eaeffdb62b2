import type { Bill } from '../../../shared/domain/bill/bill.ts'
import { billOf } from '../../../shared/domain/bill/bill-of.ts'
import { overAt } from '../../../shared/domain/bill/finalise.ts'
import { type StaySample, stopOf } from '../../../shared/domain/bill/registers.ts'
import { sameSums } from '../../../shared/domain/bill/sums.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import type { Writes } from '../store/writes.ts'
import { basisOfStay, bookingOfBill, tariffOfBill } from './basis.ts'
import { makeFinal, type Settled } from './make-final.ts'
import { changeBill } from './refresh.ts'
import { allSamplesOf, stayOf, type Watcher } from './stay-of.ts'

/**
 * Brings what a stay has cost so far up to date, and makes the bill final when the stay is over.
 * @param samples what is known of a transaction that runs; once the stay is over all are read again
 */
export function bringUpToDate(
  tx: Writes,
  bill: Bill,
  transaction: Transaction,
  samples: readonly StaySample[],
  { openedAt, settled }: Watcher & { settled: Settled },
): Bill {
  const booking = bookingOfBill(tx, bill)
  const stay = stayOf(tx, transaction, { booking, samples, openedAt })
  const tariff = tariffOfBill(tx, bill)
  const endsAt = overAt(transaction, stay.goneAt, tariff)
  if (endsAt !== null) {
    const whole = { ...stay, samples: allSamplesOf(tx, transaction, tariff) }
    const basis = basisOfStay(tx, bill, whole, booking)
    return makeFinal(tx, bill, basis, { reason: 'ended', endsAt }, settled)
  }
  const basis = basisOfStay(tx, bill, stay, booking)
  const sums = billOf(basis.periods, basis)
  const { energyWh } = basis
  // What has stopped takes no more of what it was thought to.
  const isStopped = stopOf(transaction) !== null
  const estimatedMinor = isStopped ? sums.inclMinor : Math.max(bill.estimatedMinor, sums.inclMinor)
  const isSame =
    energyWh === bill.energyWh && estimatedMinor === bill.estimatedMinor && sameSums(sums, bill)
  if (isSame) return bill
  return changeBill(tx, bill, { ...sums, energyWh, estimatedMinor })
}
