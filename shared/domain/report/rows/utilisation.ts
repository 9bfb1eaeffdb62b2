import { SECOND, type Instant } from '../../../time/instant.ts'
import type { Cells } from '../column.ts'
import type { Stretch } from '../period.ts'
import type { StayFacts } from './stay.ts'

/** A connector's day. */
export interface UtilisationFacts {
  readonly day: string
  readonly stay: Pick<StayFacts, 'site' | 'station' | 'chargePointId' | 'connectorId'>
  readonly sessions: number
  readonly dayS: number
  readonly chargingS: number
  readonly idleS: number
  readonly energyWh: number
  readonly peakW: number | null
}

/** A stretch in which a car stood at a connector, charging or not. */
export interface Use extends Stretch {
  readonly isCharging: boolean
}

export const utilisationCells: Cells<UtilisationFacts> = {
  day: ({ day }) => day,
  site: ({ stay }) => stay.site,
  station: ({ stay }) => stay.station,
  evse_id: ({ stay }) => stay.chargePointId,
  connector: ({ stay }) => stay.connectorId,
  sessions: ({ sessions }) => sessions,
  day_s: ({ dayS }) => dayS,
  plugged_s: ({ chargingS, idleS }) => chargingS + idleS,
  charging_s: ({ chargingS }) => chargingS,
  idle_s: ({ idleS }) => idleS,
  plugged_share: ({ chargingS, idleS, dayS }) => share(chargingS + idleS, dayS),
  charging_share: ({ chargingS, dayS }) => share(chargingS, dayS),
  idle_share: ({ idleS, dayS }) => share(idleS, dayS),
  energy_kwh: ({ energyWh }) => energyWh,
  peak_kw: ({ peakW }) => peakW,
}

/** How long a connector was used within a stretch, whole seconds. What is told twice counts once, as charging. */
export function usedWithin(
  uses: readonly Use[],
  { fromAt, untilAt }: Stretch,
): { readonly chargingS: number; readonly idleS: number } {
  const within = uses
    .map((use) => ({
      fromAt: Math.max(fromAt, use.fromAt),
      untilAt: Math.min(untilAt, use.untilAt),
      isCharging: use.isCharging,
    }))
    .filter((use) => use.fromAt < use.untilAt)
  const chargingMs = unionMs(within.filter(({ isCharging }) => isCharging))
  const pluggedMs = unionMs(within)
  const chargingS = Math.round(chargingMs / SECOND)
  return { chargingS, idleS: Math.round(pluggedMs / SECOND) - chargingS }
}

function unionMs(stretches: readonly Stretch[]): number {
  let [sum, reached]: [number, Instant] = [0, -Infinity]
  for (const { fromAt, untilAt } of [...stretches].sort(
    (one, other) => one.fromAt - other.fromAt,
  )) {
    sum += Math.max(0, untilAt - Math.max(fromAt, reached))
    reached = Math.max(reached, untilAt)
  }
  return sum
}

function share(partS: number, wholeS: number): number {
  return wholeS === 0 ? 0 : (100 * partS) / wholeS
}
