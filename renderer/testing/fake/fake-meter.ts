import type { LoadMark, LoadStep } from '../../../shared/domain/load/load.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/time/instant.ts'

const lengths = { minute: MINUTE, quarter: 15 * MINUTE, hour: HOUR } as const

/** How much a car draws hour by hour of a working day, of the most it can. */
const working = [
  ...[0.5, 0.42, 0.36, 0.3, 0.22, 0.12, 0.05, 0.04, 0.08, 0.12, 0.16, 0.18],
  ...[0.2, 0.18, 0.16, 0.2, 0.34, 0.62, 0.82, 0.9, 0.86, 0.76, 0.66, 0.58],
]

/** Where each step of a stretch begins; days and months by the site's calendar. */
export function stepsOf(from: number, until: number, step: LoadStep, timeZone: string): number[] {
  const starts: number[] = []
  if (step === 'day' || step === 'month') {
    let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone).startOfDay()
    while (at.epochMilliseconds < until) {
      starts.push(at.epochMilliseconds)
      at = at.add(step === 'day' ? { days: 1 } : { months: 1 })
    }
    return starts
  }
  const length = lengths[step]
  for (let at = Math.floor(from / length) * length; at < until; at += length) starts.push(at)
  return starts
}

/** What a connector drew in a stretch, Wh: nothing real, but the same whenever it is asked. `-1` is the building. */
export function drawnWh(connector: number, from: number, until: number, timeZone: string): number {
  const offset = offsetOf(from, timeZone)
  const step = Math.min(until - from, HOUR)
  let wh = 0
  for (let at = from; at < until; at += step) {
    const lasts = Math.min(step, until - at)
    wh += (powerW(connector, at + offset) * lasts) / HOUR
  }
  return wh
}

/** What is odd about a stretch: every tenth day a hole at noon, now and then something else. */
export function lostOf(from: number, until: number, timeZone: string): LoadMark | null {
  if (until - from > HOUR) return null
  const local = from + offsetOf(from, timeZone)
  const day = Math.floor(local / DAY)
  const hour = Math.floor((local % DAY) / HOUR)
  if (hour >= 11 && hour < 14 && day % 10 === 3) return 'missing'
  if (hour >= 2 && hour < 5 && day % 6 === 1) return 'estimated'
  if (hour === 9 && day % 17 === 5) return 'clockSuspect'
  return hour === 15 && day % 13 === 2 ? 'late' : null
}

const offsets = new Map<string, number>()

/** How far the site's clock is ahead of UTC, ms. The offset of a day will do: nobody sees one evening begin early. */
function offsetOf(at: number, timeZone: string): number {
  const key = `${timeZone}:${Math.floor(at / DAY)}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const { offsetNanoseconds } =
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
  offsets.set(key, offsetNanoseconds / 1_000_000)
  return offsetNanoseconds / 1_000_000
}

function powerW(connector: number, local: number): number {
  const day = Math.floor(local / DAY)
  const hour = (local % DAY) / HOUR
  const weekday = (day + 4) % 7
  const weekend = weekday === 0 || weekday === 6
  if (connector < 0) return (weekend ? 4_000 : 9_000) + (hour > 7 && hour < 17 ? 14_000 : 0)
  const here = working[Math.floor(hour)] ?? 0
  const next = working[(Math.floor(hour) + 1) % 24] ?? 0
  const shape = here + (next - here) * (hour % 1)
  const season = 1 + 0.25 * Math.cos(((day % 365) / 365) * 2 * Math.PI)
  const comes = chance(connector * 7 + day) > (weekend ? 0.72 : 0.28)
  if (!comes) return 0
  const wobble = 0.85 + 0.3 * chance(Math.floor(local / (10 * MINUTE)) + connector * 31)
  const most = connector % 5 === 4 ? 22_000 : 11_000
  return most * shape * season * wobble * 0.38
}

/** A number between 0 and 1 that always belongs to `seed`. */
function chance(seed: number): number {
  const x = Math.sin(seed * 12.9898) * 43_758.5453
  return x - Math.floor(x)
}
