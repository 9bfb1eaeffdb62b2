import { connect, type Socket } from 'node:net'
import fc from 'fast-check'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DoorLimits } from './limits.ts'
import { ask, askRaw, post } from './test-bench/ask.ts'
import { amply, type MadeUpDoor, madeUpDoor } from './test-bench/made-up-door.ts'
import { GOOD_TOKEN, WRONG_TOKEN } from './test-bench/made-up-router.ts'

let made: MadeUpDoor
const sockets: Socket[] = []
/** With limits of nobody's, the door that all such tests share. */
let ordinary: MadeUpDoor | null = null
const opened = async (limits?: DoorLimits): Promise<void> => {
  made = limits === undefined ? (ordinary ??= await madeUpDoor()) : await madeUpDoor({}, limits)
  made.hub.heard.splice(0)
}
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  if (made !== ordinary) await made.close()
})
afterAll(() => ordinary?.close())

/** A request written by hand, to the end of the connection. */
const raw = (lines: readonly string[], body = ''): Promise<string> =>
  askRaw(made.port, `${lines.join('\r\n')}\r\n\r\n${body}`)
const statusOf = (heard: string): string => heard.split(' ')[1] ?? heard
const named = (): string => `Host: 127.0.0.1:${made.port}`
const close = 'Connection: close'

