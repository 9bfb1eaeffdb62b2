import { describe, expect, test } from 'vitest'
import { parseFrame } from '../rpc/frames.ts'
import type { CallOutcome, SentCall } from './desk.ts'
import { OutgoingCalls } from './outgoing-calls.ts'
import { manualTimers } from './test-bench/manual-timers.ts'

function line(callsWaiting = 50) {
  const timers = manualTimers()
  const wire: unknown[][] = []
  const ended: { call: SentCall; outcome: CallOutcome }[] = []
  let count = 0
  const calls = new OutgoingCalls({
    timers,
    newId: () => `id${(count += 1)}`,
    callsWaiting,
    callTimeoutMs: 30_000,
    send: (text) => void wire.push(JSON.parse(text)),
    sent: () => undefined,
    ended: (call, outcome) => void ended.push({ call, outcome }),
  })
  const answer = (text: string) => {
    const frame = parseFrame(text)
    if (frame.kind !== 'result' && frame.kind !== 'error') throw new Error('not an answer')
    return calls.answer(frame, text)
  }
  return { calls, timers, wire, ended, answer }
}

test('one call is outstanding at a time, and they go in the order they came', async () => {
  const { calls, wire, answer } = line()
  const first = calls.call('Reset', { type: 'Soft' })
  const second = calls.call('ClearCache', {})
  expect(wire).toEqual([[2, 'id1', 'Reset', { type: 'Soft' }]])
  expect(answer('[3,"id1",{"status":"Accepted"}]')).toBe('expected')
  expect(wire).toHaveLength(2)
  answer('[4,"id2","NotSupported","no cache",{"a":1}]')
  expect(await first).toEqual({ kind: 'result', payload: { status: 'Accepted' }, repairs: [] })
  expect(await second).toEqual({
    kind: 'error',
    code: 'NotSupported',
    description: 'no cache',
    details: { a: 1 },
  })
})

describe('a charger that doesn’t answer', () => {
  test('ends the call as a time-out and lets the next one go', async () => {
    const { calls, timers, wire } = line()
    const first = calls.call('ClearCache', {})
    void calls.call('ClearCache', {})
    timers.pass(29_999)
    expect(wire).toHaveLength(1)
    timers.pass(1)
    expect(await first).toEqual({ kind: 'timeout' })
    expect(wire).toHaveLength(2)
  })

  test('and answers late is told from one that answers what nobody asked', async () => {
    const { calls, timers, answer } = line()
    const call = calls.call('ClearCache', {})
    timers.pass(30_000)
    await call
    expect(answer('[3,"id1",{"status":"Accepted"}]')).toBe('late')
    expect(answer('[3,"zz",{"status":"Accepted"}]')).toBe('unasked')
  })

  test('and closes its socket ends everything as disconnected, also what comes after', async () => {
    const { calls, ended } = line()
    const both = [calls.call('ClearCache', {}), calls.call('ClearCache', {})]
    calls.close()
    expect(await Promise.all(both)).toEqual([{ kind: 'disconnected' }, { kind: 'disconnected' }])
    expect(await calls.call('ClearCache', {})).toEqual({ kind: 'disconnected' })
    // Only what was sent has a line in the wire log to end.
    expect(ended).toHaveLength(1)
  })
})

test('the line is bounded', async () => {
  const { calls } = line(2)
  for (let count = 0; count < 3; count += 1) void calls.call('ClearCache', {})
  expect(await calls.call('ClearCache', {})).toEqual({ kind: 'queueFull' })
})

test('a request that breaks the specification is not sent', async () => {
  const { calls, wire } = line()
  const outcome = await calls.call('RemoteStartTransaction', { idTag: 'X'.repeat(21) })
  expect(outcome).toMatchObject({
    kind: 'invalidRequest',
    fault: { code: 'PropertyConstraintViolation' },
  })
  expect(wire).toEqual([])
})

test('an answer that breaks the specification is kept as it came', async () => {
  const { calls, answer } = line()
  const call = calls.call('Reset', { type: 'Hard' })
  answer('[3,"id1",{"status":"Perhaps"}]')
  expect(await call).toMatchObject({ kind: 'badAnswer', payload: { status: 'Perhaps' } })
})
