import type { OcppMessage } from '../../../shared/domain/ocpp-message/ocpp-message.ts'
import type { Writes } from '../store/writes.ts'

/** A line of the wire log that the database has not numbered yet. */
export type WireLine = Omit<OcppMessage, 'id'>

/** Adds a line to the wire log and to its station's. @returns the line's number */
export function appendLine(tx: Writes, line: WireLine): number {
  const messageId = tx.insert('ocppMessage', line)
  const { stationId } = line
  if (stationId !== null) tx.defer('ocppMessageOfStation', { stationId, firstMessageId: messageId })
  return messageId
}
