import { expect, test } from 'vitest'
import { holdStripeKey } from './stripe-key.ts'
import { acceptByShapeAlone } from './test-bench/accept-by-shape.ts'

const KEY = 'rk_test_51QabcDEFghiJKL'

test('a hub begins without a key, and is told of each change once', () => {
  const stripeKey = holdStripeKey(acceptByShapeAlone)
  const told: (string | null)[] = []
  const stop = stripeKey.onChange(() => told.push(stripeKey.current() ?? stripeKey.state()))
  expect(stripeKey.current()).toBeNull()

  stripeKey.hold({ state: 'none' })
  stripeKey.hold({ state: 'locked' })
  expect(stripeKey.current()).toBeNull()
  stripeKey.hold({ state: 'held', key: KEY })
  stripeKey.hold({ state: 'held', key: KEY })
  stripeKey.hold({ state: 'held', key: `${KEY}2` })
  stripeKey.hold({ state: 'none' })
  expect(told).toEqual(['locked', KEY, `${KEY}2`, 'none'])

  stop()
  stripeKey.hold({ state: 'locked' })
  expect(told).toHaveLength(4)
})

test('to judge a key is not to use it', async () => {
  const stripeKey = holdStripeKey(acceptByShapeAlone)
  stripeKey.hold({ state: 'held', key: KEY })
  expect(await stripeKey.judge('rk_live_another1234')).toMatchObject({ accepted: true })
  expect(stripeKey.current()).toBe(KEY)
})

test('a test key of which Stripe says that it is live is refused', async () => {
  const probe = async () => ({ accepted: true, livemode: true, accountName: 'Norra' }) as const
  expect(await holdStripeKey(probe).judge(KEY)).toMatchObject({
    accepted: false,
    code: 'wrongMode',
  })
})

test('a probe that breaks is a refusal, which doesn’t tell the key', async () => {
  const stripeKey = holdStripeKey(() =>
    Promise.reject(new Error(`Bearer ${KEY} could not be sent`)),
  )
  expect(await stripeKey.judge(KEY)).toEqual({
    accepted: false,
    code: 'failed',
    message: 'Error: Bearer rk_test_*** could not be sent',
  })
})
