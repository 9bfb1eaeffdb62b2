import type { Instant } from '../../time/instant.ts'
import { readTimestamp } from '../ocpp/timestamp.ts'
import { isClockSuspect } from './clock-suspect.ts'
import { powerOf } from './derived-power.ts'
import {
  DEFAULT_LOCATION,
  readQuantity,
  type Quantity,
  type QuantityNote,
  type SampledText,
} from './quantity.ts'

/** What a charger measured at one moment, as OCPP 1.6 §7.37 has it. */
export interface MeterText {
  readonly timestamp: string
  readonly sampledValue: readonly SampledText[]
}

export type MeterNote =
  | QuantityNote
  | 'clockSuspect'
  | 'timestampUnreadable'
  | 'conflictingValues'
  | 'mixedContexts'
  | 'powerDerived'

/** One value per phase; null where the charger told none. `all` came without a phase. */
export interface Phases {
  readonly all: number | null
  readonly l1: number | null
  readonly l2: number | null
  readonly l3: number | null
}

/** The values of one moment in our units. Null where the charger told nothing. */
export interface MeterReading {
  /** By the charger's clock. */
  readonly measuredAt: Instant
  readonly receivedAt: Instant
  /** OCPP 1.6 ReadingContext. */
  readonly context: string
  /** The import register, the sum of its phases when it came by phase. */
  readonly energyWh: number | null
  /** Import power; negative when energy flows back. */
  readonly powerW: number | null
  readonly socPct: number | null
  /** Import current, 0.1 A. */
  readonly currentDa: Phases & { readonly neutral: number | null }
  /** Against neutral; line voltages (L1-L2) are under `other`. */
  readonly voltageV: Phases
  readonly frequencyHz: number | null
  readonly temperatureC: number | null
  readonly offeredW: number | null
  readonly offeredDa: number | null
  /** Everything else under its own measurand, phase and location. */
  readonly other: readonly Quantity[]
  readonly notes: readonly MeterNote[]
}

/** The context of a value that doesn't tell it (OCPP 1.6 §7.43). */
export const DEFAULT_CONTEXT = 'Sample.Periodic'

/** How many values without a place of their own a reading keeps. */
const MOST_OTHERS = 100
const LONGEST_CONTEXT = 40

/** How a phase is told; some chargers name it against neutral. */
const NO_PHASE = [null]
const L1 = ['L1', 'L1-N']
const L2 = ['L2', 'L2-N']
const L3 = ['L3', 'L3-N']
const ANY_PHASE = [null, ...L1, ...L2, ...L3]

/** How many values of one moment are read; nobody's meter tells more. */
const MOST_VALUES = 500

/** Where a charger measures, the place that is billed first: a reading's own figures come from the first there is. */
const LOCATIONS = [DEFAULT_LOCATION, 'Cable', 'Inlet', 'EV', 'Body']

/** Makes one reading of a charger's MeterValue. Never throws, whatever the texts. */
export function readMeterValue(text: MeterText, receivedAt: Instant): MeterReading {
  const notes = new Set<MeterNote>()
  const stamp = readTimestamp(text.timestamp)
  if (stamp === undefined) notes.add('timestampUnreadable')
  const measuredAt = stamp?.at ?? receivedAt
  if (isClockSuspect(measuredAt, receivedAt)) notes.add('clockSuspect')
  const quantities = new Quantities(
    text.sampledValue.slice(0, MOST_VALUES).map(readQuantity),
    notes,
  )

  const energyWh = rounded(quantities.total('Energy.Active.Import.Register'))
  const measuredW = quantities.total('Power.Active.Import')
  const current = quantities.phases('Current.Import')
  const voltageV = quantities.phases('Voltage')
  const factor = quantities.single('Power.Factor')
  const derivedW = measuredW === null ? powerOf(current, voltageV, factor) : null
  if (derivedW !== null) notes.add('powerDerived')
  const reading = {
    measuredAt,
    receivedAt,
    context: contextOf(text.sampledValue, notes),
    energyWh,
    powerW: rounded(measuredW ?? derivedW),
    socPct: quantities.single('SoC'),
    currentDa: {
      all: rounded(current.all),
      l1: rounded(current.l1),
      l2: rounded(current.l2),
      l3: rounded(current.l3),
      neutral: rounded(quantities.take('Current.Import', ['N'])),
    },
    voltageV,
    frequencyHz: quantities.single('Frequency'),
    temperatureC: quantities.single('Temperature'),
    offeredW: rounded(quantities.total('Power.Offered')),
    offeredDa: rounded(quantities.single('Current.Offered')),
  }
  return { ...reading, other: quantities.rest(), notes: [...notes] }
}

