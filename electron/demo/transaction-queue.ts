import type { OCPP16 } from 'typed-ocpp'
import { z } from 'zod'

type StartPayload = OCPP16.StartTransactionRequest
type StopPayload = Omit<OCPP16.StopTransactionRequest, 'transactionId'>
type MeterPayload = Omit<OCPP16.MeterValuesRequest, 'transactionId'>

/**
 * A transaction message that must reach the hub, whenever that is. The transaction's number is put
 * in when it is sent: a session begun offline has none yet.
 */
export type Entry = { sessionKey: string; attempts: number } & (
  | { action: 'StartTransaction'; payload: StartPayload }
  | { action: 'MeterValues'; payload: MeterPayload; named: boolean }
  | { action: 'StopTransaction'; payload: StopPayload }
)

/** The messages in order, and the numbers the hub gave the sessions. Plain data: it is also saved. */
export type TransactionQueue = { entries: Entry[]; numbers: Record<string, number> }

/** A queue as saved; the payloads are our own and taken as they were written. */
export const savedQueue = z.object({
  entries: z.array(
    z.custom<Entry>((value) => z.object({ sessionKey: z.string() }).safeParse(value).success),
  ),
  numbers: z.record(z.string(), z.number()),
})

/** Meter values of a long outage are dropped first, the oldest of them; starts and stops never. */
const MOST_METER_VALUES = 500

export const EMPTY_QUEUE: TransactionQueue = { entries: [], numbers: {} }

/** Puts a message at the end. */
export function enqueued(queue: TransactionQueue, entry: Entry): TransactionQueue {
  const entries = [...queue.entries, entry]
  const meterValues = entries.filter(({ action }) => action === 'MeterValues')
  if (meterValues.length <= MOST_METER_VALUES) return { ...queue, entries }
  const oldest = meterValues[0]
  return { ...queue, entries: entries.filter((other) => other !== oldest) }
}

/** The message to send next, written out, or null when there is none. */
export function nextCall(
  queue: TransactionQueue,
): { entry: Entry; action: Entry['action']; payload: object } | null {
  const entry = queue.entries[0]
  if (entry === undefined) return null
  return { entry, action: entry.action, payload: payloadOf(entry, queue.numbers) }
}

/** The same message once more, under whatever id it gets then. */
export function payloadOf(entry: Entry, numbers: Record<string, number>): object {
  // A start the hub never accepted has no number; the stop still tells the energy (-1, errata 3.18).
  const transactionId = numbers[entry.sessionKey] ?? -1
  switch (entry.action) {
    case 'StartTransaction':
      return entry.payload
    case 'MeterValues':
      return entry.named ? { ...entry.payload, transactionId } : entry.payload
    case 'StopTransaction':
      return { ...entry.payload, transactionId }
  }
}

/** Takes an answered message off and remembers the number its start was given. */
export function settled(
  queue: TransactionQueue,
  entry: Entry,
  transactionId: number | null,
): TransactionQueue {
  const entries = queue.entries.filter((other) => other !== entry)
  const numbers = { ...queue.numbers }
  if (entry.action === 'StartTransaction' && transactionId !== null) {
    numbers[entry.sessionKey] = transactionId
  }
  if (entry.action === 'StopTransaction') delete numbers[entry.sessionKey]
  return { entries, numbers }
}

/** Notes a failed attempt; after `most` of them the message is given up (OCPP 1.6 §3.7.1). */
export function failed(queue: TransactionQueue, entry: Entry, most: number): TransactionQueue {
  const attempts = entry.attempts + 1
  if (attempts >= most) return settled(queue, entry, null)
  const entries = queue.entries.map((other) => (other === entry ? { ...entry, attempts } : other))
  return { ...queue, entries }
}

/** The session that a transaction number belongs to, if it is one of ours. */
export function sessionOf(queue: TransactionQueue, transactionId: number): string | null {
  const found = Object.entries(queue.numbers).find(([, number]) => number === transactionId)
  return found?.[0] ?? null
}
