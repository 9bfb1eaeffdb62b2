import { readDecimal, shifted } from './decimal.ts'

/** A sampled value as OCPP 1.6 §7.43 has it, its words not yet trusted. */
export interface SampledText {
  readonly value: string
  readonly context?: string
  readonly format?: string
  readonly measurand?: string
  readonly phase?: string
  readonly location?: string
  readonly unit?: string
}

/** What was odd about a value and how it was taken. */
export type QuantityNote =
  | 'decimalComma'
  | 'padded'
  | 'notANumber'
  | 'absurd'
  | 'unitMismatch'
  | 'signed'

/**
 * One value in its measurand's own unit: energy Wh (reactive varh), power W (var, VA), current 0.1 A, voltage V,
 * temperature °C, SoC %, frequency Hz. `value` is text where it is no number: signed data as it came, or
 * what could not be read.
 */
export interface Quantity {
  readonly measurand: string
  readonly phase: string | null
  readonly location: string
  readonly unit: string
  readonly value: number | string
  readonly note: QuantityNote | null
}

interface Kind {
  readonly unit: string
  /** Unit (in lower case) -> power of ten into the kind's own unit. */
  readonly units: ReadonlyMap<string, number>
  /** What no meter of a charger shows. */
  readonly least: number
  readonly most: number
}

const kind = (unit: string, units: Record<string, number>, least: number, most: number): Kind => ({
  unit,
  units: new Map(Object.entries(units)),
  least,
  most,
})

const ENERGY = kind('Wh', { wh: 0, kwh: 3, mwh: 6 }, 0, 1e12)
const REACTIVE_ENERGY = kind('varh', { varh: 0, kvarh: 3 }, -1e12, 1e12)
const POWER = kind('W', { w: 0, kw: 3, mw: 6 }, -1e7, 1e7)
const REACTIVE_POWER = kind('var', { var: 0, kvar: 3, va: 0, kva: 3 }, -1e7, 1e7)
const CURRENT = kind('0.1 A', { a: 1, ma: -2 }, -1e5, 1e5)
const VOLTAGE = kind('V', { v: 0, kv: 3, mv: -3 }, -5_000, 5_000)
const SOC = kind('%', { percent: 0, '%': 0 }, 0, 100)
const FREQUENCY = kind('Hz', { hz: 0 }, 0, 1_000)
const TEMPERATURE = kind('°C', { celsius: 0, celcius: 0, c: 0, '°c': 0 }, -100, 500)
const NUMBER = kind('', {}, -1e15, 1e15)

const KINDS: readonly (readonly [prefix: string, kind: Kind])[] = [
  ['Energy.Active.', ENERGY],
  ['Energy.Reactive.', REACTIVE_ENERGY],
  ['Power.Active.', POWER],
  ['Power.Offered', POWER],
  ['Power.Reactive.', REACTIVE_POWER],
  ['Current.', CURRENT],
  ['Voltage', VOLTAGE],
  ['SoC', SOC],
  ['Frequency', FREQUENCY],
  ['Temperature', TEMPERATURE],
]

/** OCPP 1.6 §7.43: a sampled value that doesn't say otherwise is the import register in Wh, at the outlet. */
export const DEFAULT_MEASURAND = 'Energy.Active.Import.Register'
export const DEFAULT_LOCATION = 'Outlet'

/** How long a word of a charger's may be here. */
const LONGEST_WORD = 60
/** How much of a value that is no number is kept; signed data of one reading fits. */
const LONGEST_TEXT = 10_000

/** Reads one sampled value. Never throws: what can't be read stays as its text, with a note. */
export function readQuantity(sample: SampledText): Quantity {
  const measurand = word(sample.measurand) ?? DEFAULT_MEASURAND
  const place = {
    measurand,
    phase: word(sample.phase),
    location: word(sample.location) ?? DEFAULT_LOCATION,
  }
  const written = word(sample.unit)
  const asText = (note: QuantityNote): Quantity => ({
    ...place,
    unit: written ?? '',
    value: sample.value.slice(0, LONGEST_TEXT),
    note,
  })
  // Signed data is a proof: kept to the letter, never read as a number (§7.44).
  if (word(sample.format)?.toLowerCase() === 'signeddata') return asText('signed')
  const decimal = readDecimal(sample.value)
  if (decimal === undefined) return asText('notANumber')
  const known = KINDS.find(([prefix]) => measurand.startsWith(prefix))?.[1] ?? NUMBER
  const unit = written?.toLowerCase() ?? null
  if (known === TEMPERATURE && (unit === 'k' || unit === 'fahrenheit' || unit === 'f')) {
    const degrees = shifted(decimal, 0)
    return bounded(TEMPERATURE, unit === 'k' ? degrees - 273.15 : ((degrees - 32) * 5) / 9)
  }
  const powerOfTen = unit === null ? defaultPower(known) : known.units.get(unit)
  if (powerOfTen === undefined) {
    // A foreign measurand keeps the charger's unit; a known one in a foreign unit says nothing sure.
    if (known !== NUMBER) return asText('unitMismatch')
    return { ...bounded(NUMBER, shifted(decimal, 0)), unit: written ?? '' }
  }
  return bounded(known, shifted(decimal, powerOfTen))

  function bounded(own: Kind, value: number): Quantity {
    if (!(value >= own.least && value <= own.most)) return asText('absurd')
    return { ...place, unit: own.unit, value, note: decimal?.note ?? null }
  }
}

/** A value without a unit is in the first of its kind's: Wh, W, A. */
function defaultPower(known: Kind): number {
  for (const powerOfTen of known.units.values()) return powerOfTen
  return 0
}

function word(text: string | undefined): string | null {
  const trimmed = text?.trim().slice(0, LONGEST_WORD)
  return trimmed === undefined || trimmed === '' ? null : trimmed
}
