import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventually } from './test-bench/eventually.ts'
import type { Answer } from './desk.ts'
import { listening, type Listening } from './test-bench/listening.ts'
import { manualTimers, type ManualTimers } from './test-bench/manual-timers.ts'
import { memoryDesk, type MemoryDesk } from './test-bench/memory-desk.ts'
import { mutatedFrames } from './test-bench/mutated-frames.ts'
import { Refused, wireCharger, type WireCharger } from './test-bench/wire-charger.ts'

const PASSWORD = 'correct horse battery'
const boot = { chargePointVendor: 'V', chargePointModel: 'M' }

let desk: MemoryDesk
let hub: Listening
let healthy: WireCharger
let plainly: MemoryDesk['answering']

beforeEach(async () => {
  desk = memoryDesk({ CP1: PASSWORD, HEALTHY: PASSWORD })
  plainly = desk.answering
  hub = await listening(desk, { limits: { rivalPongMs: 1_000 } })
  healthy = await wireCharger(hub.url, 'HEALTHY', { password: PASSWORD })
})

afterEach(async () => {
  desk.answering = plainly
  // Whatever a test did, the other charger is served as before, on the socket it had.
  expect(await healthy.call('Heartbeat', {})).toMatchObject([3, expect.anything(), {}])
  expect(desk.arrivals.filter((id) => id === 'HEALTHY')).toHaveLength(1)
  expect(desk.bugs).toEqual([])
  await hub.stop()
})

const join = (options = {}) => wireCharger(hub.url, 'CP1', { password: PASSWORD, ...options })

async function refusal(attempt: Promise<unknown>): Promise<Refused> {
  const error: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Refused)) throw new Error('the handshake was not refused')
  return error
}

describe('coming in', () => {
  test('a charger with the right password speaks ocpp1.6 and is answered', async () => {
    const charger = await join()
    expect(charger.socket.protocol).toBe('ocpp1.6')
    const [type, id, payload] = await charger.call('BootNotification', boot)
    expect([type, id, payload]).toEqual([3, 'c1', expect.objectContaining({ status: 'Accepted' })])
    expect(desk.calls).toMatchObject([{ action: 'BootNotification', payload: boot, repairs: [] }])
  })

  test('a percent-encoded id is decoded', async () => {
    desk.passwords.set('Gårage 1|a', Buffer.from(PASSWORD))
    await wireCharger(hub.url, 'Gårage 1|a', { password: PASSWORD })
    expect(desk.arrivals).toContain('Gårage 1|a')
  })

  test('of several subprotocols offered ours is chosen', async () => {
    const charger = await join({ protocols: ['ocpp2.0.1', 'ocpp1.6', 'ocpp1.5'] })
    expect(charger.socket.protocol).toBe('ocpp1.6')
  })

  test('a binary password with a colon in it', async () => {
    const password = Buffer.from([1, 0, 58, 200, 255, 10])
    desk.passwords.set('CP1', password)
    await join({ password })
    expect(desk.arrivals).toContain('CP1')
  })

  test('a user name with colons, unlike the id', async () => {
    await join({ user: 'depot:north:7' })
    expect(desk.arrivals).toContain('CP1')
  })

  test('wrong password, no password and unknown id get the very same answer', async () => {
    const heads = []
    for (const [id, options] of [
      ['CP1', { password: 'wrong' }],
      ['CP1', {}],
      ['NOBODY', { password: PASSWORD }],
    ] as const) {
      const { status, head } = await refusal(wireCharger(hub.url, id, options))
      expect(status).toBe(401)
      heads.push(head)
    }
    expect(new Set(heads).size).toBe(1)
    expect(desk.arrivals).toEqual(['HEALTHY'])
  })

  test('after many failures the right password still opens at once', async () => {
    const failing = Array.from({ length: 20 }, () => refusal(join({ password: 'wrong' })))
    const charger = await join()
    expect(await charger.call('Heartbeat', {})).toMatchObject([3, 'c1', {}])
    await charger.close()
    await hub.server.close()
    void Promise.allSettled(failing)
    // The server is closed, so the healthy charger needs another one for the check after each test.
    hub = await listening(desk)
    desk.arrivals.length = 0
    healthy = await wireCharger(hub.url, 'HEALTHY', { password: PASSWORD })
  })

  test.each([[[]], [['ocpp2.0.1']]])(
    'without our subprotocol (%j) the handshake completes without one and the socket is closed',
    async (protocols) => {
      const answer = await rawHandshake(hub.port, '/ocpp/CP1', protocols)
      expect(answer).toMatch(/^HTTP\/1\.1 101 /)
      expect(answer.toLowerCase()).not.toContain('sec-websocket-protocol')
      expect(desk.arrivals).toEqual(['HEALTHY'])
    },
  )

  test('a path that leads nowhere is answered 404 and told', async () => {
    expect((await refusal(join({ path: '%zz' }))).status).toBe(404)
    expect((await refusal(join({ path: 'a/b' }))).status).toBe(404)
    expect((await refusal(wireCharger(`ws://127.0.0.1:${hub.port}`, 'CP1'))).status).toBe(404)
    expect(desk.strays).toEqual(['/ocpp/%zz', '/ocpp/a/b', '/CP1'])
  })

  test('a charger that is gone before it is admitted leaves nothing behind', async () => {
    let decide: (() => void) | undefined
    const admit = desk.admit
    desk.admit = async (attempt) => {
      await new Promise<void>((resolve) => (decide = resolve))
      return admit(attempt)
    }
    const attempt = join()
    await eventually(() => expect(decide).toBeDefined())
    desk.admit = admit
    const socket = connect(hub.port)
    socket.destroy()
    decide?.()
    await (await attempt).close()
    await eventually(() => expect(hub.server.connected).toBe(1))
  })
})