describe('who asks for what isn’t there', () => {
  beforeEach(() => opened())

  test('by ways up gets nothing of this machine’s', async () => {
    const ways = [
      ...['/../../../../etc/passwd', '/assets/../secret.json', '/assets/../../secret.json'],
      ...['/%2e%2e/secret.json', '/assets/%2e%2e%2fsecret.json', '/assets/..%2fsecret.json'],
      ...['/assets/..\\secret.json', '/assets/%5c..%5csecret.json', '/assets//../secret.json'],
      ...['/./index.html', '//etc/passwd', '///', '/assets/\0', '/assets/%00', '/garage/../secret'],
      ...['/%c0%ae%c0%ae/secret.json', '/assets/page-B1x2.js/../../secret.json', '/;/secret.json'],
      ...['http://127.0.0.1/secret.json', 'file:///etc/passwd', '*', '?', '#', '/b/../api/site'],
    ]
    for (const way of ways) {
      const heard = await raw([`GET ${way} HTTP/1.1`, named(), close])
      expect([way, ['400', '404'].includes(statusOf(heard))]).toEqual([way, true])
      expect([way, /secret|root:/.test(heard.split('\r\n\r\n')[1] ?? '')]).toEqual([way, false])
    }
  })

  test('by other methods is told that none of them is known', async () => {
    const methods = ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'LINK']
    for (const method of methods)
      for (const path of ['/garage', '/api/visits', '*']) {
        const heard = await raw([`${method} ${path} HTTP/1.1`, named(), close])
        expect([method, path, statusOf(heard)]).toEqual([method, path, '405'])
      }
    for (const path of ['/garage', `/b/${GOOD_TOKEN}`, '/assets/page-B1x2.js'])
      expect((await post(made.port, path, {})).status).toBe(405)
    expect(statusOf(await raw(['BREW / HTTP/1.1', named()]))).toBe('400')
    expect(await raw(['CONNECT example.com:443 HTTP/1.1', named()])).toBe('')
  })

  test('as another protocol gets a page, or nothing', async () => {
    const upgrade = ['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Version: 13']
    const key = `Sec-WebSocket-Key: ${Buffer.alloc(16).toString('base64')}`
    const socket = connect(made.port, '127.0.0.1')
    sockets.push(socket)
    socket.write(['GET /api/rpc HTTP/1.1', named(), ...upgrade, key, '', ''].join('\r\n'))
    const heard = await new Promise<string>((resolve) =>
      socket.once('data', (bytes) => resolve(bytes.toString('latin1'))),
    )
    expect(statusOf(heard)).toBe('404')
    expect(statusOf(await askRaw(made.port, 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'))).toBe('400')
    expect(statusOf(await askRaw(made.port, '\x16\x03\x01\x02\0\x01'))).toBe('400')
  })
})

describe('who writes requests that two programs would read as two', () => {
  beforeEach(() => opened())
  const inner = (host: string) => `GET /api/site HTTP/1.1\r\n${host}\r\n\r\n`

  test('is told that it is none, and the second is never looked at', async () => {
    const json = 'Content-Type: application/json'
    const heads = [
      ['Content-Length: 6', 'Transfer-Encoding: chunked'],
      ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity', 'Content-Length: 3'],
      ['Transfer-Encoding: xchunked'],
      ['Transfer-Encoding : chunked'],
      ['Transfer-Encoding: chunked, identity'],
      ['Transfer-Encoding:\x0bchunked', 'Content-Length: 5'],
      ['Content-Length: 5', 'Content-Length: 6'],
      ['Content-Length: 5, 5'],
      ['Content-Length: +5'],
      ['Content-Length: 0x5'],
      ['Content-Length: -1'],
      ['Content-Length : 5'],
      ['X: y\nContent-Length: 5'],
      [' Content-Length: 5'],
    ]
    for (const head of heads) {
      const heard = await raw(
        ['POST /api/visit/pay HTTP/1.1', named(), json, ...head],
        `0\r\n\r\n${inner(named())}`,
      )
      expect([head, statusOf(heard)]).toEqual([head, '400'])
      expect([head, heard.split('HTTP/1.1 ').length]).toEqual([head, 2])
    }
    expect(made.hub.heard).toEqual([])
  })

  test('or as one to two hosts or for two links', async () => {
    const twice = [
      [named(), 'Host: other.example'],
      [named(), named()],
      [named(), `Authorization: Bearer ${GOOD_TOKEN}`, `Authorization: Bearer ${WRONG_TOKEN}`],
      [named(), 'Origin: http://a.example', 'Origin: http://b.example'],
      [named(), 'Sec-Fetch-Site: same-origin', 'Sec-Fetch-Site: cross-site'],
      [],
    ]
    for (const head of twice) {
      const heard = await raw(['GET /api/visit HTTP/1.1', ...head, close])
      expect([head, statusOf(heard)]).toEqual([head, '400'])
    }
    expect(made.hub.heard).toEqual([])
  })
})

test('whatever stands in a request, nothing of it becomes a header or a line of the log', async () => {
  await opened()
  const evil = 'x%0d%0aset-cookie:%20evil=1\r\nset-cookie: evil=1'
  const bare = ['\rset-cookie: evil=1', '\nset-cookie: evil=1', '\r\n set-cookie: evil=1', '\0evil']
  const heads = [
    [`GET /garage?${evil} HTTP/1.1`, named()],
    [`GET /b/${evil} HTTP/1.1`, named()],
    ...bare.flatMap((text) => [
      [`GET /garage${text} HTTP/1.1`, named()],
      ['GET /garage HTTP/1.1', `${named()}${text}`],
      ['GET /garage HTTP/1.1', named(), `Accept-Language: sv${text}`],
      ['GET /garage HTTP/1.1', named(), `Accept-Encoding: br${text}`],
      ['GET /api/visit HTTP/1.1', named(), `Authorization: Bearer ${GOOD_TOKEN}${text}`],
      ['GET /api/visit HTTP/1.1', named(), `Idempotency-Key: a${text}`],
      ['GET /api/visit HTTP/1.1', named(), `X-Forwarded-For: 1.2.3.4${text}`],
    ]),
  ]
  for (const head of heads) {
    const heard = await raw([...head, close])
    const [answer = ''] = heard.split('\r\n\r\n')
    expect([head, /^HTTP\/1\.1 [24]\d\d /.test(answer)]).toEqual([head, true])
    expect([head, /^(set-cookie|evil)/im.test(answer)]).toEqual([head, false])
  }
  const logged = made.log.join()
  expect(logged).not.toContain('evil')
  expect(logged).not.toContain(GOOD_TOKEN)
})

test('whatever bytes come, the door stands', async () => {
  await opened()
  const good = [
    ...['GET /garage HTTP/1.1', named(), `Authorization: Bearer ${GOOD_TOKEN}`, 'Accept: */*'],
    ...['Content-Type: application/json', 'Content-Length: 2', 'Expect: 100-continue', close],
  ].join('\r\n')
  const piece = fc.oneof(
    fc.constantFrom('\r\n', '\n', '\0', ': ', '/', '%', 'chunked', '\x16\x03\x01', '{}', ' '),
    fc.string({ maxLength: 5 }),
  )
  const mangled = fc
    .array(fc.tuple(fc.nat(good.length), fc.nat(9), piece), { maxLength: 6 })
    .map((cuts) =>
      cuts.reduce(
        (text, [at, gone, put]) => text.slice(0, at) + put + text.slice(at + gone),
        `${good}\r\n\r\n{}`,
      ),
    )
  await fc.assert(
    fc.asyncProperty(mangled, async (bytes) => {
      const heard = await new Promise<string>((resolve) => {
        const socket = connect({ port: made.port, host: '127.0.0.1' })
        let text = ''
        socket.on('data', (part) => (text += part.toString('latin1')))
        socket.on('error', () => undefined)
        socket.once('close', () => resolve(text))
        // Breaking off is one more thing that a client may do.
        socket.end(bytes, 'latin1')
      })
      expect(heard === '' || /^HTTP\/1\.1 [1-4]\d\d /.test(heard)).toBe(true)
    }),
    { numRuns: 200 },
  )
  expect((await ask(made.port, '/garage')).status).toBe(200)
  expect(made.log.join()).not.toContain('failed')
})

describe('who sends too much', () => {
  beforeEach(() => opened())
  const head = (...more: string[]) => [
    ...['POST /api/visits HTTP/1.1', named(), 'Content-Type: application/json', ...more],
  ]

  test('is told so, and is not read to the end', async () => {
    const announced = await raw(head('Content-Length: 1000000000'), '{')
    expect([statusOf(announced), /connection: close/i.test(announced)]).toEqual(['413', true])
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`
    const grown = await raw(head('Transfer-Encoding: chunked'), chunk + chunk)
    expect(statusOf(grown)).toBe('413')
    const asking = await raw(head('Content-Length: 20000', 'Expect: 100-continue'))
    expect(statusOf(asking)).toBe('413')
    expect(made.hub.heard).toEqual([])
  })

  test('in the address or in headers, too', async () => {
    expect((await ask(made.port, `/garage?${'x'.repeat(1_100)}`)).status).toBe(414)
    const headers = { 'x-long': 'x'.repeat(9_000) }
    expect((await ask(made.port, '/garage', { headers })).status).toBe(431)
    const many = Array.from({ length: 2_000 }, (_, at) => `X${at}: y`)
    expect(statusOf(await raw(['GET /garage HTTP/1.1', named(), ...many]))).toBe('431')
  })

  test('pressed together, is not opened', async () => {
    const headers = { 'content-encoding': 'gzip' }
    expect((await post(made.port, '/api/visits', {}, { headers })).status).toBe(415)
  })

  test('asks first gets through with what may be sent', async () => {
    const body = '{"x":1}'
    const heard = await raw(head('Content-Length: 7', 'Expect: 100-continue', close), body)
    expect(heard).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 400 /)
  })
})

test('who is slow with headers or a body is let go of, and costs nobody else anything', async () => {
  await opened({ ...amply, headersMs: 200, requestMs: 400 })
  const slow = [
    'GET /gar',
    `GET /garage HTTP/1.1\r\n${named()}\r\nX-Slow: `,
    `POST /api/visits HTTP/1.1\r\n${named()}\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{`,
  ]
  const waiting = slow.map((bytes) => askRaw(made.port, bytes, '127.0.0.2'))
  expect((await ask(made.port, '/api/site', { from: '127.0.0.3' })).status).toBe(200)
  expect((await Promise.all(waiting)).map(statusOf)).toEqual(['408', '408', '408'])
  expect(made.hub.heard.map(({ call }) => call)).toEqual(['site'])
})

describe('a page of somebody else’s', () => {
  beforeEach(() => opened())

  test('may make no call: not with another origin, nor with a body that a browser sends unasked', async () => {
    const from = [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'SAME-ORIGIN' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `http://127.0.0.1:${made.port + 1}` },
      { origin: `https://127.0.0.1:${made.port}` },
    ]
    for (const headers of from) {
      const read = await ask(made.port, '/api/site', { headers })
      const written = await post(made.port, '/api/visit/pay', {}, { headers })
      expect([headers, read.status, written.status]).toEqual([headers, 403, 403])
    }
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', '']
    for (const type of [...types, 'application/jsonp', 'text/json; application/json']) {
      const headers = type === '' ? {} : { 'content-type': type }
      const answer = await ask(made.port, '/api/visit/pay', { method: 'POST', headers, body: '{}' })
      expect([type, answer.status]).toEqual([type, 415])
    }
    expect(made.hub.heard).toEqual([])
  })

  test('differs from the door’s own, which may', async () => {
    const headers = { 'sec-fetch-site': 'same-origin', origin: `http://127.0.0.1:${made.port}` }
    expect((await post(made.port, '/api/offers', {}, { headers })).status).toBe(400)
    expect((await ask(made.port, '/api/site', { headers })).status).toBe(200)
  })

  test('whose name was made to point here is not answered', async () => {
    for (const host of [
      'evil.example',
      'evil.example:9222',
      '127.0.0.2',
      '10.0.0.1',
      'a@127.0.0.1',
    ]) {
      const heard = await raw(['GET /api/site HTTP/1.1', `Host: ${host}`, close])
      expect([host, statusOf(heard)]).toEqual([host, '421'])
    }
    expect(statusOf(await raw(['GET /api/site HTTP/1.0', close]))).toBe('421')
    expect(made.hub.heard).toEqual([])
    const local = await raw(['GET /api/site HTTP/1.1', `Host: localhost:${made.port}`, close])
    expect(statusOf(local)).toBe('200')
  })
})
