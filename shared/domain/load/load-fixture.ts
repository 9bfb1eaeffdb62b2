import { type Instant, MINUTE } from '../../time/instant.ts'
import type { LoadSample, LoadTransaction, Meter } from './meter.ts'
import { MISSING, type Steps } from './steps.ts'

/** The instant from which fixtures count: a full hour, noon by UTC. */
export const NOON = Date.UTC(2026, 2, 2, 12)

/** A sample told at once, save for what is said of it. @param minute minutes after noon */
export function sampleAt(minute: number, told: Partial<LoadSample> = {}): LoadSample {
  const measuredAt = told.measuredAt ?? NOON + minute * MINUTE
  return {
    measuredAt,
    receivedAt: measuredAt,
    transactionId: '',
    energyWh: null,
    powerW: null,
    currentL1Da: null,
    currentL2Da: null,
    currentL3Da: null,
    ...told,
  }
}

/** A transaction from one minute after noon to another, told at once. */
export function transactionBetween(
  id: string,
  [startMinute, meterStartWh]: readonly [number, number],
  stop?: readonly [number, number],
): LoadTransaction {
  const at = (minute: number): Instant => NOON + minute * MINUTE
  return {
    id,
    startedAt: at(startMinute),
    startReceivedAt: at(startMinute),
    meterStartWh,
    stoppedAt: stop ? at(stop[0]) : null,
    stopReceivedAt: stop ? at(stop[0]) : null,
    meterStopWh: stop?.[1] ?? null,
  }
}

/** A connector that has been there since the day before, connected all the time, telling its values each minute. */
export function aMeter(told: Partial<Meter> = {}): Meter {
  return {
    samples: [],
    transactions: [],
    online: [{ from: NOON - 1_440 * MINUTE, until: Infinity }],
    since: NOON - 1_440 * MINUTE,
    until: Infinity,
    usualMs: MINUTE,
    rotation: 'RST',
    ...told,
  }
}

export function sumWh({ energyWh }: Steps): number {
  return energyWh.reduce((sum, wh) => sum + wh, 0)
}

/** The minutes that are marked as missing, by number. */
export function missingIn({ flags }: Steps): number[] {
  return [...flags.entries()].filter(([, bits]) => (bits & MISSING) !== 0).map(([at]) => at)
}