/** The numbers of one measurand, one for each place and phase, and the place its own figures come from. */
interface Measured {
  place: string
  readonly numbers: Quantity[]
}

/** The quantities of one moment; what has been taken for a figure is no longer among the rest. */
class Quantities {
  readonly #left: (Quantity | null)[] = []
  readonly #measured = new Map<string, Measured>()

  constructor(quantities: readonly Quantity[], notes: Set<MeterNote>) {
    for (const quantity of quantities) {
      if (quantity.note !== null) notes.add(quantity.note)
      if (typeof quantity.value === 'number' && !this.#file(quantity, notes)) continue
      this.#left.push(quantity)
    }
  }

  /** Files a number under its place; false when the very same is there already. */
  #file(quantity: Quantity, notes: Set<MeterNote>): boolean {
    const { measurand, location, phase } = quantity
    const measured = this.#measured.get(measurand)
    if (measured === undefined) {
      this.#measured.set(measurand, { place: location, numbers: [quantity] })
      return true
    }
    const known = measured.numbers.find((at) => at.phase === phase && at.location === location)
    if (known !== undefined) {
      if (known.value === quantity.value) return false
      notes.add('conflictingValues')
      return true
    }
    measured.numbers.push(quantity)
    if (rank(location) < rank(measured.place)) measured.place = location
    return true
  }

  /**
   * The value under the first of these phases that is there. Phases of one measurand are never mixed from two
   * places.
   */
  take(measurand: string, phases: readonly (string | null)[]): number | null {
    const measured = this.#measured.get(measurand)
    if (measured === undefined) return null
    for (const phase of phases) {
      for (const quantity of measured.numbers) {
        if (quantity.phase !== phase || quantity.location !== measured.place) continue
        if (typeof quantity.value !== 'number') continue
        const index = this.#left.indexOf(quantity)
        if (index !== -1) this.#left[index] = null
        return quantity.value
      }
    }
    return null
  }

  /** A measurand that is not told by phase, or the first phase of it. */
  single(measurand: string): number | null {
    return this.take(measurand, ANY_PHASE)
  }

  phases(measurand: string): Phases {
    return {
      all: this.take(measurand, NO_PHASE),
      l1: this.take(measurand, L1),
      l2: this.take(measurand, L2),
      l3: this.take(measurand, L3),
    }
  }

  /** The total as told, otherwise the sum of the phases. */
  total(measurand: string): number | null {
    const all = this.take(measurand, NO_PHASE)
    if (all !== null) return all
    const { l1, l2, l3 } = this.phases(measurand)
    if (l1 === null && l2 === null && l3 === null) return null
    return (l1 ?? 0) + (l2 ?? 0) + (l3 ?? 0)
  }

  rest(): Quantity[] {
    return this.#left.filter((quantity) => quantity !== null).slice(0, MOST_OTHERS)
  }
}

/** Earlier is better; places nobody named in the specification come last. */
function rank(location: string): number {
  const index = LOCATIONS.indexOf(location)
  return index === -1 ? LOCATIONS.length : index
}

function contextOf(samples: readonly SampledText[], notes: Set<MeterNote>): string {
  let context: string | null = null
  for (const sample of samples) {
    const told = sample.context?.trim() ?? ''
    const own = told === '' ? DEFAULT_CONTEXT : told.slice(0, LONGEST_CONTEXT)
    if (context === null) context = own
    else if (context !== own) notes.add('mixedContexts')
  }
  return context ?? DEFAULT_CONTEXT
}

function rounded(value: number | null): number | null {
  // Adding 0 makes -0 into 0.
  return value === null ? null : Math.round(value) + 0
}
