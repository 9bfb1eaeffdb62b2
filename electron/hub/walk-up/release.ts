import type { CommandRequest } from '../../../shared/domain/command/command.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import {
  type ReleaseLadder,
  releaseLadderOf,
  type ReleaseStep,
} from '../../../shared/domain/walk-up/ladder.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import { addCommand, type Requested } from '../command/request.ts'
import { decodeRow } from '../store/tables.ts'
import type { Writes } from '../store/writes.ts'
import type { WalkUpRooms } from './rooms.ts'

/** What was tried longer ago was for another trouble. */
const TRIED_WITHIN_MS = 30 * MINUTE

/** Takes a step to let a car go; `needless` where nothing runs that could be stopped. */
export function takeReleaseStep(
  tx: Writes,
  { chargers }: Pick<WalkUpRooms, 'chargers'>,
  stationId: Id,
  connectorId: number,
  step: ReleaseStep,
): Requested | { readonly kind: 'needless' } {
  const request = requestOf(tx, stationId, connectorId, step)
  if (request === null) return { kind: 'needless' }
  return addCommand(tx, chargers, stationId, request, tx.actor)
}

/** The ladder of a connector as it stands now; null when there is no such connector. */
export function ladderOf(tx: Writes, stationId: Id, connectorId: number): ReleaseLadder | null {
  const connector = tx.one('connector', { stationId, connectorId })
  if (connector === undefined) return null
  const since = tx.now - TRIED_WITHIN_MS
  const rows = tx.sql(
    `select * from command where stationId = ? and requestedAt >= ?
      and action in ('RemoteStopTransaction', 'UnlockConnector', 'Reset')`,
    [stationId, since],
  )
  return releaseLadderOf({
    commands: rows.map((row) => decodeRow('command', row)),
    connectorId,
    status: connector.status,
    ocppTransactionId: runningOn(tx, stationId, connectorId),
    since,
  })
}

function requestOf(
  tx: Writes,
  stationId: Id,
  connectorId: number,
  step: ReleaseStep,
): CommandRequest | null {
  switch (step) {
    case 'stop': {
      const transactionId = runningOn(tx, stationId, connectorId)
      if (transactionId === null) return null
      return { action: 'RemoteStopTransaction', payload: { transactionId } }
    }
    case 'unlock':
      return { action: 'UnlockConnector', payload: { connectorId } }
    case 'softReset':
      return { action: 'Reset', payload: { type: 'Soft' } }
    case 'hardReset':
      return { action: 'Reset', payload: { type: 'Hard' } }
  }
}

function runningOn(tx: Writes, stationId: Id, connectorId: number): number | null {
  const [running] = tx.find('transaction', { stationId, connectorId, state: 'active' })
  return running?.ocppTransactionId ?? null
}
