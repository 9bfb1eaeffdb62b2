import type { Bill } from '../../../shared/domain/bill/bill.ts'
import { pricesMoments } from '../../../shared/domain/bill/finalise.ts'
import { startOf, type StaySample } from '../../../shared/domain/bill/registers.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import { type Instant, MINUTE, SECOND } from '../../../shared/time/instant.ts'
import type { Writes } from '../store/writes.ts'
import { tariffOfBill } from './basis.ts'
import { bringUpToDate } from './bill-running.ts'
import type { Settled } from './make-final.ts'
import { markPauses } from './pause-marks.ts'
import { samplesOf, type Watcher } from './stay-of.ts'

/** Time costs too: a bill whose car takes nothing is priced anew this often. */
const PRICED_EVERY_MS = 20 * SECOND

/** Values that come a little late are still among those that are read next. */
const READ_AGAIN_MS = 2 * MINUTE

/** What is remembered of a stay between looks; all of it can be read again. */
interface Remembered {
  /** The last register of each minute. */
  readonly byMinute: ReadonlyMap<number, StaySample>
  readTo: Instant
  /** What it was priced by last. */
  seen: string
  pricedAt: Instant
}

/** The stays that run, with what was read of them, so that not all of a long one is read at each look. */
export function runningStays({ openedAt, settled }: Watcher & { settled: Settled }) {
  const remembered = new Map<Id, Remembered>()
  return {
    /** The bills of stays that run. */
    all(tx: Writes): Id[] {
      const ids = tx.sql(`select id from bill where state = 'running'`, [])
      const running = ids.map(({ id }) => String(id))
      const known = new Set(running)
      for (const id of remembered.keys()) if (!known.has(id)) remembered.delete(id)
      return running
    },
    /** Brings one up to date that something has happened to, or that has not been for a while. */
    look(tx: Writes, billId: Id): void {
      const bill = tx.get('bill', billId)
      if (bill?.state !== 'running' || bill.transactionId === null) return
      const transaction = tx.get('transaction', bill.transactionId)
      if (transaction !== undefined) lookAt(tx, bill, transaction)
    },
  }

  function lookAt(tx: Writes, bill: Bill, transaction: Transaction): void {
    markPauses(tx, transaction)
    const own = remembered.get(bill.id) ?? fresh(transaction)
    const seen = newsOf(tx, bill, transaction)
    if (seen === own.seen && tx.now - own.pricedAt < PRICED_EVERY_MS) return
    const tariff = tariffOfBill(tx, bill)
    const read =
      tariff !== null && pricesMoments(tariff) ? samplesOf(tx, transaction, own.readTo) : []
    const byMinute = new Map(own.byMinute)
    for (const sample of read) byMinute.set(Math.floor(sample.measuredAt / MINUTE), sample)
    const readTo = Math.max(own.readTo, (read.at(-1)?.measuredAt ?? 0) - READ_AGAIN_MS)
    bringUpToDate(tx, bill, transaction, [...byMinute.values()], { openedAt, settled })
    // A unit that fails has seen nothing.
    tx.afterCommit(() => remembered.set(bill.id, { byMinute, readTo, seen, pricedAt: tx.now }))
  }
}

function fresh(transaction: Transaction): Remembered {
  return { byMinute: new Map(), readTo: startOf(transaction), seen: '', pricedAt: 0 }
}

/** What has to be another for a bill to be priced anew at once. */
function newsOf(tx: Writes, { settlement }: Bill, transaction: Transaction): string {
  const { stationId, connectorId, state, energyWh } = transaction
  const connector = tx.one('connector', { stationId, connectorId })
  return [settlement, state, energyWh, connector?.status, connector?.statusAt].join(' ')
}
