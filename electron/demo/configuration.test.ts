import { describe, expect, it } from 'vitest'
import { factoryConfiguration, readKeys, valueOf, writeKey } from './configuration.ts'
import { KVISTBERG } from './habit.ts'
import { measurandsOf } from './sampled-value.ts'

const factory = factoryConfiguration(KVISTBERG, 2)
const measurands = measurandsOf(KVISTBERG.meter)

describe('a station’s configuration', () => {
  it('lists every key when none is asked for, and names those it does not have', () => {
    expect(readKeys(factory, []).configurationKey).toHaveLength(factory.size)
    expect(readKeys(factory, ['NumberOfConnectors', 'Nonsense'])).toEqual({
      configurationKey: [{ key: 'NumberOfConnectors', readonly: true, value: '2' }],
      unknownKey: ['Nonsense'],
    })
  })

  it('takes a key to prove itself with, and never tells it', () => {
    const key = '0123456789abcdef0123456789abcdef'
    const written = writeKey(factory, 'AuthorizationKey', key, measurands)
    expect(written.status).toBe('Accepted')
    expect(readKeys(written.configuration, ['AuthorizationKey']).configurationKey).toEqual([
      { key: 'AuthorizationKey', readonly: false },
    ])
    expect(writeKey(factory, 'AuthorizationKey', 'too short', measurands).status).toBe('Rejected')
  })

  it.each([
    ['NumberOfConnectors', '3', 'Rejected'],
    ['Nonsense', '1', 'NotSupported'],
    ['HeartbeatInterval', '60', 'Accepted'],
    ['HeartbeatInterval', '-1', 'Rejected'],
    ['LocalPreAuthorize', 'TRUE', 'Accepted'],
    ['LocalPreAuthorize', 'maybe', 'Rejected'],
    ['MeterValuesSampledData', 'Voltage,Current.Import', 'Accepted'],
    ['MeterValuesSampledData', 'SoC', 'Rejected'],
    ['LightIntensity', '10', 'RebootRequired'],
  ])('answers a write of %s=%s with %s', (key, value, status) => {
    const written = writeKey(factory, key, value, measurands)
    expect(written.status).toBe(status)
    const holds = status === 'Accepted' || status === 'RebootRequired'
    if (factory.has(key)) {
      expect(valueOf(written.configuration, key)).toBe(holds ? value : valueOf(factory, key))
    }
  })
})
