import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countedAs, ipOf, ipText, isLoopback, isWithin, networkOf } from './ip.ts'

test('every address of IPv4 and IPv6 is read, and written in one form that is read as the same', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => {
      const ip = ipOf(text)
      expect(ip).not.toBeNull()
      const written = ipText(ip ?? [])
      expect(ipOf(written)).toEqual(ip)
      expect(ipText(ipOf(written) ?? [])).toBe(written)
    }),
  )
})

test('an address is written as RFC 5952 has it', () => {
  const written = (text: string) => ipText(ipOf(text) ?? [])
  expect(written('2001:DB8:0:0:0:0:0:1')).toBe('2001:db8::1')
  expect(written('2001:db8:0:1:1:1:1:1')).toBe('2001:db8:0:1:1:1:1:1')
  expect(written('2001:0:0:1:0:0:0:1')).toBe('2001:0:0:1::1')
  expect(written('::')).toBe('::')
  expect(written('fe80::1%eth0')).toBe('fe80::1')
})

test('one of IPv4 written as IPv6 is one of IPv4', () => {
  expect(ipOf('::ffff:192.0.2.7')).toEqual([192, 0, 2, 7])
  expect(ipOf('::ffff:c000:207')).toEqual([192, 0, 2, 7])
  expect(ipOf('::fffe:c000:207')).toHaveLength(16)
})

test('what is no address is none', () => {
  const wrong = [
    ...['', '1.2.3', '1.2.3.4.5', '256.1.1.1', '01.2.3.4', '1.2.3.4 ', ' 1.2.3.4', '1.2.3.-4'],
    ...[':', ':::', '1::2::3', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '1:2:3:4:5:6:7::8'],
    ...['g::1', '12345::', '::1.2.3', '::1.2.3.4:5', 'localhost', 'unknown', '_hidden'],
    ...['1.2.3.4\r\n', `${'1'.repeat(100)}::`],
  ]
  for (const text of wrong) expect([text, ipOf(text)]).toEqual([text, null])
})

test('nothing that is read makes it fail', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789abf:.%/[]" ') }), (text) => {
      const ip = ipOf(text)
      expect(ip === null || ip.length === 4 || ip.length === 16).toBe(true)
      networkOf(text)
    }),
  )
})

test('a network holds the addresses that begin with its bits', () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.ipV4(), fc.integer({ min: 0, max: 32 }), (one, other, bits) => {
      const network = networkOf(`${one}/${bits}`)
      const number = (text: string) => text.split('.').reduce((sum, part) => sum * 256 + +part, 0)
      const shift = 2 ** (32 - bits)
      const same = Math.floor(number(one) / shift) === Math.floor(number(other) / shift)
      expect(network !== null && isWithin(ipOf(other) ?? [], network)).toBe(same)
    }),
  )
  const six = networkOf('2001:db8:8000::/33') ?? { ip: [], bits: 0 }
  expect(isWithin(ipOf('2001:db8:ffff::1') ?? [], six)).toBe(true)
  expect(isWithin(ipOf('2001:db8:7fff::1') ?? [], six)).toBe(false)
  expect(isWithin(ipOf('10.0.0.1') ?? [], six)).toBe(false)
})

test('an address alone is a network of one, and one with too many bits is none', () => {
  const network = networkOf('10.0.0.7') ?? { ip: [], bits: 0 }
  expect(isWithin([10, 0, 0, 7], network)).toBe(true)
  expect(isWithin([10, 0, 0, 8], network)).toBe(false)
  for (const text of ['10.0.0.0/33', '::/129', '10.0.0.0/', '10.0.0.0/8/8', '999.0.0.1', '/8'])
    expect([text, networkOf(text)]).toEqual([text, null])
})

test('all of a /64 are counted as one, each of IPv4 for itself', () => {
  const counted = (text: string) => countedAs(ipOf(text) ?? [])
  expect(counted('2001:db8:1:2::1')).toBe(counted('2001:db8:1:2:ffff:ffff:ffff:ffff'))
  expect(counted('2001:db8:1:2::1')).not.toBe(counted('2001:db8:1:3::1'))
  expect(counted('192.0.2.1')).not.toBe(counted('192.0.2.2'))
  expect(counted('::ffff:192.0.2.1')).toBe(counted('192.0.2.1'))
})

test('loopback is 127.0.0.0/8 and ::1', () => {
  const loops = ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1', '128.0.0.1', '::2', '::']
  expect(loops.filter((text) => isLoopback(ipOf(text) ?? []))).toEqual(loops.slice(0, 4))
})
