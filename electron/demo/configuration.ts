import { measurandsOf } from './sampled-value.ts'
import type { Habit } from './habit.ts'
import type { Outlet } from './outlet.ts'

/** One configuration key of a station (OCPP 1.6 §9). `secret`: can be written, is never told. */
export type Key = {
  value: string
  access: 'read-only' | 'read-write' | 'secret'
  kind: 'count' | 'boolean' | 'text' | 'measurands'
  /** Takes effect at the next start of the station. */
  needsReboot?: boolean
}
export type Configuration = ReadonlyMap<string, Key>

/** Core and the few others a station of this make has, with their values from the factory. */
export function factoryConfiguration(habit: Habit, outlets: readonly Outlet[]): Configuration {
  const measurands = measurandsOf(habit.meter).join(',')
  const count = (value: number) =>
    ({ value: String(value), access: 'read-write', kind: 'count' }) as const
  const flag = (value: boolean) =>
    ({ value: String(value), access: 'read-write', kind: 'boolean' }) as const
  const told = (value: string) => ({ value, access: 'read-only', kind: 'text' }) as const
  const listed = (value: string) => ({ value, access: 'read-write', kind: 'measurands' }) as const
  return new Map<string, Key>([
    ['AllowOfflineTxForUnknownId', flag(false)],
    ['AuthorizationCacheEnabled', flag(true)],
    ['AuthorizationKey', { value: '', access: 'secret', kind: 'text' }],
    ['AuthorizeRemoteTxRequests', flag(false)],
    ['ClockAlignedDataInterval', count(habit.meter.alignedIntervalS)],
    ['ConnectionTimeOut', count(120)],
    ['ConnectorPhaseRotation', told(rotationOf(outlets))],
    ['GetConfigurationMaxKeys', told('40')],
    ['HeartbeatInterval', count(300)],
    ['LightIntensity', { ...count(60), needsReboot: true }],
    ['LocalAuthorizeOffline', flag(true)],
    ['LocalPreAuthorize', flag(false)],
    ['MeterValueSampleInterval', count(habit.meter.sampleIntervalS)],
    ['MeterValuesAlignedData', listed(measurands)],
    ['MeterValuesSampledData', listed(measurands)],
    ['NumberOfConnectors', told(String(outlets.length))],
    ['ResetRetries', count(1)],
    ['StopTransactionOnEVSideDisconnect', flag(true)],
    ['StopTransactionOnInvalidId', flag(true)],
    ['StopTxnAlignedData', told('')],
    ['StopTxnSampledData', told(habit.meter.sendsTransactionData ? measurands : '')],
    ['SupportedFeatureProfiles', told(profilesOf(habit).join(','))],
    ['TransactionMessageAttempts', count(3)],
    ['TransactionMessageRetryInterval', count(5)],
    ['UnlockConnectorOnEVSideDisconnect', flag(true)],
    ['WebSocketPingInterval', count(60)],
    ...Object.entries(limitsOf(habit)).map(([key, value]) => [key, told(value)] as const),
  ])
}

function profilesOf({ reservations, smartCharging }: Habit): string[] {
  return [
    'Core',
    'RemoteTrigger',
    ...(reservations === 'held' ? ['Reservation'] : []),
    ...(typeof smartCharging === 'string' ? [] : ['SmartCharging']),
  ]
}

/** The keys of the SmartCharging profile (OCPP 1.6 §9.4), for a make that has it. */
function limitsOf({ smartCharging }: Habit): Record<string, string> {
  if (typeof smartCharging === 'string') return {}
  const { toldStackLevel, rateUnits, maxPeriods, maxProfiles } = smartCharging
  const units = rateUnits.map((unit) => (unit === 'A' ? 'Current' : 'Power'))
  return {
    ChargeProfileMaxStackLevel: String(toldStackLevel),
    ChargingScheduleAllowedChargingRateUnit: units.join(','),
    ChargingScheduleMaxPeriods: String(maxPeriods),
    MaxChargingProfilesInstalled: String(maxProfiles),
  }
}

/** As on the grid where there are three phases to turn (OCPP 1.6 §9.1.7). */
function rotationOf(outlets: readonly Outlet[]): string {
  const turnable = outlets.map((outlet) => outlet.kind === 'ac' && outlet.phases === 3)
  return turnable.map((can, index) => `${index + 1}.${can ? 'RST' : 'NotApplicable'}`).join(',')
}

/** The text of a key; throws on one this station does not have. */
export function valueOf(configuration: Configuration, key: string): string {
  const found = configuration.get(key)
  if (found === undefined) throw new Error(`no configuration key ${key}`)
  return found.value
}

/** A numeric key's value. */
export function countOf(configuration: Configuration, key: string): number {
  return Number(valueOf(configuration, key))
}

/** Answers GetConfiguration; no keys asked means all. Secret keys are listed without a value. */
export function readKeys(
  configuration: Configuration,
  asked: readonly string[],
): {
  configurationKey: { key: string; readonly: boolean; value?: string }[]
  unknownKey: string[]
} {
  const wanted = asked.length === 0 ? [...configuration.keys()] : asked
  const configurationKey = wanted.flatMap((name) => {
    const key = configuration.get(name)
    if (key === undefined) return []
    const told = key.access === 'secret' ? {} : { value: key.value }
    return [{ key: name, readonly: key.access === 'read-only', ...told }]
  })
  return { configurationKey, unknownKey: wanted.filter((name) => !configuration.has(name)) }
}

/** Answers ChangeConfiguration and gives the configuration as it then is. */
export function writeKey(
  configuration: Configuration,
  name: string,
  value: string,
  supported: readonly string[],
): {
  status: 'Accepted' | 'Rejected' | 'RebootRequired' | 'NotSupported'
  configuration: Configuration
} {
  const key = configuration.get(name)
  if (key === undefined) return { status: 'NotSupported', configuration }
  if (key.access === 'read-only' || !fits(key, value, supported)) {
    return { status: 'Rejected', configuration }
  }
  return {
    status: key.needsReboot === true ? 'RebootRequired' : 'Accepted',
    configuration: new Map(configuration).set(name, { ...key, value }),
  }
}

function fits(key: Key, value: string, supported: readonly string[]): boolean {
  switch (key.kind) {
    case 'count':
      return /^\d{1,9}$/.test(value)
    case 'boolean':
      return /^(true|false)$/i.test(value)
    case 'measurands':
      return value.split(',').every((part) => supported.includes(part.trim()))
    case 'text':
      return value.length >= 16 && value.length <= 40
  }
}
