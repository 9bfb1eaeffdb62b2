import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventually } from './test-bench/eventually.ts'
import { PASSWORD, type Served, served } from './test-bench/served.ts'
import { refusal, wireCharger } from './test-bench/wire-charger.ts'

const boot = { chargePointVendor: 'V', chargePointModel: 'M' }

let wire: Served
beforeEach(async () => {
  wire = await served()
})
afterEach(() => wire.stop())

describe('coming in', () => {
  test('a charger with the right password speaks ocpp1.6 and is answered', async () => {
    const charger = await wire.join()
    expect(charger.socket.protocol).toBe('ocpp1.6')
    const [type, id, payload] = await charger.call('BootNotification', boot)
    expect([type, id, payload]).toEqual([3, 'c1', expect.objectContaining({ status: 'Accepted' })])
    expect(wire.desk.calls).toMatchObject([
      { action: 'BootNotification', payload: boot, repairs: [] },
    ])
  })

  test('a percent-encoded id is decoded', async () => {
    wire.desk.passwords.set('Gårage 1|a', Buffer.from(PASSWORD))
    await wireCharger(wire.hub.url, 'Gårage 1|a', { password: PASSWORD })
    expect(wire.desk.arrivals).toContain('Gårage 1|a')
  })

  test('of several subprotocols offered ours is chosen', async () => {
    const charger = await wire.join({ protocols: ['ocpp2.0.1', 'ocpp1.6', 'ocpp1.5'] })
    expect(charger.socket.protocol).toBe('ocpp1.6')
  })

  test('a binary password with a colon in it', async () => {
    const password = Buffer.from([1, 0, 58, 200, 255, 10])
    wire.desk.passwords.set('CP1', password)
    await wire.join({ password })
    expect(wire.desk.arrivals).toContain('CP1')
  })

  test('a user name with colons, unlike the id', async () => {
    await wire.join({ user: 'depot:north:7' })
    expect(wire.desk.arrivals).toContain('CP1')
  })

  test('wrong password, no password and unknown id get the very same answer', async () => {
    const heads = []
    for (const [id, options] of [
      ['CP1', { password: 'wrong' }],
      ['CP1', {}],
      ['NOBODY', { password: PASSWORD }],
    ] as const) {
      const { status, head } = await refusal(wireCharger(wire.hub.url, id, options))
      expect(status).toBe(401)
      heads.push(head)
    }
    expect(new Set(heads).size).toBe(1)
    expect(wire.desk.arrivals).toEqual(['HEALTHY'])
  })

  test('after many failures the right password still opens at once', async () => {
    const failing = Array.from({ length: 20 }, () => refusal(wire.join({ password: 'wrong' })))
    const charger = await wire.join()
    expect(await charger.call('Heartbeat', {})).toMatchObject([3, 'c1', {}])
    await charger.close()
    await wire.hub.server.close()
    void Promise.allSettled(failing)
    // The server is closed, so the healthy charger needs another one for the check after each test.
    await wire.serveAgain()
  })

  test.each([[[]], [['ocpp2.0.1']]])(
    'without our subprotocol (%j) the handshake completes without one and the socket is closed',
    async (protocols) => {
      const answer = await rawHandshake(wire.hub.port, '/ocpp/CP1', protocols)
      expect(answer).toMatch(/^HTTP\/1\.1 101 /)
      expect(answer.toLowerCase()).not.toContain('sec-websocket-protocol')
      expect(wire.desk.arrivals).toEqual(['HEALTHY'])
    },
  )

  test('a path that leads nowhere is answered 404 and told', async () => {
    expect((await refusal(wire.join({ path: '%zz' }))).status).toBe(404)
    expect((await refusal(wire.join({ path: 'a/b' }))).status).toBe(404)
    expect((await refusal(wireCharger(`ws://127.0.0.1:${wire.hub.port}`, 'CP1'))).status).toBe(404)
    expect(wire.desk.strays).toEqual(['/ocpp/%zz', '/ocpp/a/b', '/CP1'])
  })

  test('a charger that is gone before it is admitted leaves nothing behind', async () => {
    let decide: (() => void) | undefined
    const admit = wire.desk.admit
    wire.desk.admit = async (attempt) => {
      await new Promise<void>((resolve) => (decide = resolve))
      return admit(attempt)
    }
    const attempt = wire.join()
    await eventually(() => expect(decide).toBeDefined())
    wire.desk.admit = admit
    const socket = connect(wire.hub.port)
    socket.destroy()
    decide?.()
    await (await attempt).close()
    await eventually(() => expect(wire.hub.server.connected).toBe(1))
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

describe('calls to a charger', () => {
  test('carry the charger’s answer back, over the same socket it speaks on', async () => {
    const charger = await wire.join()
    const outcome = wire.hub.server.call('CP1', 'Reset', { type: 'Soft' })
    const [, uniqueId, action, payload] = await charger.next()
    expect([action, payload]).toEqual(['Reset', { type: 'Soft' }])
    expect(await charger.call('Heartbeat', {})).toMatchObject([3, 'c1', {}])
    charger.send(JSON.stringify([3, uniqueId, { status: 'Rejected' }]))
    expect(await outcome).toMatchObject({ kind: 'result', payload: { status: 'Rejected' } })
    expect(wire.desk.outgoing).toMatchObject([{ outcome: { kind: 'result' } }])
  })

  test('end as disconnected when it is not there or leaves', async () => {
    expect(await wire.hub.server.call('CP1', 'ClearCache', {})).toEqual({ kind: 'disconnected' })
    const charger = await wire.join()
    const outcome = wire.hub.server.call('CP1', 'ClearCache', {})
    await charger.next()
    await charger.close()
    expect(await outcome).toEqual({ kind: 'disconnected' })
  })
})
