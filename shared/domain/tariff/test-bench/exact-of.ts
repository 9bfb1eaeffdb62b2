import { expect } from 'vitest'
import type { ChargingPeriod } from '../charging-period.ts'
import type { OcpiTariff } from '../ocpi-tariff.ts'
import { priceOf } from '../price.ts'
import { STOCKHOLM } from './session.ts'

/** Before and after taxes, major units, before rounding; expects the price to be rounded once, from there. */
export function exactOf(one: OcpiTariff, periods: ChargingPeriod[]): [excl: number, incl: number] {
  const { exact, exclMinor, inclMinor } = priceOf(one, STOCKHOLM, periods)
  expect(Math.abs(exclMinor - 100 * Number(exact.excl))).toBeLessThanOrEqual(0.5)
  expect(Math.abs(inclMinor - 100 * Number(exact.incl))).toBeLessThanOrEqual(0.5)
  return [Number(exact.excl), Number(exact.incl)]
}
