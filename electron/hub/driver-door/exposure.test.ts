import { createServer } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { reachableHosts } from '../addresses.ts'
import { eventually } from '../ocpp/server/test-bench/eventually.ts'
import { doorLimits } from './limits.ts'
import { ask, post } from './test-bench/ask.ts'
import { amply, type MadeUpDoor, madeUpDoor } from './test-bench/made-up-door.ts'

let made: MadeUpDoor
afterEach(() => made.close())

const publicUrl = 'https://charge.example.com'
/** As the proxy on this machine has it. */
const byProxy = (forwardedFor: string, headers: Record<string, string> = {}) => ({
  headers: { host: 'charge.example.com', 'x-forwarded-for': forwardedFor, ...headers },
})
const addresses = () => made.hub.heard.map(({ caller }) => caller.address)

describe('a door that is laid open to the local network', () => {
  test('tells where phones reach it, and closes when it is to', async () => {
    made = await madeUpDoor()
    const { port } = made
    const state = made.door.state()
    const hosts = reachableHosts(null).filter(
      (host, _, all) => all.length === 1 || host !== '127.0.0.1',
    )
    expect(state).toMatchObject({ state: 'open', fault: null, certUntil: null, watched: 0 })
    expect(state.urls).toEqual(hosts.map((host) => `http://${host}:${port}/garage`))
    expect(state.listensAt).toBe(`0.0.0.0:${port}`)
    expect(made.door.origin()).toBe(`http://${hosts[0]}:${port}`)
    expect(await made.set({ exposure: 'off' })).toMatchObject({ state: 'closed', urls: [] })
    expect(made.door.origin()).toBeNull()
    await expect(ask(port, '/garage')).rejects.toThrow('ECONNREFUSED')
  })

  test('listens where the hub does', async () => {
    made = await madeUpDoor({}, amply, '127.0.0.1')
    expect(made.door.state().urls).toEqual([`http://127.0.0.1:${made.port}/garage`])
    await expect(ask(made.port, '/garage', { from: '127.0.0.1' })).resolves.toMatchObject({
      status: 200,
    })
  })

  test('opens anew with other words', async () => {
    made = await madeUpDoor()
    const before = made.port
    await made.set({ slug: 'north' })
    await expect(ask(before, '/garage')).rejects.toThrow('ECONNREFUSED')
    expect((await ask(made.port, '/north')).status).toBe(200)
    expect((await ask(made.port, '/garage')).status).toBe(404)
    // As when two desks change it at once.
    await Promise.all(['one', 'two', 'three'].map((slug) => made.set({ slug })))
    const [url = ''] = made.door.state().urls
    const slug = url.split('/').at(-1) ?? ''
    expect(['one', 'two', 'three']).toContain(slug)
    expect((await ask(made.port, `/${slug}`)).status).toBe(200)
  })

  test('believes nobody’s word on whom they serve', async () => {
    made = await madeUpDoor({ trustedProxies: ['127.0.0.1'] })
    const headers = {
      'x-forwarded-for': '192.0.2.1',
      forwarded: 'for=192.0.2.1',
      'x-forwarded-proto': 'https',
    }
    const answer = await ask(made.port, '/api/site', { headers })
    expect(answer.headers['strict-transport-security']).toBeUndefined()
    expect(addresses()).toEqual(['127.0.0.1'])
  })
})

