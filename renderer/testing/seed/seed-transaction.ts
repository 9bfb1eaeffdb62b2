import type { LiveRows } from '../../../shared/contract/live.ts'
import type { Station } from '../../../shared/domain/station/station.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { newId } from '../fake/fake-store.ts'
import { tokens } from './seed-words.ts'
import type { Phase } from './seed-words.ts'

/** Two finished transactions of a connector, and the one that runs now, whose id it gives (null when none runs). */
export function seedTransaction(
  rows: LiveRows,
  station: Station,
  connectorId: number,
  phase: Phase,
  index: number,
  now: number,
): string | null {
  const running = phase === 'charging' || phase === 'paused' || phase === 'carPaused'
  const past = rows.transaction.length
  const token = tokens[index % tokens.length]?.[0] ?? 'A'
  const base = {
    stationId: station.id,
    connectorId,
    reservationId: null,
    meterStartWh: 1_260_000,
    socPct: null,
    sampledAt: now - 12_000,
  }
  for (let day = 1; day <= 2; day += 1) {
    const startedAt = now - day * DAY - index * 7 * MINUTE
    const energyWh = 6_000 + ((index * 1_733 + day * 911) % 40_000)
    const stoppedAt = startedAt + Math.min(14 * HOUR, energyWh * 380)
    rows.transaction.push({
      ...base,
      id: newId(startedAt),
      ocppTransactionId: past + day,
      idToken: token,
      state: 'finished',
      startedAt,
      startReceivedAt: startedAt + 300,
      stoppedAt,
      stopReceivedAt: stoppedAt + 300,
      meterStopWh: base.meterStartWh + energyWh,
      stopReason: day === 1 ? 'EVDisconnected' : 'Local',
      stopIdToken: day === 1 ? null : token,
      energyWh,
      powerW: null,
      notes: index === 3 && day === 2 ? ['offline'] : [],
    })
  }
  if (!running) return null
  const startedAt = now - (2 * HOUR + index * MINUTE)
  const id = newId(startedAt)
  rows.transaction.push({
    ...base,
    id,
    ocppTransactionId: past + 3,
    idToken: token,
    state: 'active',
    startedAt,
    startReceivedAt: startedAt + 300,
    stoppedAt: null,
    stopReceivedAt: null,
    meterStopWh: null,
    stopReason: null,
    stopIdToken: null,
    energyWh: 18_204 + index * 311,
    powerW: phase === 'charging' ? 10_840 : 0,
    notes: [],
  })
  return id
}
