import { uuidV7 } from '../../../shared/domain/id/id.ts'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'

/** A row id that is the same every time for the same number. */
export function idOf(number: number): string {
  return uuidV7(number, new Uint8Array(10))
}

/** A finished transaction that began at `number` and took half an hour, with whatever a test wants different. */
export function aTransaction(number: number, differing: Partial<Transaction> = {}): Transaction {
  return {
    id: idOf(number),
    ocppTransactionId: number,
    stationId: idOf(1_000_000),
    connectorId: 1,
    idToken: 'ABC123',
    state: 'finished',
    startedAt: number,
    meterStartWh: 1_000,
    startReceivedAt: number,
    stoppedAt: number + 1_800_000,
    meterStopWh: 8_500,
    stopReceivedAt: number + 1_800_000,
    stopReason: 'Local',
    stopIdToken: null,
    energyWh: 7_500,
    powerW: null,
    socPct: null,
    sampledAt: null,
    reservationId: null,
    notes: [],
    ...differing,
  }
}