describe('a door that can’t be opened', () => {
  test('says why, and leaves the rest of the hub alone', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => void other.listen(0, '0.0.0.0', resolve))
    const address = other.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    made = await madeUpDoor({ port })
    expect(made.door.state()).toMatchObject({ state: 'failed', fault: 'portTaken', urls: [] })
    expect(made.door.origin()).toBeNull()
    await new Promise((resolve) => other.close(resolve))
    expect(await made.door.reopen()).toMatchObject({ state: 'open', fault: null })
  })

  test('says what was not said', async () => {
    made = await madeUpDoor({ exposure: 'proxy' })
    expect(made.door.state()).toMatchObject({ state: 'failed', fault: 'noPublicUrl' })
    expect(await made.set({ publicUrl })).toMatchObject({ state: 'failed', fault: 'noProxy' })
    const opened = await made.set({ trustedProxies: ['10.0.0.1'] })
    expect(opened).toMatchObject({ state: 'open', fault: null, urls: [`${publicUrl}/garage`] })
    expect(await made.set({ exposure: 'tls' })).toMatchObject({ fault: 'certUnreadable' })
    expect(await made.set({ publicUrl: '' })).toMatchObject({ fault: 'noPublicUrl' })
  })

  test('at an address that isn’t this machine’s says so', async () => {
    made = await madeUpDoor({}, amply, '203.0.113.7')
    expect(made.door.state()).toMatchObject({ state: 'failed', fault: 'noSuchAddress' })
  })
})

test('a door whose thread fails is put up again and again, and takes nothing with it', async () => {
  // No server is made with such a limit.
  made = await madeUpDoor({}, { ...amply, headerBytes: -1, againMs: 20 })
  const failures = () => made.log.filter((line) => line.includes('the door for phones failed'))
  await eventually(() => expect(failures().length).toBeGreaterThan(2))
  // Closed for as long as it is put up again.
  await eventually(() =>
    expect(made.door.state()).toMatchObject({ state: 'failed', fault: null, urls: [] }),
  )
  expect(await made.set({ exposure: 'off' })).toMatchObject({ state: 'closed' })
})

describe('a door behind a proxy', () => {
  const behind = {
    exposure: 'proxy' as const,
    publicUrl,
    trustedProxies: ['127.0.0.1', '10.0.0.0/8'],
  }

  test('counts phones by what its proxy says, not by what they say themselves', async () => {
    made = await madeUpDoor(behind)
    for (const told of ['192.0.2.1', '6.6.6.6, 192.0.2.2', '6.6.6.6, 192.0.2.3, 10.1.2.3'])
      expect((await ask(made.port, '/api/site', byProxy(told))).status).toBe(200)
    const spoofed = byProxy('192.0.2.4', { forwarded: 'for=6.6.6.6' })
    await ask(made.port, '/api/site', spoofed)
    await ask(made.port, '/api/site', byProxy('nonsense'))
    await ask(made.port, '/api/site', byProxy('[2001:db8::7]:4711'))
    expect(addresses()).toEqual([
      ...['192.0.2.1', '192.0.2.2', '192.0.2.3', '127.0.0.1', '127.0.0.1', '2001:db8::7'],
    ])
  })

  test('turns away one phone of the proxy’s, and no other', async () => {
    made = await madeUpDoor(behind, {
      ...amply,
      each: { ...amply.each, requests: { burst: 5, perSecond: 0.001 } },
    })
    const statuses = async (told: string, times: number) => {
      const seen = []
      for (let at = 0; at < times; at += 1)
        seen.push((await ask(made.port, '/garage', byProxy(told))).status)
      return seen
    }
    expect(await statuses('192.0.2.1', 7)).toEqual([200, 200, 200, 200, 200, 429, 429])
    expect(await statuses('192.0.2.2', 2)).toEqual([200, 200])
    // All of a /64 are one.
    expect(await statuses('2001:db8::1', 3)).toEqual([200, 200, 200])
    expect(await statuses('2001:db8::2', 3)).toEqual([200, 200, 429])
  })

  test('never hangs up on the proxy, whatever one of its phones does', async () => {
    made = await madeUpDoor(behind, {
      ...amply,
      each: {
        ...amply.each,
        newConnections: { burst: 1, perSecond: 0.001 },
        connections: 1,
        requests: { burst: 1, perSecond: 0.001 },
      },
      insistence: { burst: 1, perSecond: 0.001 },
    })
    const seen = []
    for (let at = 0; at < 20; at += 1)
      seen.push((await ask(made.port, '/garage', byProxy('192.0.2.1'))).status)
    expect(seen).toEqual([200, ...Array.from({ length: 19 }, () => 429)])
    expect((await ask(made.port, '/garage', byProxy('192.0.2.2'))).status).toBe(200)
  })

  test('lets nobody past the proxy but who sits at this machine', async () => {
    made = await madeUpDoor({ ...behind, trustedProxies: ['127.0.0.9'] })
    expect((await ask(made.port, '/garage')).status).toBe(200)
    // To this machine's own address one comes from there, too.
    const [host = '127.0.0.1'] = reachableHosts(null)
    const past = await ask(made.port, '/garage', { host })
    expect(past.status).toBe(host === '127.0.0.1' ? 200 : 403)
    expect(past.text.startsWith('Phones come in by')).toBe(host !== '127.0.0.1')
  })

  test('knows when phones come by TLS, and whose page they have', async () => {
    made = await madeUpDoor(behind)
    const secure = await ask(
      made.port,
      '/garage',
      byProxy('192.0.2.1', { 'x-forwarded-proto': 'https' }),
    )
    expect(secure.headers['strict-transport-security']).toBe('max-age=15552000')
    const plain = await ask(
      made.port,
      '/garage',
      byProxy('192.0.2.1', { 'x-forwarded-proto': 'http' }),
    )
    expect(plain.headers['strict-transport-security']).toBeUndefined()
    const own = byProxy('192.0.2.1', { origin: publicUrl, 'sec-fetch-site': 'same-origin' })
    expect((await post(made.port, '/api/visit/pay', {}, own)).status).toBe(404)
    const other = byProxy('192.0.2.1', { origin: 'https://evil.example', host: 'evil.example' })
    expect((await post(made.port, '/api/visit/pay', {}, other)).status).toBe(403)
  })
})

