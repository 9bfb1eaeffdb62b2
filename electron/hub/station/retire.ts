import type { Station } from '../../../shared/domain/station/station.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Chargers } from '../chargers.ts'
import type { Writes } from '../store/writes.ts'
import { revokeKeys } from './keys.ts'

export type Retired =
  | { kind: 'retired'; station: Station }
  | { kind: 'charging'; transactionId: Id }

/** Takes a station out of the site. Its transactions and log stay; its id may be used again. */
export function retireStation(tx: Writes, chargers: Chargers, station: Station): Retired {
  const [running] = tx.find('transaction', { stationId: station.id, state: 'active' })
  if (running) return { kind: 'charging', transactionId: running.id }
  revokeKeys(tx, chargers, station.id)
  const after = tx.update('station', station.id, { retiredAt: tx.now, updatedAt: tx.now })
  tx.journal({
    act: 'station.retire',
    noun: 'station',
    nounId: station.id,
    before: station,
    after,
  })
  tx.afterCommit(() => chargers.disconnect(station.id, 'retired'))
  return { kind: 'retired', station: after ?? station }
}
