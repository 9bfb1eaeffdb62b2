import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventually } from './test-bench/eventually.ts'
import { mutatedFrames } from './test-bench/mutated-frames.ts'
import { type Served, served } from './test-bench/served.ts'

let wire: Served
beforeEach(async () => {
  wire = await served()
})
afterEach(() => wire.stop())

describe('bad messages', () => {
  test.each([
    ['text that is not JSON', 'hello', [4, '-1', 'FormationViolation']],
    ['JSON that is no array', '{"a":1}', [4, '-1', 'FormationViolation']],
    ['a CALL without a payload', '[2,"x","Heartbeat"]', [4, 'x', 'FormationViolation']],
    ['a payload that is no object', '[2,"x","Heartbeat",[]]', [4, 'x', 'FormationViolation']],
    ['an unknown action', '[2,"x","Dance",{}]', [4, 'x', 'NotImplemented']],
    [
      'a known action that is not ours to answer',
      '[2,"x","Reset",{"type":"Soft"}]',
      [4, 'x', 'NotSupported'],
    ],
    ['a missing field', '[2,"x","BootNotification",{}]', [4, 'x', 'OccurenceConstraintViolation']],
    ['a wrong type', '[2,"x","Authorize",{"idTag":5}]', [4, 'x', 'TypeConstraintViolation']],
    [
      'too long an id token',
      `[2,"x","Authorize",{"idTag":"${'x'.repeat(21)}"}]`,
      [4, 'x', 'PropertyConstraintViolation'],
    ],
  ])('%s is answered with its CALLERROR', async (_, text, expected) => {
    const charger = await wire.join()
    charger.send(text)
    expect((await charger.next()).slice(0, 3)).toEqual(expected)
    expect(wire.desk.odd).toHaveLength(1)
    expect(await charger.call('Heartbeat', {})).toMatchObject([3, 'c1', {}])
  })

  test.each([
    ['a message type that is not in the list', '[7,"x","Heartbeat",{}]', 'unknownType'],
    ['a message type as text', '["2","x","Heartbeat",{}]', 'unknownType'],
    ['an answer nobody asked for', '[3,"x",{}]', 'unaskedAnswer'],
    ['an error nobody asked for', '[4,"x","GenericError","",{}]', 'unaskedAnswer'],
    ['an answer without an id', '[3]', 'malformed'],
    ['a binary message', Buffer.from('[2,"x","Heartbeat",{}]'), 'notText'],
  ])('%s is logged and not answered', async (_, text, kind) => {
    const charger = await wire.join()
    charger.send(text)
    expect(await charger.call('Heartbeat', {})).toMatchObject([3, 'c1', {}])
    expect(wire.desk.odd).toMatchObject([{ kind, response: null }])
    expect(wire.desk.calls.filter(({ chargePointId }) => chargePointId === 'CP1')).toHaveLength(1)
  })

  test.each([
    ['StartTransaction', { connectorId: 1 }],
    ['StopTransaction', { transactionId: 'x' }],
    ['MeterValues', { connectorId: {}, meterValue: 'none' }],
  ] as const)(
    'a %s that makes no sense is kept apart and answered without an error',
    async (action, payload) => {
      const charger = await wire.join()
      expect((await charger.call(action, payload))[0]).toBe(3)
      expect(wire.desk.quarantined).toMatchObject([{ action, payload }])
      expect(wire.desk.calls).toEqual([])
    },
  )

  test('a 10 MB frame closes that socket with 1009', async () => {
    const charger = await wire.join()
    charger.send('x'.repeat(10 * 1024 * 1024))
    expect(await charger.closed).toBe(1009)
    await eventually(() =>
      expect(wire.desk.departures).toMatchObject([{ chargePointId: 'CP1', reason: 'tooLarge' }]),
    )
  })

  test('a frame of 256 KiB is read', async () => {
    const charger = await wire.join()
    const frame = JSON.stringify([2, 'x', 'DataTransfer', { vendorId: 'V', data: '' }])
    const data = 'd'.repeat(256 * 1024 - frame.length)
    expect(await charger.call('DataTransfer', { vendorId: 'V', data }, 'x')).toMatchObject([
      3,
      'x',
      {},
    ])
  })

  test('fifty in a row close the socket with 1008, fewer with good ones between do not', async () => {
    const charger = await wire.join()
    for (let round = 0; round < 3; round += 1) {
      for (let count = 0; count < 49; count += 1) charger.send('nonsense')
      await charger.call('Heartbeat', {})
    }
    for (let count = 0; count < 50; count += 1) charger.send('nonsense')
    expect(await charger.closed).toBe(1008)
    await eventually(() => expect(wire.desk.departures).toMatchObject([{ reason: 'badMessages' }]))
  })

  test('a thousand mutated frames harm nobody', async () => {
    let charger = await wire.join()
    for (const [count, frame] of mutatedFrames(20_260_101, 1_000).entries()) {
      if (charger.socket.readyState !== charger.socket.OPEN) {
        await charger.closed
        charger = await wire.join()
      }
      charger.send(frame)
      if (count % 20 === 0) {
        const beat = wire.healthy.call('Heartbeat', {})
        expect(await beat).toMatchObject([3, expect.anything(), {}])
      }
    }
    await Promise.race([charger.closed, charger.call('Heartbeat', {}, 'the-last')])
    // Only mended or truly valid calls reached the desk, and nothing it was told broke it.
    expect(
      wire.desk.odd.length + wire.desk.calls.length + wire.desk.quarantined.length,
    ).toBeGreaterThan(800)
  })
})