test('who asks too often is told when to come again', async () => {
  made = await madeUpDoor(
    {},
    {
      ...amply,
      each: {
        ...amply.each,
        writes: { burst: 2, perSecond: 0.1 },
        questions: doorLimits.each.questions,
      },
    },
  )
  const from = '127.0.0.2'
  const pay = () => post(made.port, '/api/visit/pay', {}, { from })
  expect([(await pay()).status, (await pay()).status]).toEqual([404, 404])
  const third = await pay()
  expect([third.status, third.headers['retry-after']]).toEqual([429, '10'])
  expect(JSON.parse(third.text)).toEqual({
    ...{ defined: false, code: 'TOO_MANY_REQUESTS', status: 429 },
    message: 'That is too often. Try again in 10 s.',
  })
  expect((await ask(made.port, '/api/site', { from })).status).toBe(200)
  const page = await ask(made.port, '/nothing', { from, headers: { 'accept-language': 'sv' } })
  expect(page.text).toBe('Här finns ingenting.\n')
})

test('of what takes the hub’s time there is only so much in all, and nobody is blamed for it', async () => {
  const scarce = { ...amply.all.calls, question: { burst: 3, perSecond: 0.001 } }
  made = await madeUpDoor({}, { ...amply, all: { ...amply.all, calls: scarce } })
  const wish = { need: { kind: 'full' }, arrivesFrom: 0, departsBy: 3_600_000, kind: 'now' }
  const statuses = []
  for (const last of [2, 3, 4, 5, 6]) {
    const asked = await post(made.port, '/api/offers', wish, { from: `127.0.0.${last}` })
    statuses.push(asked.status)
  }
  expect(statuses).toEqual([200, 200, 200, 503, 503])
  const id = '01900000-0000-7000-8000-000000000001'
  const window = { place: '7H2K9Q', arrivesAt: 0, departsAt: 3_600_000 }
  const { kind, ...rest } = wish
  const booking = { id, kind, wish: rest, ...window, pays: 'atDesk', seenMinor: null }
  expect((await post(made.port, '/api/visits', booking)).status).toBe(200)
  expect(made.door.state().turnedAway).toBe(0)
})
