import { expect, test } from 'vitest'
import { isOwnHost } from './host.ts'

const own = { hostname: 'Depot-PC', publicHost: 'charge.example.com' }
const by = (host: string, address = '192.168.1.20') => isOwnHost(host, address, own)

test('a machine is called by the address that the request came in by, its names and its public one', () => {
  const names = [
    ...['192.168.1.20', '192.168.1.20:9222', 'depot-pc', 'DEPOT-PC.local:9222', 'depot-pc.local.'],
    ...['charge.example.com', 'Charge.Example.com:443'],
  ]
  for (const name of names) expect([name, by(name)]).toEqual([name, true])
  expect(by('[2001:db8::1]:9222', '2001:db8:0:0::1')).toBe(true)
  expect(by('192.168.1.20', '::ffff:192.168.1.20')).toBe(true)
  expect(by('localhost:9222', '127.0.0.1')).toBe(true)
})

test('by no other: not by a name that was made to point here', () => {
  const names = [
    ...['', 'evil.example', '192.168.1.21', '127.0.0.1', 'localhost', 'depot-pc.evil.example'],
    ...[
      'charge.example.com.evil.example',
      'charge.example.com@evil.example',
      'a b',
      '192.168.1.20:',
    ],
    ...['192.168.1.20:999999', 'charge.example.com/x', '[::1', '192.168.1.20\r\nx: y', '..'],
  ]
  for (const name of names) expect([name, by(name)]).toEqual([name, false])
})

test('without a public address there is none by that name', () => {
  expect(isOwnHost('', '192.168.1.20', { hostname: '', publicHost: '' })).toBe(false)
  expect(isOwnHost('.local', '192.168.1.20', { hostname: '', publicHost: '' })).toBe(false)
})
