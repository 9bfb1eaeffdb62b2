import { expect, test } from 'vitest'
import { chargePointIdOf } from './charge-point-path.ts'

test.each([
  ['/ocpp/CP1', 'CP1'],
  ['/ocpp/CP1/', 'CP1'],
  ['/ocpp/CP1?x=1', 'CP1'],
  ['/ocpp/RDAM%7C123', 'RDAM|123'],
  ['/ocpp/Gar%C3%A5ge%201', 'Garåge 1'],
  ['/ocpp/a%2Fb', 'a/b'],
])('%s is the id %s', (url, id) => {
  expect(chargePointIdOf(url)).toBe(id)
})

test.each([
  '/ocpp/',
  '/ocpp/a/b',
  '/ocpp/%zz',
  '/ocpp/%ff',
  '/ocpp/a%00b',
  '/ocpp/a%C2%85b',
  `/ocpp/${'x'.repeat(256)}`,
  '/',
  '/api/ws',
  '/ocpp',
  '/OCPP/CP1',
])('%s leads nowhere', (url) => {
  expect(chargePointIdOf(url)).toBeNull()
})
