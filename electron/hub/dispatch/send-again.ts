import { nothingSent } from '../../../shared/domain/dispatch/charging-control.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Writes } from '../store/writes.ts'
import { tryAgain } from './answered.ts'
import { controlBook } from './control-book.ts'

/** Has the charger told all of its limits again at the next look: somebody doubts that it holds them. */
export function sendAgain(tx: Writes, stationId: Id): void {
  const book = controlBook(tx, stationId)
  tryAgain(tx, book, stationId)
  for (const { connectorId, live } of book.all()) {
    // What it holds for the car counts until it has taken it again.
    const held = live.held && { ...live.held, answeredAt: 0 }
    book.change(stationId, connectorId, { standing: nothingSent, live: { ...live, held } })
  }
  tx.journal({ act: 'station.sendLimitsAgain', noun: 'station', nounId: stationId })
}
