import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMeterValue, type MeterText } from './meter-reading.ts'
import type { SampledText } from './quantity.ts'

const now = Date.UTC(2026, 5, 1, 12)
const timestamp = new Date(now).toISOString()
const read = (...sampledValue: SampledText[]) => readMeterValue({ timestamp, sampledValue }, now)

describe('energy', () => {
  test('a value that says nothing of itself is the import register in Wh', () => {
    expect(read({ value: '12345' })).toMatchObject({
      energyWh: 12_345,
      context: 'Sample.Periodic',
      notes: [],
    })
  })

  test('kWh and Wh give the same', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000_000_000 }),
        fc.integer({ min: 0, max: 999 }),
        (whole, thousandths) => {
          const wh = `${whole}.${String(thousandths).padStart(3, '0')}`
          const digits = `${whole}`.padStart(4, '0')
          const kwh = `${digits.slice(0, -3)}.${digits.slice(-3)}${String(thousandths).padStart(3, '0')}`
          expect(read({ value: kwh, unit: 'kWh' }).energyWh).toBe(
            read({ value: wh, unit: 'Wh' }).energyWh,
          )
        },
      ),
    )
  })

  test('phases are summed when there is no total, and never added to one', () => {
    const phases = fc.tuple(fc.nat(1e6), fc.nat(1e6), fc.nat(1e6))
    fc.assert(
      fc.property(phases, fc.boolean(), fc.nat(1e7), (values, withTotal, total) => {
        const samples: SampledText[] = values.map((value, index) => ({
          value: `${value}`,
          phase: `L${index + 1}`,
        }))
        if (withTotal) samples.push({ value: `${total}` })
        const expected = withTotal ? total : values.reduce((sum, value) => sum + value, 0)
        expect(read(...samples).energyWh).toBe(expected)
      }),
    )
  })

  test('interval energy is not the register', () => {
    const reading = read({ value: '250', measurand: 'Energy.Active.Import.Interval' })
    expect(reading).toMatchObject({
      energyWh: null,
      other: [{ measurand: 'Energy.Active.Import.Interval', value: 250 }],
    })
  })

  test('the outlet is billed, whatever else is measured elsewhere', () => {
    const reading = read({ value: '900', location: 'Inlet' }, { value: '800', location: 'Outlet' })
    expect(reading).toMatchObject({ energyWh: 800, other: [{ location: 'Inlet', value: 900 }] })
    expect(read({ value: '900', location: 'Inlet' }).energyWh).toBe(900)
  })
})

describe('power', () => {
  test.each([
    ['11000', 'W'],
    ['11', 'kW'],
    ['11.0', 'kw'],
    ['11000', undefined],
    ['11,000', 'kW'],
    ['  11 ', 'kW'],
  ])('%s %s is 11 kW', (value, unit) => {
    const sample = {
      value,
      measurand: 'Power.Active.Import',
      ...(unit === undefined ? {} : { unit }),
    }
    expect(read(sample).powerW).toBe(11_000)
  })

  test('by phase against neutral is the same as by phase', () => {
    const measurand = 'Power.Active.Import'
    expect(
      read({ value: '3680', measurand, phase: 'L1-N' }, { value: '3600', measurand, phase: 'L2' })
        .powerW,
    ).toBe(7_280)
  })

  test('is derived from current and voltage when the charger tells none, and says so', () => {
    const amps = ['16', '15.5', '16.1'].map((value, index) => ({
      value,
      measurand: 'Current.Import',
      unit: 'A',
      phase: `L${index + 1}`,
    }))
    const reading = read(...amps, { value: '230', measurand: 'Voltage' })
    expect(reading).toMatchObject({
      powerW: 10_948,
      currentDa: { l1: 160, l2: 155, l3: 161 },
      notes: ['powerDerived'],
    })
  })

  test('is not guessed from a current alone, nor from line voltages', () => {
    const current = { value: '16', measurand: 'Current.Import', phase: 'L1' }
    expect(read(current).powerW).toBeNull()
    const reading = read(current, { value: '400', measurand: 'Voltage', phase: 'L1-L2' })
    expect(reading).toMatchObject({ powerW: null, other: [{ phase: 'L1-L2', value: 400 }] })
  })
})

