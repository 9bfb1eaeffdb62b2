import type { OCPP16 } from 'typed-ocpp'
import type { SmartCharging } from './smart-charging/profiles.ts'

/** How a make writes its meter values: every one of these is met in the field. */
export type MeterHabit = {
  /** `bare`: a value alone, no measurand, no unit (OCPP 1.6 §7.43: then Wh of the import register). */
  energy: 'Wh' | 'kWh' | 'bare'
  /** `per-phase`: L1, L2, L3 and no total. */
  power: 'W' | 'kW' | 'per-phase' | 'none'
  /** Amperes: one figure, one per phase, or none. */
  current: 'one' | 'per-phase' | 'none'
  /** How a make names the phases of its voltages: to neutral, or by the phase alone. */
  voltage: 'L1-N' | 'L1' | 'none'
  soc: boolean
  temperature: 'Celcius' | 'Celsius' | 'none'
  /** Default of MeterValueSampleInterval in seconds; 0: none. */
  sampleIntervalS: number
  /** Default of ClockAlignedDataInterval in seconds; 0: none. */
  alignedIntervalS: number
  /** Leaves the transaction id out of MeterValues. */
  omitsTransactionId: boolean
  /** Sends Begin and End readings along in StopTransaction. */
  sendsTransactionData: boolean
}

/** How a make reports its connectors' states. */
export type StatusHabit = {
  /** Reports connector 0 too, the station itself. */
  reportsStation: boolean
  timestamps: boolean
  /** Repeats an unchanged status this often, in seconds; 0: never. */
  repeatS: number
  /** Says Available when the car leaves, and only then stops the transaction. */
  freesBeforeStop: boolean
  /** Fills `info` and `vendorErrorCode` though nothing is wrong. */
  chatty: boolean
}

/** What goes wrong now and then, politely: never against the protocol, always in some real station. */
export type Mischief = {
  /** Waits this long after connecting before the first BootNotification, in seconds. */
  lateBootS: number
  /** Answers this share of the commands with a GenericError. */
  genericErrorShare: number
  /** Sends this share of its StopTransactions twice, under a new message id. */
  doubleStopShare: number
  /** Drops its connection about this often, in seconds of real time; 0: never. */
  dropEveryS: number
  /** A connector lock fails about this often and recovers, in simulated ms; 0: never. */
  lockFaultEveryMs: number
  lockFaultLastsMs: number
}

/** A make's habits: what its stations do alike. */
export type Habit = {
  vendor: string
  model: string
  firmware: string
  meter: MeterHabit
  status: StatusHabit
  /** Sends BootNotification after every reconnect, not only after a restart. */
  bootsOnReconnect: boolean
  /** The cable belongs to the station: nothing to unlock. */
  tethered: boolean
  /** Whether it has the Reservation profile, and what it says of it if not. */
  reservations: 'held' | 'NotSupported' | 'NotImplemented'
  /** What it does with charging profiles, and what it says of them if it has none. */
  smartCharging: SmartCharging | 'NotSupported' | 'NotImplemented'
  /** Why it says a session ended when the driver leaves. */
  leaveReason: NonNullable<OCPP16.StopTransactionRequest['reason']>
  mischief: Mischief
}

const NO_MISCHIEF: Mischief = {
  lateBootS: 0,
  genericErrorShare: 0,
  doubleStopShare: 0,
  dropEveryS: 0,
  lockFaultEveryMs: 0,
  lockFaultLastsMs: 0,
}

const PLAIN_STATUS: StatusHabit = {
  reportsStation: true,
  timestamps: true,
  repeatS: 0,
  freesBeforeStop: false,
  chatty: false,
}

const PLAIN_METER: MeterHabit = {
  energy: 'Wh',
  power: 'W',
  current: 'per-phase',
  voltage: 'L1-N',
  soc: false,
  temperature: 'none',
  sampleIntervalS: 10,
  alignedIntervalS: 0,
  omitsTransactionId: false,
  sendsTransactionData: false,
}

/** Charging profiles by the book. */
const PLAIN_LIMITS: SmartCharging = {
  toldStackLevel: 8,
  takenStackLevel: 8,
  rateUnits: ['A', 'W'],
  maxPeriods: 24,
  maxProfiles: 10,
  obeys: true,
}

const PLAIN = {
  status: PLAIN_STATUS,
  meter: PLAIN_METER,
  bootsOnReconnect: true,
  tethered: false,
  reservations: 'NotSupported' as const,
  smartCharging: PLAIN_LIMITS,
  leaveReason: 'Local' as const,
  mischief: NO_MISCHIEF,
}

