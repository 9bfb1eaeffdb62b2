import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { eventually } from '../ocpp/server/test-bench/eventually.ts'
import type { DoorLimits } from './limits.ts'
import { ask } from './test-bench/ask.ts'
import { amply, type MadeUpDoor, madeUpDoor } from './test-bench/made-up-door.ts'
import { GOOD_TOKEN, madeUpSite } from './test-bench/made-up-router.ts'

let made: MadeUpDoor
const leavers: (() => void)[] = []
const opened = async (limits: DoorLimits = amply): Promise<void> => {
  made = await madeUpDoor({}, limits)
}
afterEach(async () => {
  for (const leave of leavers.splice(0)) leave()
  await made.close()
})

interface Follower {
  readonly status: number
  heard: string
  isOver: boolean
  leave(): void
}

/** Follows, and gathers what is told. */
function follow(path = '/api/site/live', from = '127.0.0.1', token = ''): Promise<Follower> {
  const headers = token === '' ? {} : { authorization: `Bearer ${token}` }
  const options = { host: '127.0.0.1', port: made.port, path, agent: false, headers }
  return new Promise((resolve, reject) => {
    const asked = request({ ...options, localAddress: from }, (response) => {
      const follower: Follower = {
        ...{ status: response.statusCode ?? 0, heard: '', isOver: false },
        leave: () => asked.destroy(),
      }
      response.setEncoding('utf8')
      response.on('data', (text: string) => (follower.heard += text))
      response.on('error', () => undefined)
      response.once('close', () => (follower.isOver = true))
      resolve(follower)
    })
    leavers.push(() => asked.destroy())
    asked.once('error', reject)
    asked.end()
  })
}

const names = ({ heard }: Follower): unknown[] =>
  [...heard.matchAll(/^data: (.*)\n\n/gm)].map(([, json = '']): unknown => JSON.parse(json).name)
const named = (name: string) => ({ ...madeUpSite, name })

test('whoever follows is told at once how it is, and then of each change in turn', async () => {
  await opened()
  const phones = [await follow(), await follow()]
  await eventually(() => expect(made.hub.following).toBe(2))
  made.hub.tell(named('one'))
  made.hub.tell(named('two'))
  for (const phone of phones)
    await eventually(() => expect(names(phone)).toEqual([madeUpSite.name, 'one', 'two']))
  await eventually(() => expect(made.door.state().watched).toBe(2))
})

test('what the hub ends, ends for the phone', async () => {
  await opened()
  const phone = await follow()
  await eventually(() => expect(made.hub.following).toBe(1))
  made.hub.endAll()
  await eventually(() => expect(phone.isOver).toBe(true))
  const once = await follow('/api/visit/live', '127.0.0.1', GOOD_TOKEN)
  await eventually(() => expect(once.isOver).toBe(true))
  expect(once.heard).toContain('"siteName":"North"')
  await eventually(() => expect(made.door.state().watched).toBe(0))
})

test('the hub makes nothing more for a phone that has left', async () => {
  await opened()
  const phones = [await follow(), await follow(), await follow()]
  await eventually(() => expect(made.hub.following).toBe(3))
  phones[0]?.leave()
  await eventually(() => expect(made.hub.following).toBe(2))
  made.hub.tell(named('one'))
  phones[1]?.leave()
  phones[2]?.leave()
  await eventually(() => expect(made.hub.following).toBe(0))
  await eventually(() => expect(made.door.state().watched).toBe(0))
})

test('for a phone that takes nothing no more is made than lies on its way, and it is let go of', async () => {
  await opened({ ...amply, idleMs: 1_000, pulseMs: 100 })
  const socket: Socket = connect({ port: made.port, host: '127.0.0.1' })
  socket.on('error', () => undefined)
  leavers.push(() => socket.destroy())
  socket.write(`GET /api/site/live HTTP/1.1\r\nHost: 127.0.0.1:${made.port}\r\n\r\n`)
  socket.pause()
  await eventually(() => expect(made.hub.following).toBe(1))
  // 50 MB, of which the two ends of a connection hold some ten.
  for (let times = 0; times < 200; times += 1) made.hub.tell(named('x'.repeat(256 * 1024)))
  await eventually(() => expect(made.hub.following).toBe(0))
  expect(made.hub.viewsMade).toBeGreaterThan(1)
  expect(made.hub.viewsMade).toBeLessThan(100)
})

test('a sign of life comes when there is nothing to tell', async () => {
  await opened({ ...amply, pulseMs: 20 })
  const phone = await follow()
  await eventually(() => expect(phone.heard.match(/^:\n\n/gm)?.length ?? 0).toBeGreaterThan(3))
  expect(names(phone)).toEqual([madeUpSite.name])
})

test('of one address only so many follow at once, and others still may', async () => {
  await opened({ ...amply, each: { ...amply.each, streams: 3 } })
  const from = '127.0.0.2'
  for (let phone = 0; phone < 3; phone += 1)
    expect((await follow(undefined, from)).status).toBe(200)
  const more = await ask(made.port, '/api/site/live', { from })
  expect([more.status, more.headers['retry-after']]).toEqual([429, '2'])
  expect((await follow(undefined, '127.0.0.3')).status).toBe(200)
  leavers[0]?.()
  await eventually(async () => {
    const again = await follow(undefined, from)
    expect(again.status).toBe(200)
  })
})

test('of all only so many', async () => {
  await opened({ ...amply, all: { ...amply.all, streams: 2 } })
  for (const from of ['127.0.0.2', '127.0.0.3'])
    expect((await follow(undefined, from)).status).toBe(200)
  expect((await ask(made.port, '/api/site/live', { from: '127.0.0.4' })).status).toBe(503)
})

test('of one link only so many: the newest takes the place of the oldest', async () => {
  await opened({ ...amply, eachToken: { ...amply.eachToken, streams: 2 } })
  const phones: Follower[] = []
  for (let phone = 0; phone < 4; phone += 1) {
    phones.push(await follow(undefined, '127.0.0.1', GOOD_TOKEN))
    const over = Math.max(0, phone - 1)
    await eventually(() => expect(phones.filter(({ isOver }) => isOver)).toHaveLength(over))
  }
  expect(phones.map(({ isOver }) => isOver)).toEqual([true, true, false, false])
  await eventually(() => expect(made.hub.following).toBe(2))
})

test('closing the door ends all that is followed', async () => {
  await opened()
  const phone = await follow()
  await eventually(() => expect(made.hub.following).toBe(1))
  await made.set({ exposure: 'off' })
  await eventually(() => expect(phone.isOver).toBe(true))
  await eventually(() => expect(made.hub.following).toBe(0))
})
