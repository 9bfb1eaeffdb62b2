import { tokenText } from '../../../../shared/domain/id-token/token-text.ts'
import { decideStart } from '../../../../shared/domain/transaction/start.ts'
import type { Transaction } from '../../../../shared/domain/transaction/transaction.ts'
import { readTimestamp } from '../../../../shared/domain/ocpp/timestamp.ts'
import { toIso } from '../../../../shared/time/instant.ts'
import type { Writes } from '../../store/writes.ts'
import type { InboundReply } from '../rpc/actions.ts'
import { clearAlarm, raiseAlarm } from '../../alarm/raise.ts'
import type { Caller, Message } from './caller.ts'
import { connectorOf } from './connectors.ts'
import { judgeToken } from './id-tokens.ts'
import { moveReadings } from './readings.ts'
import { addTransaction, startlessOf } from './transactions.ts'

/**
 * OCPP 1.6 §4.8. Always answered with a number, the same one for the same start: the charger sends it again until
 * it is. A token that may not charge is told so; whether the charger then stops is its own setting
 * (StopTransactionOnInvalidId), so the transaction is kept in any case.
 */
export function startTransaction(
  tx: Writes,
  { stationId, happened }: Caller,
  { payload, receivedAt, repairs }: Message<'StartTransaction'>,
): InboundReply<'StartTransaction'> {
  const { connectorId, idTag, meterStart, reservationId } = payload
  const startedAt = readTimestamp(payload.timestamp)?.at ?? receivedAt
  const token = judgeToken(tx, stationId, idTag)
  const active = tx.find('transaction', { stationId, connectorId, state: 'active' })
  const simultaneous = tx.find('transaction', { stationId, connectorId, startedAt })
  const decision = decideStart(
    {
      stationId,
      connectorId,
      idToken: tokenText(idTag),
      startedAt,
      stampTaken: repairs.some(({ kind }) => kind === 'receiveTimeTaken'),
      meterStartWh: meterStart,
      reservationId: reservationId ?? null,
      receivedAt,
      tokenKnown: token.known,
    },
    {
      ofConnector: [...active, ...simultaneous.filter(({ state }) => state === 'finished')],
      startless: startlessOf(tx, stationId),
    },
  )
  const started = (transaction: Transaction, isNew: boolean): void =>
    happened(tx, { kind: 'transactionStarted', transaction, token: token.token, isNew })
  switch (decision.kind) {
    case 'again': {
      // What was once accepted isn't taken back by a resend that comes after the desk's word has lapsed.
      const { transaction } = decision
      if (transaction.state === 'active') started(transaction, false)
      const taken = !token.known && !transaction.notes.includes('unknownToken')
      return reply(transaction, taken ? { status: 'Accepted' } : token.info)
    }
    case 'completes': {
      const transaction = tx.change('transaction', decision.transaction, decision.patch)
      moveReadings(tx, transaction, connectorId)
      started(transaction, true)
      return reply(transaction, token.info)
    }
    case 'begins': {
      for (const { transaction, patch } of decision.superseded) {
        tx.change('transaction', transaction, patch)
      }
      const transaction = addTransaction(tx, decision.transaction)
      const newest = active.every((other) => other.startedAt <= startedAt)
      const connector = connectorOf(tx, stationId, connectorId)
      if (newest) tx.change('connector', connector, { transactionId: transaction.id })
      judgeClock(tx, transaction)
      started(transaction, true)
      return reply(transaction, token.info)
    }
  }
}

/** A wrong clock makes wrong bills, so somebody should set it; a start with a right one ends the alarm. */
function judgeClock(tx: Writes, { stationId, startedAt, notes }: Transaction): void {
  const place = { kind: 'clockSuspect', stationId, connectorId: null } as const
  if (notes.includes('clockSuspect')) raiseAlarm(tx, place, toIso(startedAt))
  else clearAlarm(tx, place)
}

function reply(
  { ocppTransactionId }: Transaction,
  idTagInfo: InboundReply<'StartTransaction'>['idTagInfo'],
): InboundReply<'StartTransaction'> {
  return { transactionId: ocppTransactionId, idTagInfo }
}
