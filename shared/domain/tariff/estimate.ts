import type { Instant } from '../../time/instant.ts'
import { type ChargingPeriod, idlePeriod } from './charging-period.ts'

/** A stay that is thought of. */
export interface ExpectedStay {
  readonly arrivesAt: Instant
  readonly departsAt: Instant
  /** Null: as much as there is time for, which is the most that it can come to. */
  readonly needWh: number | null
  readonly powerW: number
  /** When the plan lets it charge and with what; without a plan it charges from the start. In order, not overlapping. */
  readonly planned?: readonly PlannedStretch[] | undefined
}

export interface PlannedStretch {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly powerW: number
}

/** 1 W over 3,600 ms is a thousandth of a Wh. */
const MS_PER_MILLI_WH = 3_600

/**
 * The charging periods of a stay that is thought of: it charges until it has what it needs, then it parks until it
 * leaves. While the plan lets it wait nothing counts. What the grace takes off parking is not taken off here, see
 * `idle-grace.ts`.
 */
export function expectedPeriods(stay: ExpectedStay): ChargingPeriod[] {
  const { arrivesAt, departsAt, needWh, powerW } = stay
  if (departsAt <= arrivesAt) return []
  const stretches = stay.planned ?? [{ startsAt: arrivesAt, endsAt: departsAt, powerW }]
  const periods: ChargingPeriod[] = []
  let leftMilliWh = needWh === null ? Infinity : Math.round(needWh * 1_000)
  let chargedUntil = arrivesAt
  for (const stretch of stretches) {
    const startsAt = Math.max(arrivesAt, stretch.startsAt)
    const endsAt = Math.min(departsAt, stretch.endsAt)
    if (endsAt <= startsAt || stretch.powerW <= 0 || leftMilliWh <= 0) continue
    const period = charging(startsAt, endsAt, stretch.powerW, leftMilliWh)
    periods.push(period)
    leftMilliWh -= period.energyMilliWh
    chargedUntil = startsAt + Math.round(period.seconds * 1_000)
  }
  if (chargedUntil < departsAt) periods.push(idlePeriod('PARKING', chargedUntil, departsAt))
  return periods
}

function charging(
  startsAt: Instant,
  endsAt: Instant,
  powerW: number,
  mostMilliWh: number,
): ChargingPeriod {
  const fullMilliWh = Math.floor((powerW * (endsAt - startsAt)) / MS_PER_MILLI_WH)
  const energyMilliWh = Math.min(fullMilliWh, mostMilliWh)
  const lastsMs =
    energyMilliWh === fullMilliWh
      ? endsAt - startsAt
      : Math.min(endsAt - startsAt, Math.ceil((energyMilliWh * MS_PER_MILLI_WH) / powerW))
  return {
    startsAt,
    seconds: lastsMs / 1_000,
    state: 'CHARGING',
    energyMilliWh,
    powerW,
    currentA: null,
  }
}
