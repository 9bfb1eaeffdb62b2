import { describe, expect, it } from 'vitest'
import { EMPTY_QUEUE, enqueued, failed, nextCall, sessionOf, settled } from './transaction-queue.ts'
import type { Entry, TransactionQueue } from './transaction-queue.ts'

const timestamp = '2026-10-01T10:00:00.000Z'
const start: Entry = {
  sessionKey: 'a',
  attempts: 0,
  action: 'StartTransaction',
  payload: { connectorId: 1, idTag: 'T', meterStart: 0, timestamp },
}
const stop: Entry = {
  sessionKey: 'a',
  attempts: 0,
  action: 'StopTransaction',
  payload: { meterStop: 10, timestamp },
}
const meter = (named: boolean): Entry => ({
  sessionKey: 'a',
  attempts: 0,
  action: 'MeterValues',
  named,
  payload: { connectorId: 1, meterValue: [{ timestamp, sampledValue: [{ value: '5' }] }] },
})
const queueOf = (...entries: Entry[]): TransactionQueue => entries.reduce(enqueued, EMPTY_QUEUE)

describe('a transaction queue', () => {
  it('gives a session begun offline the number its start is answered with', () => {
    const offline = queueOf(start, meter(true), stop)
    const numbered = settled(offline, start, 77)
    expect(sessionOf(numbered, 77)).toBe('a')
    expect(nextCall(numbered)?.payload).toMatchObject({ transactionId: 77 })
    const afterMeter = settled(numbered, nextCall(numbered)?.entry ?? start, null)
    expect(nextCall(afterMeter)?.payload).toMatchObject({ transactionId: 77, meterStop: 10 })
  })

  it('leaves the number out for a make that does', () => {
    const queue = settled(queueOf(start, meter(false)), start, 77)
    expect(nextCall(queue)?.payload).not.toHaveProperty('transactionId')
  })

  it('tells a stop whose start was given up as transaction -1', () => {
    const given = failed(queueOf(start, stop), start, 1)
    expect(nextCall(given)?.payload).toMatchObject({ transactionId: -1 })
  })

  it('keeps a failed message in its place until its attempts are spent', () => {
    const once = failed(queueOf(start, stop), start, 2)
    const again = nextCall(once)?.entry
    expect(again).toMatchObject({ action: 'StartTransaction', attempts: 1 })
    expect(nextCall(failed(once, again ?? stop, 2))?.action).toBe('StopTransaction')
  })

  it('drops the oldest meter values of a long outage, never a start or a stop', () => {
    const values = Array.from({ length: 600 }, () => meter(true))
    const queue = queueOf(start, ...values, stop)
    expect(queue.entries).toHaveLength(502)
    expect(queue.entries.at(0)?.action).toBe('StartTransaction')
    expect(queue.entries.at(-1)?.action).toBe('StopTransaction')
    expect(queue.entries).not.toContain(values[0])
  })
})
