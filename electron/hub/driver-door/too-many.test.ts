import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventually } from '../ocpp/server/test-bench/eventually.ts'
import { doorLimits, type DoorLimits } from './limits.ts'
import { ask, askRaw, post } from './test-bench/ask.ts'
import { amply, type MadeUpDoor, madeUpDoor } from './test-bench/made-up-door.ts'
import { GOOD_TOKEN, WRONG_TOKEN } from './test-bench/made-up-router.ts'

let made: MadeUpDoor
const sockets: Socket[] = []
const opened = async (limits: DoorLimits): Promise<void> => {
  made = await madeUpDoor({}, limits)
}
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await made.close()
})

const statusOf = (heard: string): string => heard.split(' ')[1] ?? heard

describe('who guesses links', () => {
  const guess = (at: number): string => String(at).padStart(48, 'x')
  beforeEach(() => opened({ ...amply, guesses: doorLimits.guesses }))

  test('waits longer each time, for links of visits and of receipts alike; others don’t', async () => {
    const from = '127.0.0.2'
    const statuses = []
    for (let at = 0; at < 8; at += 1) {
      const headers = { authorization: `Bearer ${guess(at)}` }
      const path = [`/b/${guess(at)}`, `/r/${guess(at)}`][at % 3]
      const answer = await ask(made.port, path ?? '/api/visit', { from, headers })
      statuses.push(answer.status)
    }
    expect(statuses).toEqual([404, 404, 404, 404, 404, 404, 429, 429])
    const locked = await ask(made.port, `/b/${GOOD_TOKEN}`, { from })
    expect(locked.status).toBe(429)
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask(made.port, '/garage', { from })).status).toBe(200)
    expect((await ask(made.port, `/b/${GOOD_TOKEN}`, { from: '127.0.0.3' })).status).toBe(200)
  })

  test('isn’t who opens the same old link again and again', async () => {
    const from = '127.0.0.4'
    for (let times = 0; times < 20; times += 1) {
      expect((await ask(made.port, `/b/${WRONG_TOKEN}`, { from })).status).toBe(404)
      const headers = { authorization: `Bearer ${WRONG_TOKEN}` }
      expect((await ask(made.port, '/api/visit/live', { from, headers })).status).toBe(404)
    }
    expect((await ask(made.port, `/b/${GOOD_TOKEN}`, { from })).status).toBe(200)
  })
})

test('who opens many connections and says nothing has only so many, and others have theirs', async () => {
  await opened({ ...amply, each: { ...amply.each, connections: 10 } })
  const from = '127.0.0.2'
  const idle = Array.from({ length: 60 }, () => {
    const socket = connect({ port: made.port, host: '127.0.0.1', localAddress: from })
    socket.on('error', () => undefined)
    sockets.push(socket)
    return socket
  })
  await eventually(() => expect(idle.filter(({ closed }) => closed)).toHaveLength(50))
  expect((await ask(made.port, '/garage', { from: '127.0.0.3' })).status).toBe(200)
  for (const socket of idle) socket.destroy()
  await eventually(async () => expect((await ask(made.port, '/garage', { from })).status).toBe(200))
})

test('10,000 requests from one address: few of them reach the hub, and another books meanwhile', async () => {
  await opened(doorLimits)
  const seen = new Map<string, number>()
  const question = [
    'GET /api/site HTTP/1.1',
    `Host: 127.0.0.1:${made.port}`,
    'Connection: close',
    '',
    '',
  ].join('\r\n')
  const flood = async (times: number): Promise<void> => {
    for (let at = 0; at < times; at += 1) {
      const status = statusOf(await askRaw(made.port, question, '127.0.0.2'))
      seen.set(status, (seen.get(status) ?? 0) + 1)
    }
  }
  const flooding = Promise.all(Array.from({ length: 50 }, () => flood(200)))
  const tookMs: number[] = []
  const id = '01900000-0000-7000-8000-000000000001'
  const wish = { need: { kind: 'full' }, arrivesFrom: 0, departsBy: 3_600_000 }
  const booking = {
    ...{ id, kind: 'now', wish, place: '7H2K9Q', arrivesAt: 0, departsAt: 3_600_000 },
    ...{ pays: 'atDesk', seenMinor: null },
  }
  do {
    const since = performance.now()
    const booked = await post(made.port, '/api/visits', booking, { from: '127.0.0.3' })
    tookMs.push(performance.now() - since)
    expect(booked.status).toBe(200)
  } while (tookMs.length < 10)
  await flooding
  const { each } = doorLimits
  const reached = made.hub.heard.filter(({ caller }) => caller.address === '127.0.0.2').length
  const count = (status: string): number => seen.get(status) ?? 0
  // Some were hung up on before their answer came.
  expect(count('200')).toBeLessThanOrEqual(reached)
  expect(reached).toBeGreaterThan(0)
  // The burst, and what is given again in at most a minute.
  expect(reached).toBeLessThanOrEqual(each.requests.burst + 60 * each.requests.perSecond)
  expect(count('200') + count('429') + count('')).toBe(10_000)
  expect(count('')).toBeGreaterThan(8_000)
  await eventually(() => expect(made.door.state().turnedAway).toBeGreaterThan(8_000))
  const longest = Math.round(Math.max(...tookMs))
  process.stdout.write(`a booking beside 10,000 requests took ${longest} ms at most\n`)
}, 60_000)