/** Completes an upgrade by hand and resolves with all the server said until it closed the socket. */
function rawHandshake(port: number, path: string, protocols: readonly string[]): Promise<string> {
  const offer = protocols.length > 0 ? `Sec-WebSocket-Protocol: ${protocols.join(', ')}\r\n` : ''
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
          `Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n${offer}\r\n`,
      ),
    )
    let said = ''
    socket.on('data', (data) => {
      said += data.toString('latin1')
      // A close frame: 0x88. Answer it as a client must, masked and empty.
      if (said.includes('\u0088')) socket.write(Buffer.from([0x88, 0x80, 0, 0, 0, 0]))
    })
    socket.on('end', () => resolve(said))
    socket.on('error', reject)
  })
}

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
    const charger = await join()
    charger.send(text)
    expect((await charger.next()).slice(0, 3)).toEqual(expected)
    expect(desk.odd).toHaveLength(1)
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
    const charger = await join()
    charger.send(text)
    expect(await charger.call('Heartbeat', {})).toMatchObject([3, 'c1', {}])
    expect(desk.odd).toMatchObject([{ kind, response: null }])
    expect(desk.calls.filter(({ chargePointId }) => chargePointId === 'CP1')).toHaveLength(1)
  })

  test.each([
    ['StartTransaction', { connectorId: 1 }],
    ['StopTransaction', { transactionId: 'x' }],
    ['MeterValues', { connectorId: {}, meterValue: 'none' }],
  ] as const)(
    'a %s that makes no sense is kept apart and answered without an error',
    async (action, payload) => {
      const charger = await join()
      expect((await charger.call(action, payload))[0]).toBe(3)
      expect(desk.quarantined).toMatchObject([{ action, payload }])
      expect(desk.calls).toEqual([])
    },
  )

  test('a 10 MB frame closes that socket with 1009', async () => {
    const charger = await join()
    charger.send('x'.repeat(10 * 1024 * 1024))
    expect(await charger.closed).toBe(1009)
    await eventually(() =>
      expect(desk.departures).toMatchObject([{ chargePointId: 'CP1', reason: 'tooLarge' }]),
    )
  })

  test('a frame of 256 KiB is read', async () => {
    const charger = await join()
    const frame = JSON.stringify([2, 'x', 'DataTransfer', { vendorId: 'V', data: '' }])
    const data = 'd'.repeat(256 * 1024 - frame.length)
    expect(await charger.call('DataTransfer', { vendorId: 'V', data }, 'x')).toMatchObject([
      3,
      'x',
      {},
    ])
  })

  test('fifty in a row close the socket with 1008, fewer with good ones between do not', async () => {
    const charger = await join()
    for (let round = 0; round < 3; round += 1) {
      for (let count = 0; count < 49; count += 1) charger.send('nonsense')
      await charger.call('Heartbeat', {})
    }
    for (let count = 0; count < 50; count += 1) charger.send('nonsense')
    expect(await charger.closed).toBe(1008)
    await eventually(() => expect(desk.departures).toMatchObject([{ reason: 'badMessages' }]))
  })

  test('a thousand mutated frames harm nobody', async () => {
    let charger = await join()
    for (const [count, frame] of mutatedFrames(20_260_101, 1_000).entries()) {
      if (charger.socket.readyState !== charger.socket.OPEN) {
        await charger.closed
        charger = await join()
      }
      charger.send(frame)
      if (count % 20 === 0) {
        const beat = healthy.call('Heartbeat', {})
        expect(await beat).toMatchObject([3, expect.anything(), {}])
      }
    }
    await Promise.race([charger.closed, charger.call('Heartbeat', {}, 'the-last')])
    // Only mended or truly valid calls reached the desk, and nothing it was told broke it.
    expect(desk.odd.length + desk.calls.length + desk.quarantined.length).toBeGreaterThan(800)
  })
})

