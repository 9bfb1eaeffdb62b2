import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import type { OcpiTariff } from '../tariff/ocpi-tariff.ts'
import { type BillTerms, billOf, correctionLine } from './bill-of.ts'
import { chargesJoined, stayPeriods } from './periods.ts'
import { aSample, aStay, aTransaction, T0 } from './stay-fixture.ts'

/** 3.20 a kWh and, where the car parks, 60 an hour; 25 % VAT included. */
const tariff: OcpiTariff = {
  currency: 'SEK',
  tax_included: 'YES',
  elements: [
    {
      price_components: [
        { type: 'ENERGY', price: 3.2, vat: 25, step_size: 1 },
        { type: 'PARKING_TIME', price: 60, vat: 25, step_size: 1 },
      ],
    },
  ],
}
const terms: BillTerms = {
  tariff: { ocpi: tariff },
  settlement: 'pay',
  timeZone: 'Europe/Stockholm',
  corrections: [],
}
const parked = aStay({ marks: [{ at: T0 + HOUR, word: 'SuspendedEV' }] })
const periods = stayPeriods(parked, 15)

describe('a bill', () => {
  test('has the tariff’s lines, and they make its sums', () => {
    expect(billOf(periods, terms)).toMatchObject({
      lines: [
        { kind: 'energy', quantity: 20, unit: 'kWh', unitPrice: '3.2', ratePct: 25 },
        { kind: 'parking', quantity: 0.75, unit: 'h', unitPrice: '60', ratePct: 25 },
      ],
      exclMinor: 8_720,
      inclMinor: 10_900,
      vat: [{ ratePct: 25, exclMinor: 8_720, vatMinor: 2_180 }],
    })
  })

  test('that is free tells its quantities and costs nothing', () => {
    const { lines, inclMinor, vat } = billOf(periods, { ...terms, settlement: 'free' })
    expect(lines).toMatchObject([
      { kind: 'energy', quantity: 20, exclMinor: 0, vatMinor: 0 },
      { kind: 'parking', quantity: 0.75, exclMinor: 0, vatMinor: 0 },
    ])
    expect(inclMinor).toBe(0)
    expect(vat).toEqual([{ ratePct: 25, exclMinor: 0, vatMinor: 0 }])
  })

  test('without a tariff has no lines', () => {
    expect(billOf(periods, { ...terms, tariff: null })).toEqual({
      lines: [],
      exclMinor: 0,
      inclMinor: 0,
      vat: [],
    })
  })
})

describe('a correction', () => {
  test('is a line with its tax, and stays where the rest is priced anew', () => {
    const corrections = [correctionLine(-1_000, 25)]
    expect(corrections[0]).toMatchObject({ kind: 'adjustment', exclMinor: -800, vatMinor: -200 })
    expect(billOf(periods, { ...terms, corrections }).inclMinor).toBe(9_900)
    expect(billOf([], { ...terms, corrections: [correctionLine(500, 25)] }).inclMinor).toBe(500)
  })

  test('never brings a bill below zero: the last is taken back as far as it would', () => {
    const corrections = [correctionLine(-10_000, 25), correctionLine(-2_000, 12)]
    const { lines, inclMinor } = billOf(periods, { ...terms, corrections })
    expect(inclMinor).toBe(0)
    expect(lines.slice(-2)).toEqual([correctionLine(-10_000, 25), correctionLine(-900, 12)])
  })

  test('of any size at any rate leaves no bill below zero', () => {
    const line = fc
      .tuple(fc.integer({ min: -20_000, max: 5_000 }), fc.constantFrom(0, 6, 12, 25))
      .map(([minor, rate]) => correctionLine(minor, rate))
    const property = fc.property(fc.array(line, { maxLength: 6 }), (corrections) => {
      const { exclMinor, inclMinor, vat, lines } = billOf(periods, { ...terms, corrections })
      expect(inclMinor).toBeGreaterThanOrEqual(0)
      expect(exclMinor + vat.reduce((sum, { vatMinor }) => sum + vatMinor, 0)).toBe(inclMinor)
      expect(lines.reduce((sum, one) => sum + one.exclMinor, 0)).toBe(exclMinor)
    })
    fc.assert(property, { numRuns: 300 })
  })
})

