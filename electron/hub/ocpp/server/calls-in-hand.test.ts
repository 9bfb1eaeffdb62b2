import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Answer } from './desk.ts'
import { eventually } from './test-bench/eventually.ts'
import { type Served, served } from './test-bench/served.ts'

let wire: Served
beforeEach(async () => {
  wire = await served()
})
afterEach(() => wire.stop())

describe('calls in hand', () => {
  test('a call that comes again while it is in hand is handled and answered once', async () => {
    const answers: ((answer: Answer) => void)[] = []
    wire.desk.answering = () => new Promise((resolve) => answers.push(resolve))
    const charger = await wire.join()
    charger.send('[2,"x","Heartbeat",{}]')
    charger.send('[2,"x","Heartbeat",{}]')
    await eventually(() =>
      expect(wire.desk.odd).toMatchObject([{ kind: 'duplicateInHand', response: null }]),
    )
    expect(answers).toHaveLength(1)
    answers[0]?.({ kind: 'reply', payload: { currentTime: '2026-01-01T00:00:00Z' } })
    expect(await charger.next()).toMatchObject([3, 'x', {}])
    wire.answerPlainly()
    expect(await charger.call('Heartbeat', {})).toMatchObject([3, 'c1', {}])
  })

  test('a charger that says more than can be stored is not read further, and nothing is lost', async () => {
    const waiting: (() => void)[] = []
    wire.desk.answering = () =>
      new Promise((resolve) => {
        waiting.push(() =>
          resolve({ kind: 'reply', payload: { currentTime: '2026-01-01T00:00:00Z' } }),
        )
      })
    const charger = await wire.join()
    const all = Array.from({ length: 500 }, () => charger.call('Heartbeat', {}))
    await eventually(() => expect(waiting).toHaveLength(64))
    const released: number[] = []
    const pump = setInterval(() => {
      released.push(waiting.length)
      for (const release of waiting.splice(0)) release()
    }, 1)
    await Promise.all(all)
    clearInterval(pump)
    expect(Math.max(...released)).toBeLessThanOrEqual(64)
    expect(wire.desk.calls.map(({ uniqueId }) => uniqueId)).toEqual(
      Array.from({ length: 500 }, (_, index) => `c${index + 1}`),
    )
  })

  test('what can’t be stored is answered InternalError, but a transaction message not at all', async () => {
    wire.desk.answering = async () => {
      throw new Error('disk full')
    }
    const charger = await wire.join()
    charger.send(
      '[2,"t","StopTransaction",{"transactionId":1,"meterStop":5,"timestamp":"2026-01-01T01:00:00Z"}]',
    )
    expect((await charger.call('Heartbeat', {})).slice(0, 3)).toEqual([4, 'c1', 'InternalError'])
    expect(wire.desk.bugs).toHaveLength(2)
    wire.desk.bugs.length = 0
    wire.answerPlainly()
    expect(await charger.call('Heartbeat', {})).toMatchObject([3, 'c2', {}])
  })

  test('a reply of ours that breaks the specification is not sent', async () => {
    wire.desk.answering = async () => ({ kind: 'reply', payload: { currentTime: 'now' } })
    const charger = await wire.join()
    expect((await charger.call('Heartbeat', {})).slice(0, 3)).toEqual([4, 'c1', 'InternalError'])
    expect(wire.desk.bugs).toHaveLength(1)
    wire.desk.bugs.length = 0
  })
})