describe('calls in hand', () => {
  test('a call that comes again while it is in hand is handled and answered once', async () => {
    const answers: ((answer: Answer) => void)[] = []
    desk.answering = () => new Promise((resolve) => answers.push(resolve))
    const charger = await join()
    charger.send('[2,"x","Heartbeat",{}]')
    charger.send('[2,"x","Heartbeat",{}]')
    await eventually(() =>
      expect(desk.odd).toMatchObject([{ kind: 'duplicateInHand', response: null }]),
    )
    expect(answers).toHaveLength(1)
    answers[0]?.({ kind: 'reply', payload: { currentTime: '2026-01-01T00:00:00Z' } })
    expect(await charger.next()).toMatchObject([3, 'x', {}])
    desk.answering = plainly
    expect(await charger.call('Heartbeat', {})).toMatchObject([3, 'c1', {}])
  })

  test('a charger that says more than can be stored is not read further, and nothing is lost', async () => {
    const waiting: (() => void)[] = []
    desk.answering = () =>
      new Promise((resolve) => {
        waiting.push(() =>
          resolve({ kind: 'reply', payload: { currentTime: '2026-01-01T00:00:00Z' } }),
        )
      })
    const charger = await join()
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
    expect(desk.calls.map(({ uniqueId }) => uniqueId)).toEqual(
      Array.from({ length: 500 }, (_, index) => `c${index + 1}`),
    )
  })

  test('what can’t be stored is answered InternalError, but a transaction message not at all', async () => {
    desk.answering = async () => {
      throw new Error('disk full')
    }
    const charger = await join()
    charger.send(
      '[2,"t","StopTransaction",{"transactionId":1,"meterStop":5,"timestamp":"2026-01-01T01:00:00Z"}]',
    )
    expect((await charger.call('Heartbeat', {})).slice(0, 3)).toEqual([4, 'c1', 'InternalError'])
    expect(desk.bugs).toHaveLength(2)
    desk.bugs.length = 0
    desk.answering = plainly
    expect(await charger.call('Heartbeat', {})).toMatchObject([3, 'c2', {}])
  })

  test('a reply of ours that breaks the specification is not sent', async () => {
    desk.answering = async () => ({ kind: 'reply', payload: { currentTime: 'now' } })
    const charger = await join()
    expect((await charger.call('Heartbeat', {})).slice(0, 3)).toEqual([4, 'c1', 'InternalError'])
    expect(desk.bugs).toHaveLength(1)
    desk.bugs.length = 0
  })
})

