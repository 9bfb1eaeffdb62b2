import { clearAlarm, raiseAlarm } from '../alarm/raise.ts'
import type { Writes } from '../store/writes.ts'

const place = { kind: 'reportNotWritten', stationId: null, connectorId: null } as const

/** Files that were to be written by themselves and can't be need a hand: one alarm for all, which names the reports. */
export function tellOfSchedules(tx: Writes): void {
  const failing = tx
    .find('reportSchedule', { pausedAt: null })
    .filter(({ lastError }) => lastError !== null)
  if (failing.length === 0) return clearAlarm(tx, place)
  const names = failing.map(({ presetId }) => tx.get('reportPreset', presetId)?.name ?? '')
  raiseAlarm(tx, place, [...new Set(names)].sort().join(', '))
}
