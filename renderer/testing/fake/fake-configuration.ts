import type { ConfigurationKey } from '../../../shared/contract/station.ts'

const keys: readonly (readonly [key: string, value: string | null, readonly: boolean])[] = [
  ['AllowOfflineTxForUnknownId', 'false', false],
  ['AuthorizationKey', null, false],
  ['AuthorizeRemoteTxRequests', 'true', false],
  ['ClockAlignedDataInterval', '900', false],
  ['ConnectionTimeOut', '60', false],
  ['ConnectorPhaseRotation', '0.RST,1.RST', false],
  ['GetConfigurationMaxKeys', '50', true],
  ['HeartbeatInterval', '300', false],
  ['LocalAuthorizeOffline', 'true', false],
  ['LocalPreAuthorize', 'false', false],
  [
    'MeterValuesSampledData',
    'Energy.Active.Import.Register,Power.Active.Import,Current.Import',
    false,
  ],
  ['MeterValueSampleInterval', '30', false],
  ['NumberOfConnectors', '1', true],
  ['ResetRetries', '3', false],
  ['StopTransactionOnInvalidId', 'true', false],
  ['SupportedFeatureProfiles', 'Core,FirmwareManagement,RemoteTrigger,SmartCharging', true],
  ['TransactionMessageAttempts', '5', false],
  ['WebSocketPingInterval', '60', false],
]

/** Configuration keys as a charger would tell them. */
export function configurationKeys(readAt: number): ConfigurationKey[] {
  return keys.map(([key, value, readonly]) => ({ key, value, readonly, readAt }))
}