/** Tells everything, by the book. */
export const KVISTBERG: Habit = {
  ...PLAIN,
  vendor: 'Kvistberg',
  model: 'Kaj 22',
  firmware: '4.2.1',
  reservations: 'held',
}

/** Kilo units with decimals, totals only; limits in amperes alone. */
export const GRANBARK: Habit = {
  ...PLAIN,
  vendor: 'Granbark EL',
  model: 'Stolpe 11',
  firmware: 'R17b',
  meter: { ...PLAIN_METER, energy: 'kWh', power: 'kW', current: 'one', voltage: 'none' },
  leaveReason: 'EVDisconnected',
  smartCharging: { ...PLAIN_LIMITS, rateUnits: ['A'] },
}

/** A small wallbox: amperes, never watts. The highest stack level that it names it doesn't take. */
export const TALLMYRA: Habit = {
  ...PLAIN,
  vendor: 'Tallmyra',
  model: 'Vinkel 7',
  firmware: '0.9.44',
  meter: { ...PLAIN_METER, power: 'none', voltage: 'L1', sampleIntervalS: 15 },
  status: { ...PLAIN_STATUS, reportsStation: false },
  reservations: 'NotImplemented',
  smartCharging: { ...PLAIN_LIMITS, rateUnits: ['A'], toldStackLevel: 8, takenStackLevel: 7 },
}

/** The same maker's cheapest: a bare register and nothing else, nor can it be limited. */
export const TALLMYRA_MINI: Habit = {
  ...TALLMYRA,
  model: 'Vinkel 3',
  smartCharging: 'NotImplemented',
  meter: {
    ...PLAIN_METER,
    energy: 'bare',
    power: 'none',
    current: 'none',
    voltage: 'none',
    sampleIntervalS: 20,
  },
}

/** Per-phase figures on the minute, whether or not somebody charges; plans of a few periods. */
export const ORMTORP: Habit = {
  ...PLAIN,
  vendor: 'Ormtorp Elektro',
  model: 'Trio',
  firmware: '2025.11',
  smartCharging: { ...PLAIN_LIMITS, maxPeriods: 4, maxProfiles: 3 },
  meter: {
    ...PLAIN_METER,
    power: 'per-phase',
    temperature: 'Celcius',
    sampleIntervalS: 0,
    alignedIntervalS: 30,
    omitsTransactionId: true,
  },
}

/** A fast charger with the car's state of charge and readings inside StopTransaction. */
export const ASKDAL: Habit = {
  ...PLAIN,
  vendor: 'Åskdal',
  model: 'Blixt 120',
  firmware: '7.0.3-dc',
  smartCharging: { ...PLAIN_LIMITS, rateUnits: ['W'] },
  reservations: 'held',
  tethered: true,
  meter: {
    ...PLAIN_METER,
    energy: 'kWh',
    power: 'kW',
    current: 'one',
    voltage: 'none',
    soc: true,
    temperature: 'Celsius',
    sendsTransactionData: true,
  },
}

/** Talks about its connectors too much and in the wrong order, and does nothing of what it agrees to be limited to. */
export const ASKDAL_AC: Habit = {
  ...PLAIN,
  vendor: 'Åskdal',
  model: 'Skur 22',
  firmware: '7.0.1-ac',
  smartCharging: { ...PLAIN_LIMITS, obeys: false },
  status: {
    reportsStation: true,
    timestamps: false,
    repeatS: 60,
    freesBeforeStop: true,
    chatty: true,
  },
}

/** Does not boot again after a dropped connection. */
export const HALLMO: Habit = {
  ...PLAIN,
  vendor: 'Hällmo',
  model: 'Trygg 22',
  firmware: '1.14',
  bootsOnReconnect: false,
  reservations: 'held',
  meter: { ...PLAIN_METER, current: 'one', voltage: 'none' },
}

/** Means well: boots late, loses its line, reports twice, sticks its lock. */
export const HALLMO_OLD: Habit = {
  ...HALLMO,
  model: 'Trygg 11',
  firmware: '1.02-beta',
  mischief: {
    lateBootS: 12,
    genericErrorShare: 0.15,
    doubleStopShare: 0.5,
    dropEveryS: 240,
    lockFaultEveryMs: 5 * 3_600_000,
    lockFaultLastsMs: 25 * 60_000,
  },
}
