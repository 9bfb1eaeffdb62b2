import { describe, expect, test } from 'vitest'
import { isFromHub, isToHub, type HubOptions, type ToHub } from './process.ts'

const options: HubOptions = {
  dataDir: '/srv/site',
  host: null,
  ocppPort: 0,
  apiPort: 9221,
  appVersion: '0.1.0',
  demo: false,
  newHubSecret: false,
}
const start: ToHub = { type: 'start', options, stripeKey: { state: 'none' } }

describe('messages between processes', () => {
  test('of the right shape are taken', () => {
    expect(isToHub(start)).toBe(true)
    expect(isToHub({ ...start, options: { ...options, host: '127.0.0.1' } })).toBe(true)
    expect(isToHub({ ...start, stripeKey: { state: 'held', key: 'rk_test_1' } })).toBe(true)
    expect(isToHub({ type: 'judgeStripeKey', id: 1, key: 'rk_test_1' })).toBe(true)
    expect(isToHub({ type: 'stripeKey', held: { state: 'locked' } })).toBe(true)
    expect(isToHub({ type: 'exportPlace', id: 1, ticket: 't', of: 'file', path: '/x' })).toBe(true)
    expect(isToHub({ type: 'desk', windowId: 1 })).toBe(true)
    expect(isToHub({ type: 'mayConfigure', id: 1, windowId: 1 })).toBe(true)
    expect(isToHub({ type: 'driverPages', id: 1 })).toBe(true)
    expect(isToHub({ type: 'open' })).toBe(true)
    expect(isToHub({ type: 'stop' })).toBe(true)
    expect(isFromHub({ type: 'ready', ocpp: 'o', api: 'a', tokenFile: 't', dataDir: 'd' })).toBe(
      true,
    )
    expect(isFromHub({ type: 'failed', code: 'portInUse', message: 'taken' })).toBe(true)
    const judged = { accepted: false, code: 'revoked', message: 'No such key' }
    expect(isFromHub({ type: 'stripeKeyJudged', id: 1, judged })).toBe(true)
    expect(isFromHub({ type: 'exportPlaceKnown', id: 1 })).toBe(true)
    expect(isFromHub({ type: 'configureAnswered', id: 1, may: false })).toBe(true)
    expect(isFromHub({ type: 'driverPagesTold', id: 1, urls: ['http://a:1/b'] })).toBe(true)
    expect(isFromHub({ type: 'stopped' })).toBe(true)
  })

  test('where the driver’s page is is told in texts', () => {
    expect(isToHub({ type: 'driverPages' })).toBe(false)
    for (const urls of [undefined, 'http://a:1/b', [7]])
      expect(isFromHub({ type: 'driverPagesTold', id: 1, urls })).toBe(false)
  })

  test('a window that is not named is none', () => {
    expect(isToHub({ type: 'desk' })).toBe(false)
    expect(isToHub({ type: 'mayConfigure', id: 1 })).toBe(false)
    expect(isFromHub({ type: 'configureAnswered', id: 1, may: 'yes' })).toBe(false)
  })

  test.each([{ id: '1' }, { ticket: 7 }, { of: 'drive' }, { path: null }])(
    'a place to export to with %j is refused',
    (change) => {
      const place = { type: 'exportPlace', id: 1, ticket: 't', of: 'folder', path: '/x' }
      expect(isToHub({ ...place, ...change })).toBe(false)
    },
  )

  test.each([null, 'stop', {}, { type: 'halt' }, { type: 'start' }, [], { type: 'toString' }])(
    '%j is neither',
    (value) => {
      expect(isToHub(value)).toBe(false)
      expect(isFromHub(value)).toBe(false)
    },
  )

  test.each([
    { ocppPort: -1 },
    { apiPort: 70_000 },
    { apiPort: 1.5 },
    { dataDir: 7 },
    { host: undefined },
    { demo: 'yes' },
  ])('a start with %j is refused', (change) => {
    expect(isToHub({ ...start, options: { ...options, ...change } })).toBe(false)
  })

  test.each([undefined, 'rk_test_1', { state: 'held' }, { state: 'open', key: 'rk_test_1' }])(
    'a start with the Stripe key told as %j is refused',
    (stripeKey) => {
      expect(isToHub({ ...start, stripeKey })).toBe(false)
      expect(isToHub({ type: 'stripeKey', held: stripeKey })).toBe(false)
    },
  )
})
