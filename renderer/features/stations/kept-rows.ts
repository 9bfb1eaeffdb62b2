import type { Connector } from '../../../shared/domain/connector/connector.ts'
import type { Station } from '../../../shared/domain/station/station.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import { stationRow } from './station-row.ts'
import type { StationRow } from './station-row.ts'

type Kept = { station: Station; connectors: Connector[]; running: Transaction[]; row: StationRow }

/**
 * Makes rows like `stationRows`, but hands the same row out again for as long as nothing in it has changed:
 * one meter value among 200 stations then redraws one row, not 200.
 */
export function rowKeeper(): (
  stations: readonly Station[],
  connectors: readonly Connector[],
  transactions: readonly Transaction[],
) => StationRow[] {
  let kept = new Map<string, Kept>()
  return (stations, connectors, transactions) => {
    const byStation = Map.groupBy(connectors, (connector) => connector.stationId)
    const active = transactions.filter((transaction) => transaction.state === 'active')
    const running = Map.groupBy(active, (transaction) => transaction.stationId)
    const next = new Map<string, Kept>()
    for (const station of stations) {
      if (station.retiredAt !== null) continue
      const mine = byStation.get(station.id) ?? []
      const its = running.get(station.id) ?? []
      const before = kept.get(station.id)
      const same =
        before?.station === station && alike(before.connectors, mine) && alike(before.running, its)
      const row = same && before ? before.row : stationRow(station, mine, its)
      next.set(station.id, { station, connectors: mine, running: its, row })
    }
    kept = next
    return [...next.values()].map((entry) => entry.row)
  }
}

function alike<Row>(a: readonly Row[], b: readonly Row[]): boolean {
  return a.length === b.length && a.every((row, index) => row === b[index])
}