test('the other figures come in our units', () => {
  const reading = read(
    { value: '54.4', measurand: 'SoC', unit: 'Percent', location: 'EV' },
    { value: '50.02', measurand: 'Frequency' },
    { value: '41', measurand: 'Temperature', unit: 'Celcius' },
    { value: '22', measurand: 'Power.Offered', unit: 'kW' },
    { value: '32', measurand: 'Current.Offered', unit: 'A' },
    { value: '231.4', measurand: 'Voltage', phase: 'L1-N', unit: 'V' },
    { value: '3', measurand: 'Current.Import', phase: 'N', unit: 'A' },
  )
  expect(reading).toMatchObject({
    socPct: 54.4,
    frequencyHz: 50.02,
    temperatureC: 41,
    offeredW: 22_000,
    offeredDa: 320,
    voltageV: { l1: 231.4, l2: null },
    currentDa: { neutral: 30 },
    other: [],
  })
})

test.each([
  ['300', 'K', 26.85],
  ['86', 'Fahrenheit', 30],
  ['30', 'Celsius', 30],
])('%s %s is %d °C', (value, unit, expected) => {
  expect(read({ value, unit, measurand: 'Temperature' }).temperatureC).toBeCloseTo(expected, 6)
})

test('a measurand nobody knows is kept under its own name, unit and phase', () => {
  expect(
    read({ value: '7', measurand: 'Vendor.Hum', unit: 'dB', phase: 'L2' }).other,
  ).toMatchObject([{ measurand: 'Vendor.Hum', unit: 'dB', phase: 'L2', value: 7 }])
})

test('signed data is kept to the letter and never read as a number', () => {
  const reading = read({ value: ' 0123 ', format: 'SignedData' }, { value: '5' })
  expect(reading).toMatchObject({ energyWh: 5, other: [{ value: ' 0123 ', note: 'signed' }] })
  expect(read({ value: '0123', format: 'SignedData' }).energyWh).toBeNull()
})

test.each(['NaN', '∞', 'Infinity', '', 'off', '1e999', '-5', '1e13'])(
  '%j is no energy and is flagged',
  (value) => {
    const reading = read({ value })
    expect(reading.energyWh).toBeNull()
    expect(reading.other).toMatchObject([{ value }])
    expect(reading.notes).toHaveLength(1)
  },
)

test('a known measurand in a foreign unit says nothing sure', () => {
  expect(read({ value: '5', unit: 'W' })).toMatchObject({ energyWh: null, notes: ['unitMismatch'] })
})

test('no values at all are a reading of nothing', () => {
  expect(read()).toMatchObject({ energyWh: null, powerW: null, other: [], notes: [] })
})

test('contexts: the first one told, and a note when they differ', () => {
  const end = { value: '1', context: 'Transaction.End' }
  expect(read(end)).toMatchObject({ context: 'Transaction.End', notes: [] })
  expect(read(end, { value: '1', measurand: 'SoC' })).toMatchObject({
    context: 'Transaction.End',
    notes: ['mixedContexts'],
  })
})

test.each([
  ['1970-01-01T00:00:10Z', ['clockSuspect']],
  ['2000-01-01T00:00:10Z', ['clockSuspect']],
  ['2036-01-01T00:00:10Z', ['clockSuspect']],
  ['2026-05-20T00:00:00Z', []],
  ['soon', ['timestampUnreadable']],
])('%s is kept and judged %j', (stamp, notes) => {
  const reading = readMeterValue({ timestamp: stamp, sampledValue: [] }, now)
  expect(reading).toMatchObject({ receivedAt: now, notes })
  expect(reading.measuredAt).toBe(stamp === 'soon' ? now : Date.parse(stamp))
})

const word = fc.option(
  fc.oneof(
    fc.string(),
    fc.constantFrom('Current.Import', 'SoC', 'Voltage', 'L1', 'L2-N', 'kWh', 'A', 'SignedData'),
  ),
  { nil: undefined },
)
const sample = fc.record(
  {
    value: fc.oneof(fc.string(), fc.double().map(String)),
    measurand: word,
    phase: word,
    unit: word,
    location: word,
    format: word,
    context: word,
  },
  { requiredKeys: ['value'] },
)

test('no text makes it throw, every figure is a whole number or none, and saying it twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(sample, { maxLength: 20 }), (stamp, samples) => {
      const given: MeterText = JSON.parse(
        JSON.stringify({ timestamp: stamp, sampledValue: samples }),
      )
      const reading = readMeterValue(given, now)
      for (const figure of [reading.energyWh, reading.powerW, reading.currentDa.l1]) {
        expect(figure === null || Number.isSafeInteger(figure)).toBe(true)
      }
      const { sampledValue } = given
      const twice = readMeterValue(
        { ...given, sampledValue: [...sampledValue, ...sampledValue] },
        now,
      )
      expect({ ...twice, other: [] }).toEqual({ ...reading, other: [] })
    }),
  )
})
