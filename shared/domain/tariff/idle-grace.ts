import { MINUTE } from '../../time/instant.ts'
import type { ChargingPeriod } from './charging-period.ts'

/**
 * The periods of a session without what the grace takes off its parking: so many minutes of it after each charging. A
 * car that parks without ever having charged has no grace. What energy flowed meanwhile is kept, in a period without a
 * length.
 * @param periods in order
 */
export function withoutGrace(
  periods: readonly ChargingPeriod[],
  idleGraceMin: number,
): ChargingPeriod[] {
  let leftMs = 0
  const kept: ChargingPeriod[] = []
  for (const period of periods) {
    if (period.state === 'CHARGING') leftMs = idleGraceMin * MINUTE
    const lastsMs = Math.round(period.seconds * 1_000)
    const freeMs = period.state === 'PARKING' ? Math.min(leftMs, lastsMs) : 0
    leftMs -= freeMs
    if (freeMs === 0) kept.push(period)
    else if (freeMs < lastsMs || period.energyMilliWh > 0)
      kept.push({
        ...period,
        startsAt: period.startsAt + freeMs,
        seconds: (lastsMs - freeMs) / 1_000,
      })
  }
  return kept
}
