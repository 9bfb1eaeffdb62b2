import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as habits from './habit.ts'
import { flowThrough } from './outlet.ts'
import { measurandsOf, sampledValues } from './sampled-value.ts'
import type { Reading } from './sampled-value.ts'

const MAKES = Object.values(habits)
const anyReading: fc.Arbitrary<Reading> = fc
  .record({
    registerWh: fc.double({ min: 0, max: 1e8, noNaN: true }),
    watts: fc.double({ min: 0, max: 22_000, noNaN: true }),
    used: fc.constantFrom(1, 3),
  })
  .map(({ registerWh, watts, used }) => ({
    registerWh,
    flow: flowThrough({ kind: 'ac', phases: 3, maxCurrentA: 32 }, watts, used, 230),
    socPercent: 55,
    temperatureC: 21,
  }))

const TO_WH: Record<string, number> = { Wh: 1, kWh: 1_000 }

describe('sampled values', () => {
  it('tell the same register in every make’s unit, to the Wh', () => {
    fc.assert(
      fc.property(anyReading, fc.constantFrom(...MAKES), (reading, { meter }) => {
        const values = sampledValues(reading, meter, 'Sample.Periodic', measurandsOf(meter))
        const [energy] = values
        const unit = energy?.unit ?? 'Wh'
        const wh = Number(energy?.value) * (TO_WH[unit] ?? Number.NaN)
        expect(Math.abs(wh - reading.registerWh)).toBeLessThanOrEqual(0.51)
      }),
    )
  })

  it('tell a power that the phases add up to, where a make tells any', () => {
    fc.assert(
      fc.property(anyReading, fc.constantFrom(...MAKES), (reading, { meter }) => {
        const values = sampledValues(reading, meter, 'Sample.Periodic', measurandsOf(meter))
        const powers = values.filter(({ measurand }) => measurand === 'Power.Active.Import')
        expect(powers.length > 0).toBe(meter.power !== 'none')
        if (meter.power === 'none') return
        const watts = powers.reduce(
          (sum, { value, unit }) => sum + Number(value) * (unit === 'kW' ? 1_000 : 1),
          0,
        )
        expect(Math.abs(watts - reading.flow.powerW)).toBeLessThanOrEqual(6)
      }),
    )
  })

  it('hold back what was not asked for', () => {
    const reading: Reading = {
      registerWh: 1,
      flow: flowThrough({ kind: 'ac', phases: 3, maxCurrentA: 32 }, 11_000, 3, 230),
      socPercent: null,
      temperatureC: 20,
    }
    const meter = habits.KVISTBERG.meter
    expect(sampledValues(reading, meter, 'Trigger', ['Voltage'])).toHaveLength(3)
    expect(sampledValues(reading, meter, 'Trigger', [])).toEqual([])
  })
})
