import { pluggedIn } from '../../../shared/domain/connector/plugged-in.ts'
import type { ChargerEvent } from '../charger-event.ts'
import type { Writes } from '../store/writes.ts'
import { markLate } from './revise.ts'

/**
 * What a charger's message means for bills, in the unit that stores it: only that is written down which couldn't be
 * found out later. @returns whether there is something to look at
 */
export function billHappened(tx: Writes, event: ChargerEvent): boolean {
  switch (event.kind) {
    case 'transactionStarted':
      // Its stop came first, and may have been billed.
      if (event.transaction.state === 'finished') markLate(tx, event.transaction.id, 'lateValues')
      return event.isNew
    case 'transactionStopped':
      if (isFinal(tx, event.transaction.id)) markLate(tx, event.transaction.id, 'stopAgain')
      return true
    case 'lateValues':
      markLate(tx, event.transaction.id, 'lateValues')
      return true
    case 'connectorStatus': {
      const { stationId, connectorId, at, status: word } = event
      if (connectorId < 1) return false
      tx.insertOrIgnore('stayMark', { stationId, connectorId, at, word })
      // A car that has gone ends its stay; the others are looked at again and again anyway.
      return pluggedIn.has(event.before) && !pluggedIn.has(word)
    }
    case 'statusReplayed': {
      const { stationId, connectorId, at, status: word } = event
      if (connectorId < 1) return false
      tx.insertOrIgnore('stayMark', { stationId, connectorId, at, word })
      const [row] = tx.sql(
        `select id from "transaction" where stationId = ? and connectorId = ? and startedAt <= ?
          and state = 'finished' order by startedAt desc limit 1`,
        [stationId, connectorId, at],
      )
      if (row !== undefined) markLate(tx, String(row['id']), 'lateValues')
      return row !== undefined
    }
    case 'reservationAnswered':
    case 'chargingProfileAnswered':
    case 'configurationAnswered':
    case 'compositeScheduleAnswered':
      return false
  }
}

function isFinal(tx: Writes, transactionId: string): boolean {
  return (
    tx.sql(`select 1 from bill where transactionId = ? and state = 'final'`, [transactionId])
      .length > 0
  )
}
