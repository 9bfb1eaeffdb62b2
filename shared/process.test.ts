import { describe, expect, test } from 'vitest'
import { isFromHub, isToHub, type HubOptions } from './process.ts'

const options: HubOptions = {
  dataDir: '/srv/site',
  host: null,
  ocppPort: 0,
  apiPort: 9221,
  appVersion: '0.1.0',
  demo: false,
  newHubSecret: false,
}

describe('messages between processes', () => {
  test('of the right shape are taken', () => {
    expect(isToHub({ type: 'start', options })).toBe(true)
    expect(isToHub({ type: 'start', options: { ...options, host: '127.0.0.1' } })).toBe(true)
    expect(isToHub({ type: 'desk' })).toBe(true)
    expect(isToHub({ type: 'open' })).toBe(true)
    expect(isToHub({ type: 'stop' })).toBe(true)
    expect(isFromHub({ type: 'ready', ocpp: 'o', api: 'a', tokenFile: 't', dataDir: 'd' })).toBe(
      true,
    )
    expect(isFromHub({ type: 'failed', code: 'portInUse', message: 'taken' })).toBe(true)
    expect(isFromHub({ type: 'stopped' })).toBe(true)
  })

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
    expect(isToHub({ type: 'start', options: { ...options, ...change } })).toBe(false)
  })
})
