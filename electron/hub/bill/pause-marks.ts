import { startOf } from '../../../shared/domain/bill/registers.ts'
import type { PauseWord } from '../../../shared/domain/bill/stay-mark.ts'
import { heldPowers, heldSince } from '../../../shared/domain/dispatch/held.ts'
import { valueAt } from '../../../shared/domain/dispatch/steps.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import type { Writes } from '../store/writes.ts'

/** Whether nothing is allowed doesn't depend on what a car's phases make of a limit. */
const ANY_WIRING = { phases: 1, voltageV: 230 }

/**
 * Writes down from when on the site's own plan lets a car wait, and from when on no longer: chargers say of both that
 * the car has suspended itself.
 */
export function markPauses(tx: Writes, transaction: Transaction): void {
  const { id, stationId, connectorId } = transaction
  if (transaction.state !== 'active') return
  const [control] = tx.find('chargingControl', { stationId, connectorId })
  const held = control && heldPowers(control, id, ANY_WIRING)
  const word: PauseWord = held && valueAt(held, tx.now) === 0 ? 'paused' : 'resumed'
  const startsAt = startOf(transaction)
  const last = lastWord(tx, transaction, startsAt)
  if (word === last) return
  const since = control === undefined ? tx.now : heldSince(control, id, tx.now)
  const at = Math.max(startsAt, Math.min(since, tx.now))
  tx.insertOrIgnore('stayMark', { stationId, connectorId, at, word })
}

function lastWord(
  tx: Writes,
  { stationId, connectorId }: Transaction,
  startsAt: number,
): PauseWord {
  const [row] = tx.sql(
    `select word from stayMark where stationId = ? and connectorId = ? and at >= ?
      and word in ('paused', 'resumed') order by at desc, word desc limit 1`,
    [stationId, connectorId, startsAt],
  )
  return row?.['word'] === 'paused' ? 'paused' : 'resumed'
}