test('meter values between others, of what flowed evenly, change no price', () => {
  const dayAndNight: OcpiTariff = {
    ...tariff,
    elements: [
      {
        price_components: [{ type: 'ENERGY', price: 1.5, vat: 25, step_size: 1 }],
        restrictions: { start_time: '08:17', end_time: '09:01' },
      },
      {
        price_components: [{ type: 'ENERGY', price: 7.7, vat: 25, step_size: 1 }],
        restrictions: { min_duration: 5_000 },
      },
      ...tariff.elements,
    ],
  }
  const by = { ...terms, tariff: { ocpi: dayAndNight } }
  // 6 kW, so 100 Wh a minute.
  const transaction = aTransaction({ energyWh: 12_000 })
  const whole = billOf(stayPeriods(aStay({ transaction }), 0), by)
  const property = fc.property(
    fc.array(fc.integer({ min: 1, max: 119 }), { maxLength: 40 }),
    (minutes) => {
      const samples = minutes.map((minute) => aSample(minute, minute * 100))
      expect(billOf(stayPeriods(aStay({ transaction, samples }), 0), by)).toEqual({
        ...whole,
        lines: whole.lines.map((line) => expect.objectContaining(amountsOf(line))),
      })
    },
  )
  fc.assert(property, { numRuns: 100 })
})

const amountsOf = ({ kind, quantity, exclMinor, vatMinor }: ReturnType<typeof correctionLine>) => ({
  kind,
  quantity,
  exclMinor,
  vatMinor,
})

test('charges that are joined cost the same where no price holds only at times', () => {
  const byTime: OcpiTariff = {
    ...tariff,
    elements: tariff.elements.map(({ price_components }) => ({
      price_components: [...price_components, { type: 'TIME', price: 12, vat: 6, step_size: 60 }],
    })),
  }
  const word = fc.constantFrom('Charging', 'SuspendedEV', 'SuspendedEVSE', 'Finishing' as const)
  const marks = fc.array(
    fc.record({ at: fc.integer({ min: 0, max: 130 }).map((minute) => T0 + minute * MINUTE), word }),
    { maxLength: 8 },
  )
  const samples = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 119 }), fc.nat(20_000)), { maxLength: 40 })
    .map((told) => told.map(([minute, wh]) => aSample(minute, wh)))
  const property = fc.property(marks, samples, (told, measured) => {
    const stay = aStay({ marks: told, samples: measured, goneAt: T0 + 3 * HOUR })
    const each = stayPeriods(stay, 10)
    const joined = chargesJoined(each)
    const by = { ...terms, tariff: { ocpi: byTime } }
    const [one, other] = [billOf(joined, by), billOf(each, by)]
    // Only from when on energy is told to have flowed may be earlier.
    expect(one.lines.map(amountsOf)).toEqual(other.lines.map(amountsOf))
    expect({ ...one, lines: [] }).toEqual({ ...other, lines: [] })
    expect(joined.length).toBeLessThanOrEqual(each.length)
  })
  fc.assert(property, { numRuns: 300 })
})

test('a stay of ten hours with a meter value a second has a period a minute', () => {
  const transaction = aTransaction({ stoppedAt: T0 + 10 * HOUR, energyWh: 36_000 })
  const samples = Array.from({ length: 36_000 }, (_, second) =>
    aSample(0, second, { measuredAt: T0 + second * 1_000, receivedAt: T0 + second * 1_000 }),
  )
  const each = stayPeriods(aStay({ transaction, samples }), 0)
  expect(each.length).toBeLessThanOrEqual((10 * HOUR) / MINUTE + 1)
  expect(billOf(each, terms).inclMinor).toBe(11_520)
})
