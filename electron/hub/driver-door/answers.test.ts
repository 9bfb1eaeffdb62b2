import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { First } from '../../../shared/contract/driver/first.ts'
import { PAGE_POLICY as RECEIPT_POLICY } from '../receipt-page/style.ts'
import { type Answer, ask, post } from './test-bench/ask.ts'
import { type MadeUpDoor, madeUpDoor, PAGE_SCRIPT } from './test-bench/made-up-door.ts'
import { GOOD_TOKEN, madeUpSite, madeUpVisit, WRONG_TOKEN } from './test-bench/made-up-router.ts'

let made: MadeUpDoor
let port: number
beforeAll(async () => {
  made = await madeUpDoor()
  port = made.port
})
afterAll(() => made.close())
beforeEach(() => void made.hub.heard.splice(0))

const bearer = { authorization: `Bearer ${GOOD_TOKEN}` }

/** What the page was told first. */
function firstOf({ text }: Answer): First {
  const [, json = ''] = /id="first">([^<]*)<\/script>/.exec(text) ?? []
  // The boundary: the test looks at what it needs.
  return JSON.parse(json) as First
}

const everyPath = [
  ...['/', '/garage', '/garage/7H2K9Q', '/garage/back', `/b/${GOOD_TOKEN}`, `/b/${WRONG_TOKEN}`],
  ...[`/r/${GOOD_TOKEN}`, `/r/${WRONG_TOKEN}`, '/api/site', '/api/nothing', '/robots.txt'],
  ...['/assets/page-B1x2.js', '/manifest.webmanifest', '/icon-192.png', '/favicon.ico', '/nothing'],
]

describe('every answer', () => {
  test('says what it may be used for, and nothing of what serves it', async () => {
    for (const path of everyPath) {
      const { headers } = await ask(port, path)
      const policy = headers['content-security-policy'] ?? ''
      const told = { ...headers, path }
      expect(told).toMatchObject({
        path,
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'cross-origin-resource-policy': 'same-origin',
        'x-robots-tag': 'noindex, nofollow',
      })
      expect([path, headers['permissions-policy']]).toEqual([path, expect.stringContaining('=()')])
      expect(policy).toMatch(/^default-src 'none'; /)
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toContain("base-uri 'none'")
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
      for (const name of ['server', 'x-powered-by', 'etag', 'last-modified', 'set-cookie'])
        expect([path, name, headers[name]]).toEqual([path, name, undefined])
      expect(headers['access-control-allow-origin']).toBeUndefined()
      expect(headers['strict-transport-security']).toBeUndefined()
    }
  })

  test('to a page lets it run its own files, call home and nothing else', async () => {
    const { headers } = await ask(port, '/garage')
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
    )
    const receipt = await ask(port, `/r/${GOOD_TOKEN}`)
    expect(receipt.headers['content-security-policy']).toBe(RECEIPT_POLICY)
  })

  test('to HEAD is the same without its body', async () => {
    for (const path of everyPath.filter((one) => !one.startsWith('/api'))) {
      const whole = await ask(port, path)
      const head = await ask(port, path, { method: 'HEAD' })
      const { date: _, ...headers } = head.headers
      const { date: __, ...wanted } = whole.headers
      expect([path, head.status, headers, head.text]).toEqual([path, whole.status, wanted, ''])
    }
  })
})

describe('the site’s page', () => {
  test('is at the site’s word, which is where one comes from nowhere', async () => {
    const home = await ask(port, '/')
    expect([home.status, home.headers.location]).toEqual([302, '/garage'])
    for (const path of ['/garage', '/garage/7H2K9Q', '/garage/back', '/garage?x=1']) {
      const page = await ask(port, path)
      expect([path, page.status, page.headers['content-type']]).toEqual([
        ...[path, 200, 'text/html; charset=utf-8'],
      ])
    }
  })

  test('knows the site already, and nothing in it ends the script that tells it', async () => {
    const page = await ask(port, '/garage')
    expect(firstOf(page)).toEqual({ slug: 'garage', site: madeUpSite, visit: null, error: null })
    expect(page.text).not.toContain('<script>alert')
    expect(page.text.match(/<\/script>/g)).toHaveLength(2)
    expect(page.headers['cache-control']).toBe('no-cache')
  })

  test('is in the language that the browser likes best', async () => {
    const swedish = await ask(port, '/garage', { headers: { 'accept-language': 'sv-SE,en;q=0.5' } })
    expect(swedish.text).toContain('<html lang="sv"')
    expect((await ask(port, '/garage')).text).toContain('<html lang="en"')
  })

  test('is pressed as the browser takes it', async () => {
    const plain = await ask(port, '/garage')
    const encoded = async (takes: string) => {
      const page = await ask(port, '/garage', { headers: { 'accept-encoding': takes } })
      expect(page.headers.vary).toContain('accept-encoding')
      return [page.headers['content-encoding'], page.body] as const
    }
    const [br, bytes] = await encoded('gzip, br')
    expect([br, brotliDecompressSync(bytes).toString()]).toEqual(['br', plain.text])
    const [gzip, zipped] = await encoded('gzip')
    expect([gzip, gunzipSync(zipped).toString()]).toEqual(['gzip', plain.text])
  })
})

