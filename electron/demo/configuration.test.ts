import { describe, expect, it } from 'vitest'
import { factoryConfiguration, readKeys, valueOf, writeKey } from './configuration.ts'
import { KVISTBERG, TALLMYRA, TALLMYRA_MINI } from './habit.ts'
import type { Outlet } from './outlet.ts'
import { measurandsOf } from './sampled-value.ts'

const AC: Outlet = { kind: 'ac', phases: 3, maxCurrentA: 16 }
const DC: Outlet = { kind: 'dc', maxPowerW: 50_000, voltageV: 400 }
const factory = factoryConfiguration(KVISTBERG, [AC, DC])
const measurands = measurandsOf(KVISTBERG.meter)

describe('a station’s configuration', () => {
  it('lists every key when none is asked for, and names those it does not have', () => {
    expect(readKeys(factory, []).configurationKey).toHaveLength(factory.size)
    expect(readKeys(factory, ['NumberOfConnectors', 'Nonsense'])).toEqual({
      configurationKey: [{ key: 'NumberOfConnectors', readonly: true, value: '2' }],
      unknownKey: ['Nonsense'],
    })
  })

  it('tells how far it can be limited, if it can', () => {
    const value = (key: string) => valueOf(factoryConfiguration(TALLMYRA, [AC]), key)
    expect(value('SupportedFeatureProfiles')).toContain('SmartCharging')
    expect(value('ChargingScheduleAllowedChargingRateUnit')).toBe('Current')
    expect(value('ChargeProfileMaxStackLevel')).toBe('8')
    expect(valueOf(factory, 'ChargingScheduleAllowedChargingRateUnit')).toBe('Current,Power')
    expect(valueOf(factory, 'ConnectorPhaseRotation')).toBe('1.RST,2.NotApplicable')
    const mini = factoryConfiguration(TALLMYRA_MINI, [AC])
    expect(valueOf(mini, 'SupportedFeatureProfiles')).not.toContain('SmartCharging')
    expect(mini.has('ChargeProfileMaxStackLevel')).toBe(false)
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
