import type { ChargerEvent } from '../charger-event.ts'
import type { Writes } from '../store/writes.ts'
import { markLate } from './revise.ts'

/**
 * What a charger's message means for bills, in the unit that stores it: only that is written down which couldn't be
 * found out later. @returns whether somebody may want to see a bill at once; all else waits for the next regular look
 */
export function billHappened(tx: Writes, event: ChargerEvent): boolean {
  switch (event.kind) {
    case 'transactionStarted':
      // Its stop came first, and may have been billed.
      if (event.transaction.state === 'finished') markLate(tx, event.transaction.id, 'lateValues')
      return event.isNew
    case 'transactionStopped':
      if (isFinal(tx, event.transaction.id)) markLate(tx, event.transaction.id, 'stopAgain')
      return false
    case 'lateValues':
      markLate(tx, event.transaction.id, 'lateValues')
      return false
    case 'connectorStatus':
      mark(tx, event)
      return false
    case 'statusReplayed': {
      const { stationId, connectorId, at } = event
      mark(tx, event)
      const [row] = tx.sql(
        `select id from "transaction" where stationId = ? and connectorId = ? and startedAt <= ?
          and state = 'finished' order by startedAt desc limit 1`,
        [stationId, connectorId, at],
      )
      if (row !== undefined) markLate(tx, String(row['id']), 'lateValues')
      return false
    }
    case 'reservationAnswered':
    case 'chargingProfileAnswered':
    case 'configurationAnswered':
    case 'compositeScheduleAnswered':
      return false
  }
}

function mark(
  tx: Writes,
  {
    stationId,
    connectorId,
    at,
    status: word,
  }: ChargerEvent & { kind: 'connectorStatus' | 'statusReplayed' },
): void {
  if (connectorId > 0) tx.insertOrIgnore('stayMark', { stationId, connectorId, at, word })
}

function isFinal(tx: Writes, transactionId: string): boolean {
  return (
    tx.sql(`select 1 from bill where transactionId = ? and state = 'final'`, [transactionId])
      .length > 0
  )
}
