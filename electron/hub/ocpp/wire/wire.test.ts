import { createServer } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { listen, PortTaken } from '../../listen.ts'
import { eventually } from '../server/test-bench/eventually.ts'
import { localWire } from './local-wire.ts'
import { threadedWire } from './threaded-wire.ts'
import type { Knock, Line, Wire } from './wire.ts'

const LIMITS = { maxPayloadBytes: 64 * 1024, unreadBytes: 100_000 }

const clients: (WebSocket | Socket)[] = []
let wire: Wire
let port: number
let knocks: Knock[]

afterEach(async () => {
  for (const client of clients.splice(0)) {
    if (client instanceof WebSocket) client.terminate()
    else client.destroy()
  }
  await wire.close()
})

/** Knocks; what becomes of it is told by the events of the socket returned. */
function knock(path = '/ocpp/A'): WebSocket {
  const client = new WebSocket(`ws://127.0.0.1:${port}${path}`, ['ocpp1.6'])
  client.on('error', () => undefined)
  clients.push(client)
  return client
}

/** An upgrade written by hand, so that it can lack something or break off. */
function rawKnock(headers: string): Socket {
  const socket = connect(port, '127.0.0.1')
  clients.push(socket)
  socket.write(
    `GET /ocpp/A HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n${headers}\r\n`,
  )
  return socket
}

const knocked = async (): Promise<Knock> => {
  await eventually(() => expect(knocks.length).toBeGreaterThan(0))
  const first = knocks.shift()
  if (first === undefined) throw new Error('nobody knocked')
  return first
}

/** What a line tells, in order. */
function heardOn(line: Line): unknown[][] {
  const heard: unknown[][] = []
  line.listen({
    text: (text) => void heard.push(['text', text]),
    binary: (bytes) => void heard.push(['binary', bytes]),
    heard: () => void heard.push(['heard']),
    failed: (reason) => void heard.push(['failed', reason]),
    overflowed: () => void heard.push(['overflowed']),
    closed: (code) => void heard.push(['closed', code]),
  })
  return heard
}

async function connected(): Promise<{ client: WebSocket; line: Line; heard: unknown[][] }> {
  const client = knock()
  const line = (await knocked()).accept()
  const heard = heardOn(line)
  await eventually(() => expect(client.readyState).toBe(WebSocket.OPEN))
  return { client, line, heard }
}

