import { HOUR, MINUTE } from '../../time/instant.ts'
import type { StaySample, StayTransaction } from './registers.ts'
import type { Stay } from './periods.ts'

/** When the stays of tests begin: 08:00 in Stockholm. */
export const T0 = Date.UTC(2026, 5, 1, 6)

/** Two hours that brought 20 kWh, from a register of 1 MWh on, save for what is told. */
export function aTransaction(told: Partial<StayTransaction> = {}): StayTransaction {
  const stoppedAt = told.stoppedAt === undefined ? T0 + 2 * HOUR : told.stoppedAt
  return {
    state: stoppedAt === null ? 'active' : 'finished',
    startedAt: T0,
    startReceivedAt: T0,
    meterStartWh: 1_000_000,
    stopReceivedAt: stoppedAt,
    stopReason: 'Local',
    energyWh: 20_000,
    sampledAt: null,
    ...told,
    stoppedAt,
  }
}

/** A register so many minutes after the start. */
export function aSample(minute: number, wh: number, told: Partial<StaySample> = {}): StaySample {
  const measuredAt = T0 + minute * MINUTE
  return {
    measuredAt,
    receivedAt: measuredAt,
    energyWh: 1_000_000 + wh,
    currentL1Da: null,
    currentL2Da: null,
    currentL3Da: null,
    ...told,
  }
}

/** A stay whose car left when it had charged, save for what is told. */
export function aStay(told: Partial<Stay> = {}): Stay {
  const transaction = told.transaction ?? aTransaction()
  return {
    transaction,
    samples: [],
    marks: [],
    goneAt: transaction.stoppedAt,
    now: T0 + 24 * HOUR,
    ...told,
  }
}
