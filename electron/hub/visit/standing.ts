import { pluggedIn } from '../../../shared/domain/connector/plugged-in.ts'
import type { Connector } from '../../../shared/domain/connector/connector.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import { STARTS_WITHIN_MS } from '../../../shared/domain/walk-up/progress.ts'
import { waitingWalkUps } from '../../../shared/domain/walk-up/walk-up.ts'
import type { Writes } from '../store/writes.ts'
import type { VisitRows } from './facts.ts'

/** How it stands at the connector of a visit. */
export interface Standing {
  readonly connector: Connector | null
  readonly transaction: Transaction | null
  readonly isPluggedIn: boolean
  /** The charger is told, or about to be. */
  readonly isStarting: boolean
  readonly isCharging: boolean
}

/** How it stands at the connector of a visit, as far as the charger has said. */
export function standingOf(tx: Writes, { booking, walkUp }: VisitRows): Standing {
  const { stationId = null, connectorId = null, transactionId = null } = booking ?? {}
  const connector =
    stationId === null || connectorId === null
      ? null
      : (tx.one('connector', { stationId, connectorId }) ?? null)
  const transaction = transactionId === null ? null : (tx.get('transaction', transactionId) ?? null)
  const isThere = booking?.state === 'arrived' || booking?.state === 'charging'
  return {
    ...{ connector, transaction },
    isPluggedIn: isThere && connector !== null && pluggedIn.has(connector.status),
    isStarting:
      walkUp !== null
        ? waitingWalkUps.has(walkUp.state)
        : booking !== null && isBeingTold(tx, booking),
    isCharging: booking?.state === 'charging' && transaction?.state === 'active',
  }
}

/** Whether the charger was told to start a moment ago and has not begun, nor refused. */
function isBeingTold(
  tx: Writes,
  { stationId, idToken }: NonNullable<VisitRows['booking']>,
): boolean {
  if (stationId === null || idToken === null) return false
  const told = tx.sql(
    `select 1 from command where stationId = ? and action = 'RemoteStartTransaction'
      and requestedAt > ? and json_extract(payload, '$.idTag') = ?
      and (state in ('requested', 'sent')
        or (state = 'answered' and json_extract(answer, '$.status') = 'Accepted')) limit 1`,
    [stationId, tx.now - STARTS_WITHIN_MS, idToken],
  )
  return told.length > 0
}
