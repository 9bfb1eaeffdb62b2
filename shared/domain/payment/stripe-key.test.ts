import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeStripeKey, stripeKeyMode } from './stripe-key.ts'
import { withoutStripeKeys } from './without-keys.ts'

const real = { practice: false }
const rest = '51QabcDEFghiJKL0mnOPQ24x'

test.each([
  [`rk_test_${rest}`, 'test'],
  [`rk_live_${rest}`, 'live'],
])('%s is a restricted key, and of its text only the end may be shown', (text, mode) => {
  expect(judgeStripeKey(text, real)).toEqual({ fits: true, mode, lastFour: 'Q24x' })
})

test('a test key is one whatever follows its prefix', () => {
  expect(stripeKeyMode('rk_test_51Q_live_GHiJKL0mnOPQ24x')).toBe('test')
})

test.each([
  ['', 'empty'],
  [`rk_test_${rest}\n`, 'lineBreak'],
  [`rk_test_\r\n${rest}`, 'lineBreak'],
  [`rk_test_ ${rest}`, 'blank'],
  [`\u00a0rk_test_${rest}`, 'blank'],
  [`sk_live_${rest}`, 'secretKey'],
  [`sk_test_${rest}`, 'secretKey'],
  [`pk_live_${rest}`, 'publishableKey'],
  [`whsec_${rest}`, 'webhookSecret'],
  ['hunter2', 'notStripe'],
  [`RK_TEST_${rest}`, 'notStripe'],
  [`rk_${rest}`, 'notStripe'],
  [`rk_test_${rest}é`, 'odd'],
  [`rk_test_${rest}*`, 'odd'],
  ['rk_test_123456789', 'tooShort'],
  [`rk_test_${'x'.repeat(248)}`, 'tooLong'],
])('%j is refused as %s', (text, code) => {
  expect(judgeStripeKey(text, real)).toEqual({ fits: false, code })
})

test('a practice site takes a test key and no live one', () => {
  expect(judgeStripeKey(`rk_test_${rest}`, { practice: true })).toMatchObject({ fits: true })
  expect(judgeStripeKey(`rk_live_${rest}`, { practice: true })).toEqual({
    fits: false,
    code: 'liveInPractice',
  })
})

const word = fc.stringMatching(/^\w{10,120}$/)
const prefix = fc.constantFrom(
  'rk_live_',
  'rk_test_',
  'sk_live_',
  'sk_test_',
  'sk_org_live_',
  'whsec_',
)

test('wherever one of Stripe’s secrets stands, nothing of it but its prefix is left', () => {
  fc.assert(
    fc.property(
      prefix,
      word,
      fc.constantFrom('"', ' ', 'Bearer ', '%3D', ': '),
      (kind, end, before) => {
        const text = withoutStripeKeys(`authorization${before}${kind}${end}", and on`)
        expect(text).not.toContain(end)
        expect(text).toContain(', and on')
      },
    ),
  )
})

test('other words are left as they are', () => {
  const text = 'task_test_12, desk_live_1, pi_3Q, rk_other and an ordinary sentence.'
  expect(withoutStripeKeys(text)).toBe(text)
})