describe('the page of a link', () => {
  test('knows the visit, in its own language, and is kept nowhere', async () => {
    const page = await ask(port, `/b/${GOOD_TOKEN}`, { headers: { 'accept-language': 'en' } })
    expect(page.status).toBe(200)
    expect(firstOf(page)).toEqual({ slug: 'garage', site: null, visit: madeUpVisit, error: null })
    expect(page.text).toContain('<html lang="sv"')
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.text).not.toContain(GOOD_TOKEN)
  })

  test('is never pressed, and neither is a call’s answer: what is secret stands beside what was written', async () => {
    const headers = { 'accept-encoding': 'gzip, br' }
    const pages = [
      await ask(port, `/b/${GOOD_TOKEN}`, { headers }),
      await ask(port, '/api/visit', { headers: { ...headers, ...bearer } }),
      await ask(port, `/r/${GOOD_TOKEN}`, { headers }),
    ]
    for (const page of pages) expect(page.headers['content-encoding']).toBeUndefined()
  })

  test('that opens nothing tells no more than any other that does', async () => {
    const said = []
    for (const token of [WRONG_TOKEN, 'short', `${GOOD_TOKEN.slice(1)}A`]) {
      const page = await ask(port, `/b/${token}`)
      const { date: _, ...headers } = page.headers
      said.push([page.status, headers, page.text])
      expect(firstOf(page)).toEqual({
        ...{ slug: 'garage', site: null, visit: null, error: 'NO_SUCH_VISIT' },
      })
    }
    expect(said[0]?.[0]).toBe(404)
    expect(said[1]).toEqual(said[0])
    expect(said[2]).toEqual(said[0])
  })
})

describe('files', () => {
  test('whose names are of what is in them are kept for good, pressed beforehand', async () => {
    const path = '/assets/page-B1x2.js'
    const plain = await ask(port, path)
    expect(plain.text).toBe(PAGE_SCRIPT)
    expect(plain.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    })
    const pressed = await ask(port, path, { headers: { 'accept-encoding': 'br' } })
    expect(pressed.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(pressed.body).toString()).toBe(PAGE_SCRIPT)
    const zipped = await ask(port, path, { headers: { 'accept-encoding': 'gzip' } })
    expect(gunzipSync(zipped.body).toString()).toBe(PAGE_SCRIPT)
  })

  test('of other names are kept for an hour', async () => {
    for (const path of ['/manifest.webmanifest', '/icon-192.png', '/favicon.ico', '/robots.txt']) {
      const { status, headers } = await ask(port, path)
      expect([path, status, headers['cache-control']]).toEqual([path, 200, 'public, max-age=3600'])
    }
    expect((await ask(port, '/robots.txt')).text).toBe('User-agent: *\nDisallow: /\n')
  })

  test('that aren’t the page’s are not there, and neither is the page by its own name', async () => {
    const absent = [
      ...['/index.html', '/assets/page-B1x2.js.br', '/assets/page-B1x2.js.map', '/secret.json'],
      ...[
        '/assets',
        '/assets/',
        '/assets/x.js',
        '/nothing',
        '/garages',
        '/api',
        '/api/',
        '/b',
        '/r/',
      ],
      // What the desk's own port has.
      ...['/api/openapi.json', '/api/bookings', '/api/rpc', '/calendar/x', '/stripe/webhook'],
    ]
    const nothing = await ask(port, '/no-such-thing')
    expect([nothing.status, nothing.text]).toEqual([404, 'There is nothing here.\n'])
    for (const path of absent) {
      const answer = await ask(port, path, { headers: bearer })
      expect([path, answer.status]).toEqual([path, 404])
      if (!path.startsWith('/api/')) expect([path, answer.text]).toEqual([path, nothing.text])
    }
    expect(made.hub.heard).toEqual([])
  })
})

