import { HOUR } from '../../time/instant.ts'
import { decideEnd } from './end.ts'
import { decideStart, type Start } from './start.ts'
import type { Stop } from './stop.ts'
import type { Transaction } from './transaction.ts'

/** When transactions in tests begin, epoch ms. */
export const t0 = Date.UTC(2026, 5, 1, 8)
export const stationId = '01890000-0000-7000-8000-000000000001'

/** A start at `t0` at 1 kWh of the register, save for what is told. */
export const start = (changes: Partial<Start> = {}): Start => ({
  stationId,
  connectorId: 1,
  idToken: 'CARD',
  startedAt: t0,
  stampTaken: false,
  meterStartWh: 1_000,
  reservationId: null,
  receivedAt: t0 + 1_000,
  tokenKnown: true,
  ...changes,
})

/** The stop of that start an hour later, with 10 kWh, save for what is told. */
export const stop = (changes: Partial<Stop> = {}): Stop => ({
  stationId,
  ocppTransactionId: 7,
  stoppedAt: t0 + HOUR,
  meterStopWh: 11_000,
  idToken: 'CARD',
  reason: null,
  begin: null,
  receivedAt: t0 + HOUR + 1_000,
  ...changes,
})

/** The transaction that such a start begins. */
export function begun(changes: Partial<Start> = {}): Transaction {
  const decision = decideStart(start(changes), { ofConnector: [], startless: [] })
  if (decision.kind !== 'begins') throw new Error('it did not begin')
  return { id: stationId, ocppTransactionId: 7, ...decision.transaction }
}

/** A transaction as it was ended by hand an hour after `t0`, its charger being away. */
export function endedByHand(transaction: Transaction): Transaction {
  const decision = decideEnd(transaction, { online: false, stops: [], now: t0 + HOUR })
  if (decision.kind !== 'ends') throw new Error('it did not end')
  return { ...transaction, ...decision.patch }
}
