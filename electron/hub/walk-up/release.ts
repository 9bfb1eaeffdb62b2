import { placeOf } from '../../../shared/domain/booking/states.ts'
import type { CommandRequest } from '../../../shared/domain/command/command.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import {
  type ReleaseLadder,
  releaseLadderOf,
  type ReleaseStep,
  triedSince,
} from '../../../shared/domain/walk-up/ladder.ts'
import { allPresent } from '../booking/life/bookings-here.ts'
import { addCommand, type Requested } from '../command/request.ts'
import { decodeRow } from '../store/tables.ts'
import type { Writes } from '../store/writes.ts'
import type { WalkUpRooms } from './rooms.ts'

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
  const place = placeOf({ stationId, connectorId })
  const present = allPresent(tx).find((booking) => placeOf(booking) === place)
  const { arrivedAt = null, transactionId = null } = present ?? {}
  const ofCar = transactionId === null ? undefined : tx.get('transaction', transactionId)
  const trouble = { arrivedAt, now: tx.now }
  const rows = tx.sql(
    `select * from command where stationId = ? and requestedAt >= ?
      and action in ('RemoteStopTransaction', 'UnlockConnector', 'Reset')`,
    [stationId, triedSince(trouble)],
  )
  return releaseLadderOf({
    ...trouble,
    commands: rows.map((row) => decodeRow('command', row)),
    connectorId,
    status: connector.status,
    transaction: runningOn(tx, stationId, connectorId) ?? ofCar ?? null,
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
      const running = runningOn(tx, stationId, connectorId)
      if (running === undefined) return null
      const payload = { transactionId: running.ocppTransactionId }
      return { action: 'RemoteStopTransaction', payload }
    }
    case 'unlock':
      return { action: 'UnlockConnector', payload: { connectorId } }
    case 'softReset':
      return { action: 'Reset', payload: { type: 'Soft' } }
    case 'hardReset':
      return { action: 'Reset', payload: { type: 'Hard' } }
  }
}

function runningOn(tx: Writes, stationId: Id, connectorId: number): Transaction | undefined {
  return tx.find('transaction', { stationId, connectorId, state: 'active' })[0]
}
