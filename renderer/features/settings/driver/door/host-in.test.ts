import { expect, test } from 'vitest'
import { hostIn } from './host-in.ts'

test.each([
  ['ws://192.168.1.20:9220/ocpp/', '192.168.1.20'],
  ['ws://[fe80::1]:9220/ocpp/', '[fe80::1]'],
  ['192.168.1.20:9222', '192.168.1.20'],
  ['0.0.0.0:9222', '127.0.0.1'],
  ['', '127.0.0.1'],
  [null, '127.0.0.1'],
])('%s is at %s', (address, host) => {
  expect(hostIn(address)).toBe(host)
})
