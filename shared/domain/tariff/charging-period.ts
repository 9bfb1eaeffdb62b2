import { z } from 'zod'
import { type Instant, SECOND } from '../../time/instant.ts'
import { instant } from '../../time/instant-schema.ts'
import { decimal, times, whole } from '../money/rational.ts'

/**
 * What happens in a charging period: the car charges, stands there connected without charging, a connector is kept for
 * it, or was kept for one that never came.
 */
export const periodState = z.enum(['CHARGING', 'PARKING', 'RESERVATION', 'RESERVATION_EXPIRED'])
export type PeriodState = z.infer<typeof periodState>

/** A stretch of a session during which energy flows evenly (OCPI's ChargingPeriod, with its length and state told). */
export const chargingPeriod = z.object({
  startsAt: instant,
  seconds: z.number().min(0).describe('How long, to the millisecond; zero is a moment'),
  state: periodState,
  energyMilliWh: z.int().min(0).describe('Energy in thousandths of a Wh; 1.2345 kWh is 1234500'),
  powerW: z
    .number()
    .min(0)
    .nullable()
    .describe('Null where it wasn’t measured: then the energy over the time counts'),
  currentA: z
    .number()
    .min(0)
    .nullable()
    .describe('The sum over all phases; null where it wasn’t measured: then the power over 230 V'),
})
export type ChargingPeriod = z.infer<typeof chargingPeriod>

/** A period in which no energy flows: the car stands there, or a connector is kept; nothing when it ends before it begins. */
export function idlePeriod(
  state: Exclude<PeriodState, 'CHARGING'>,
  startsAt: Instant,
  endsAt: Instant,
): ChargingPeriod {
  const seconds = Math.max(0, endsAt - startsAt) / SECOND
  return { startsAt, seconds, state, energyMilliWh: 0, powerW: null, currentA: null }
}

/** kWh as written, exactly, in thousandths of a Wh; null when there are more than six decimals or it is none. */
export function milliWhOf(kWh: number | string): number | null {
  const read = decimal(kWh)
  if (read === null) return null
  const milliWh = times(read, whole(1_000_000))
  const exact = Number(milliWh.num)
  return milliWh.den === 1n && Number.isSafeInteger(exact) ? exact : null
}
