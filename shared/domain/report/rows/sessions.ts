import type { BillState } from '../../bill/bill.ts'
import type { Transaction } from '../../transaction/transaction.ts'
import { SECOND } from '../../../time/instant.ts'
import type { Cells } from '../column.ts'
import { placeCells, type StayFacts, whoseCells } from './stay.ts'

/** A charging transaction, and what it costs by now. */
export interface SessionFacts {
  readonly transaction: Pick<
    Transaction,
    | 'id'
    | 'ocppTransactionId'
    | 'state'
    | 'startedAt'
    | 'stoppedAt'
    | 'meterStartWh'
    | 'meterStopWh'
    | 'energyWh'
    | 'stopReason'
    | 'notes'
  >
  readonly tariff: string
  readonly grossMinor: number | null
  readonly currency: string | null
  readonly billState: BillState | null
  readonly stay: StayFacts
}

/** How long it lasted, whole seconds; null while it runs. */
export function sessionS({
  transaction: { startedAt, stoppedAt },
}: Pick<SessionFacts, 'transaction'>): number | null {
  return stoppedAt === null ? null : Math.round(Math.max(0, stoppedAt - startedAt) / SECOND)
}

export const sessionCells: Cells<SessionFacts> = {
  started_at: ({ transaction }) => transaction.startedAt,
  stopped_at: ({ transaction }) => transaction.stoppedAt,
  session_id: ({ transaction }) => transaction.id,
  ocpp_transaction: ({ transaction }) => transaction.ocppTransactionId,
  state: ({ transaction }) => transaction.state,
  ...placeCells,
  duration_s: sessionS,
  meter_start_kwh: ({ transaction }) => transaction.meterStartWh,
  meter_stop_kwh: ({ transaction }) => transaction.meterStopWh,
  energy_kwh: ({ transaction }) => transaction.energyWh,
  stop_reason: ({ transaction }) => transaction.stopReason,
  tariff: ({ tariff }) => tariff,
  gross: ({ grossMinor }) => grossMinor,
  currency: ({ currency }) => currency,
  bill_state: ({ billState }) => billState,
  ...whoseCells,
  notes: ({ transaction }) => transaction.notes.join(' '),
}