describe('calls to a charger', () => {
  test('carry the charger’s answer back, over the same socket it speaks on', async () => {
    const charger = await join()
    const outcome = hub.server.call('CP1', 'Reset', { type: 'Soft' })
    const [, uniqueId, action, payload] = await charger.next()
    expect([action, payload]).toEqual(['Reset', { type: 'Soft' }])
    expect(await charger.call('Heartbeat', {})).toMatchObject([3, 'c1', {}])
    charger.send(JSON.stringify([3, uniqueId, { status: 'Rejected' }]))
    expect(await outcome).toMatchObject({ kind: 'result', payload: { status: 'Rejected' } })
    expect(desk.outgoing).toMatchObject([{ outcome: { kind: 'result' } }])
  })

  test('end as disconnected when it is not there or leaves', async () => {
    expect(await hub.server.call('CP1', 'ClearCache', {})).toEqual({ kind: 'disconnected' })
    const charger = await join()
    const outcome = hub.server.call('CP1', 'ClearCache', {})
    await charger.next()
    await charger.close()
    expect(await outcome).toEqual({ kind: 'disconnected' })
  })
})

describe('a second connection with the same id', () => {
  test('is refused while the first one pongs, and that is told', async () => {
    const first = await join()
    expect((await refusal(join())).status).toBe(409)
    expect(desk.rivals).toEqual(['CP1'])
    expect(await first.call('Heartbeat', {})).toMatchObject([3, 'c1', {}])
  })

  test('takes the place of one that is silent, whose close then harms nobody', async () => {
    const first = await join({ client: { autoPong: false } })
    const second = await join()
    expect(await second.call('Heartbeat', {})).toMatchObject([3, 'c1', {}])
    expect(await first.closed).toBe(1006)
    expect(hub.server.connected).toBe(2)
    expect(desk.departures).toMatchObject([{ chargePointId: 'CP1', reason: 'replaced' }])
    const outcome = hub.server.call('CP1', 'ClearCache', {})
    const [, uniqueId] = await second.next()
    second.send(JSON.stringify([3, uniqueId, { status: 'Accepted' }]))
    expect(await outcome).toMatchObject({ kind: 'result' })
  })

  test('with a wrong password does not even make the first one be asked', async () => {
    const first = await join({ client: { autoPong: false } })
    expect((await refusal(join({ password: 'wrong' }))).status).toBe(401)
    expect(await first.call('Heartbeat', {})).toMatchObject([3, 'c1', {}])
  })

  test('of several that wait for a silent one only the newest comes in', async () => {
    await join({ client: { autoPong: false } })
    const before = desk.attempts.length
    const older = refusal(join())
    await eventually(() => expect(desk.attempts).toHaveLength(before + 1))
    const newest = join()
    expect((await older).status).toBe(409)
    expect(await (await newest).call('Heartbeat', {})).toMatchObject([3, 'c1', {}])
    expect(desk.rivals).toEqual([])
  })
})

describe('silence', () => {
  let timers: ManualTimers

  beforeEach(async () => {
    await hub.stop()
    desk.arrivals.length = 0
    timers = manualTimers()
    hub = await listening(desk, { timers })
    healthy = await wireCharger(hub.url, 'HEALTHY', { password: PASSWORD })
    desk.departures.length = 0
  })

  test('from a socket for two pings’ time means that it is dead', async () => {
    const silent = await join({ client: { autoPong: false } })
    timers.pass(25_000)
    await eventually(() => expect([...hub.server.chargers()].filter(heard)).toHaveLength(1))
    timers.pass(25_000)
    expect(await silent.closed).toBe(1006)
    expect(desk.departures).toMatchObject([{ chargePointId: 'CP1', reason: 'dead' }])
    expect(hub.server.connected).toBe(1)
  })
})

const heard = (charger: object): boolean => 'heardFrom' in charger && charger.heardFrom === true
