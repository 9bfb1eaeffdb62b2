import { expect, test } from 'vitest'
import { standInUrl } from './stand-in.ts'

test.each([
  ['http://127.0.0.1:4242', 'http://127.0.0.1:4242'],
  ['http://localhost:4242', null],
  ['http://127.0.0.1.example:4242', null],
  ['http://127.0.0.1:4242/v1', null],
  ['https://127.0.0.1:4242', null],
  ['http://stripe.example:80', null],
  [undefined, null],
])('%s stands in for Stripe only on this machine', (named, url) => {
  expect(standInUrl({ LADDPLAN_STRIPE_STAND_IN: named })).toBe(url)
})