describe('a receipt', () => {
  test('opens by its link, in the language that is chosen or liked', async () => {
    const path = `/r/${GOOD_TOKEN}`
    const liked = await ask(port, path, { headers: { 'accept-language': 'sv' } })
    expect(liked.text).toBe('<!doctype html><html lang="sv">A receipt</html>')
    expect(liked.headers['cache-control']).toBe('private, no-store')
    expect((await ask(port, `${path}?lang=sv`)).text).toContain('lang="sv"')
    expect((await ask(port, `/r/${WRONG_TOKEN}`)).status).toBe(404)
  })
})

describe('a call', () => {
  const id = '01900000-0000-7000-8000-000000000001'
  const wish = { need: { kind: 'full' }, arrivesFrom: 0, departsBy: 3_600_000 }
  const booking = {
    ...{ id, kind: 'now', wish, place: '7H2K9Q', arrivesAt: 0, departsAt: 3_600_000 },
    ...{ plate: 'ABC 123', pays: 'atDesk', seenMinor: null },
  }

  test('reaches the hub with who called, from where and under which key', async () => {
    const headers = { ...bearer, 'idempotency-key': 'once-1' }
    const booked = await post(port, '/api/visits', booking, { headers, from: '127.0.0.3' })
    expect(booked.status).toBe(200)
    expect(booked.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    })
    expect(JSON.parse(booked.text)).toMatchObject({ token: GOOD_TOKEN, visit: { id } })
    const caller = { token: GOOD_TOKEN, address: '127.0.0.3', idempotencyKey: 'once-1' }
    expect(made.hub.heard).toMatchObject([{ call: 'book', caller, input: { plate: 'ABC 123' } }])
  })

  test('without input needs no body', async () => {
    const headers = { ...bearer, 'content-type': 'application/json' }
    const paid = await ask(port, '/api/visit/pay', { method: 'POST', headers })
    expect([paid.status, JSON.parse(paid.text)]).toEqual([200, madeUpVisit])
  })

  test('that shows no link that opens anything is told so, whatever it shows', async () => {
    const shown = [
      ...[undefined, `Bearer ${WRONG_TOKEN}`, 'Bearer x', GOOD_TOKEN, `Basic ${GOOD_TOKEN}`],
      ...[`Bearer ${GOOD_TOKEN} `.repeat(2), `Bearer ${GOOD_TOKEN},Bearer ${GOOD_TOKEN}`],
    ]
    for (const authorization of shown) {
      const headers = authorization === undefined ? {} : { authorization }
      const answer = await ask(port, '/api/visit', { headers })
      expect([authorization, answer.status, JSON.parse(answer.text)]).toMatchObject([
        ...[authorization, 404, { code: 'NO_SUCH_VISIT' }],
      ])
    }
  })

  test('shows its link in the header alone: in the address or a cookie it counts for nothing', async () => {
    const cookie = { cookie: `token=${GOOD_TOKEN}; authorization=Bearer ${GOOD_TOKEN}` }
    for (const path of [`/api/visit?token=${GOOD_TOKEN}`, `/api/visit?authorization=${GOOD_TOKEN}`])
      expect((await ask(port, path, { headers: cookie })).status).toBe(404)
    expect(made.hub.heard.map(({ caller }) => caller.token)).toEqual([null, null])
  })

  test('that the hub refuses or fails at is told in JSON, and what failed is logged without what was sent', async () => {
    const wrong = await post(port, '/api/visits', { ...booking, plate: 7 })
    expect([wrong.status, JSON.parse(wrong.text)]).toMatchObject([400, { code: 'BAD_REQUEST' }])
    for (const plate of ['FAIL', 'BAD']) {
      const failed = await post(port, '/api/visits', { ...booking, plate }, { headers: bearer })
      const told = [plate, failed.status, JSON.parse(failed.text)]
      expect(told).toMatchObject([plate, 500, { code: 'INTERNAL_SERVER_ERROR' }])
      expect(failed.text).not.toContain('It failed at')
    }
    expect(made.log.filter((line) => line.includes('a call from a phone failed'))).toHaveLength(2)
    expect(made.log.join()).toContain('It failed at this.')
    expect(made.log.join()).not.toContain(GOOD_TOKEN)
    expect(made.log.join()).not.toContain('127.0.0.1')
  })
})
