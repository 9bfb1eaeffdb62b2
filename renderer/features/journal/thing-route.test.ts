import { expect, test } from 'vitest'
import { formatRoute } from '../../navigation/route.ts'
import { thingRoute } from './thing-route.ts'

test.each([
  ['station', '#/stations/a1'],
  ['booking', '#/timeline/a1'],
  ['payment', '#/payments/all/a1'],
  ['bill', '#/payments/unpaid/a1'],
  ['user', '#/settings/users/a1'],
  ['visit', '#/online/a1'],
  ['houseRules', '#/settings/driver/rules'],
  ['invoice', '#/reports/invoices/a1'],
])('a %s of the journal is shown at %s', (noun, address) => {
  const route = thingRoute(noun, 'a1')
  expect(route === null ? null : formatRoute(route)).toBe(address)
})

test('what has no place of its own leads nowhere', () => {
  expect(thingRoute('command', 'a1')).toBeNull()
  expect(thingRoute('constructor', 'a1')).toBeNull()
})
