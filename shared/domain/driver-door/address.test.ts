import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Arrival, clientOf } from './address.ts'
import { ipOf, ipText, isWithin, networkOf } from './ip.ts'

const trusted = ['10.0.0.0/24', '127.0.0.1'].map((text) => networkOf(text) ?? { ip: [], bits: 0 })
const PROXY = '10.0.0.1'

const client = (peer: string, headers: Omit<Arrival, 'peer'> = {}): string =>
  ipText(clientOf({ peer: ipOf(peer) ?? [], ...headers }, trusted).ip)

/** Whatever somebody may write into a header. */
const anyHeader = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string({ maxLength: 8 }))).map((all) => all.join(',')),
  fc.array(fc.ipV4()).map((all) => all.map((ip) => `for="${ip}`).join(', ')),
)
const outsider = fc
  .oneof(fc.ipV4(), fc.ipV6())
  .map((text) => ipOf(text) ?? [])
  .filter((ip) => !trusted.some((network) => isWithin(ip, network)))
  .map(ipText)

test('headers of whoever is no trusted proxy count for nothing', () => {
  fc.assert(
    fc.property(outsider, anyHeader, anyHeader, (peer, forwardedFor, forwarded) => {
      expect(client(peer, { forwardedFor, forwarded, forwardedProto: 'https' })).toBe(peer)
    }),
  )
  const plain = { peer: ipOf('192.0.2.1') ?? [], forwardedProto: 'https' }
  expect(clientOf(plain, trusted)).toMatchObject({ isByProxy: false, isSecure: false })
})

test('what a client writes left of what a proxy adds counts for nothing', () => {
  fc.assert(
    fc.property(anyHeader, outsider, (claimed, real) => {
      expect(client(PROXY, { forwardedFor: `${claimed}, ${real}` })).toBe(real)
      const inBrackets = real.includes(':') ? `[${real}]` : real
      const forwarded = `${claimed}, for="${inBrackets}:4711";proto=https`
      expect(client(PROXY, { forwarded })).toBe(real)
    }),
  )
})

test('trusted proxies behind one another are followed back to the first stranger', () => {
  const forwardedFor = '203.0.113.9, 198.51.100.7, 10.0.0.9, 10.0.0.8'
  expect(client(PROXY, { forwardedFor })).toBe('198.51.100.7')
  expect(client(PROXY, { forwardedFor: '10.0.0.9, 10.0.0.8' })).toBe('10.0.0.9')
})

test('addresses are read as proxies write them', () => {
  const written = [
    ['192.0.2.1:1234', '192.0.2.1'],
    ['[2001:db8::1]:1234', '2001:db8::1'],
    ['[2001:db8::1]', '2001:db8::1'],
    ['2001:db8::1', '2001:db8::1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
  ] as const
  for (const [text, ip] of written) expect(client(PROXY, { forwardedFor: text })).toBe(ip)
  expect(client(PROXY, { forwarded: 'FOR=192.0.2.60; proto=http; by=203.0.113.43' })).toBe(
    '192.0.2.60',
  )
})

test('what can’t be read, or is told twice and otherwise, is the proxy’s own request', () => {
  const unreadable = ['', 'unknown', '_hidden', 'a, b', '192.0.2.1, ', '192.0.2.1 198.51.100.1']
  for (const forwardedFor of unreadable)
    expect([forwardedFor, client(PROXY, { forwardedFor })]).toEqual([forwardedFor, PROXY])
  expect(client(PROXY)).toBe(PROXY)
  expect(client(PROXY, { forwarded: 'for=192.0.2.1;for=192.0.2.2' })).toBe(PROXY)
  const differs = { forwardedFor: '192.0.2.1', forwarded: 'for=192.0.2.2' }
  expect(client(PROXY, differs)).toBe(PROXY)
  expect(client(PROXY, { ...differs, forwarded: 'for=192.0.2.1' })).toBe('192.0.2.1')
})

test('a chain longer than any is cut on its far side', () => {
  const chain = Array.from({ length: 500 }, () => '10.0.0.9').join(',')
  expect(client(PROXY, { forwardedFor: `192.0.2.1,${chain}` })).toBe('10.0.0.9')
})

test('a proxy that is believed says whether the phone came by TLS', () => {
  const secure = (headers: Omit<Arrival, 'peer'>) =>
    clientOf({ peer: ipOf(PROXY) ?? [], ...headers }, trusted).isSecure
  expect(secure({ forwardedProto: 'https' })).toBe(true)
  expect(secure({ forwardedProto: 'https, http' })).toBe(false)
  expect(secure({ forwarded: 'for=192.0.2.1;proto=https' })).toBe(true)
  expect(secure({})).toBe(false)
})