describe.each([
  ['in this thread', localWire],
  ['in a thread of its own', threadedWire],
])('a wire %s', (_, open) => {
  beforeEach(async () => {
    knocks = []
    wire = open(LIMITS)
    port = await wire.listen(0, '127.0.0.1', (each) => knocks.push(each))
  })

  test('tells who knocks where and with what', async () => {
    knock('/ocpp/G%C3%A5rd?x=1')
    const { url, address, secure, authorization, subprotocols, gone } = await knocked()
    expect({ url, address, secure, authorization, subprotocols, gone }).toEqual({
      url: '/ocpp/G%C3%A5rd?x=1',
      address: '127.0.0.1',
      secure: false,
      authorization: undefined,
      subprotocols: 'ocpp1.6',
      gone: false,
    })
  })

  test('refuses with a status', async () => {
    const client = knock()
    const status = new Promise((resolve) =>
      client.once('unexpected-response', (__, { statusCode }) => resolve(statusCode)),
    )
    ;(await knocked()).refuse(409)
    expect(await status).toBe(409)
  })

  test('carries texts both ways, tells pings, counts what is binary', async () => {
    const { client, line, heard } = await connected()
    const answer = new Promise((resolve) => client.once('message', (data) => resolve(String(data))))
    client.send('åäö 🔌')
    client.ping()
    client.send(Buffer.alloc(5))
    line.send('✓')
    expect(await answer).toBe('✓')
    await eventually(() => expect(heard).toEqual([['text', 'åäö 🔌'], ['heard'], ['binary', 5]]))
  })

  test('tells of a close by either side, and says nothing more then', async () => {
    const one = await connected()
    one.client.close(4000)
    await eventually(() => expect(one.heard).toEqual([['closed', 4000]]))
    expect(one.line.open).toBe(false)
    one.line.send('too late')

    const other = await connected()
    const code = new Promise((resolve) => other.client.once('close', resolve))
    other.line.close(1008, 'enough')
    expect(other.line.open).toBe(false)
    expect(await code).toBe(1008)
    await eventually(() => expect(other.heard).toEqual([['closed', 1008]]))
  })

  test('cuts a line off that sends too long a message', async () => {
    const { client, heard } = await connected()
    client.send('x'.repeat(LIMITS.maxPayloadBytes + 1))
    await eventually(() => expect(heard[0]).toEqual(['failed', 'tooLarge']))
    await eventually(() => expect(heard.at(-1)?.[0]).toBe('closed'))
  })

  test('tells when a charger leaves too much unread', async () => {
    const { client, line, heard } = await connected()
    client.pause()
    const flood = setInterval(() => line.send('x'.repeat(60_000)), 1)
    await eventually(() => expect(heard).toContainEqual(['overflowed']))
    clearInterval(flood)
  })

  test('reads no further while paused', async () => {
    const { client, line, heard } = await connected()
    const said = async (): Promise<void> => {
      line.send('what was ordered before this is done')
      await new Promise((resolve) => client.once('message', resolve))
    }
    line.pause()
    await said()
    client.send('one')
    await said()
    await said()
    expect(heard).toEqual([])
    line.resume()
    await eventually(() => expect(heard).toEqual([['text', 'one']]))
  })

  test('tells when a connection breaks before an answer; let in all the same, the line is closed', async () => {
    const socket = rawKnock('Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n')
    const waiting = await knocked()
    let left = false
    waiting.onGone(() => (left = true))
    socket.resetAndDestroy()
    await eventually(() => expect(left).toBe(true))
    expect(waiting.gone).toBe(true)
    const heard = heardOn(waiting.accept())
    await eventually(() => expect(heard).toEqual([['closed', 1006]]))
  })

  test('somebody who leaves while being let in is told as closed', async () => {
    const client = knock()
    const waiting = await knocked()
    client.terminate()
    const heard = heardOn(waiting.accept())
    await eventually(() => expect(heard).toEqual([['closed', 1006]]))
  })

  test('a handshake that can’t be completed is a line that closes', async () => {
    const socket = rawKnock('')
    const said = new Promise((resolve) => socket.once('data', (data) => resolve(String(data))))
    const heard = heardOn((await knocked()).accept())
    expect(await said).toMatch(/^HTTP\/1\.1 400 /)
    await eventually(() => expect(heard).toEqual([['closed', 1006]]))
  })

  test('says which port is taken, and can be closed then', async () => {
    const occupant = createServer()
    const taken = await listen(occupant, 0, '127.0.0.1', '')
    const second = open(LIMITS)
    await expect(second.listen(taken, '127.0.0.1', () => undefined)).rejects.toThrow(PortTaken)
    await second.close()
    occupant.close()
  })
})

test('sockets are read no further while the hub is far behind, and nothing is lost', async () => {
  knocks = []
  wire = threadedWire(LIMITS)
  port = await wire.listen(0, '127.0.0.1', (each) => knocks.push(each))
  const { client, heard } = await connected()
  const texts = Array.from({ length: 2_000 }, (_, index) => `${index} ${'x'.repeat(60_000)}`)
  for (const text of texts) client.send(text)
  // The hub does nothing else for a while: 120 MB would come in meanwhile.
  const until = performance.now() + 1_000
  while (performance.now() < until);
  await eventually(() => expect(client.bufferedAmount).toBeGreaterThan(0))
  await eventually(() => expect(heard).toHaveLength(texts.length))
  expect(heard.map(([, text]) => text)).toEqual(texts)
})
