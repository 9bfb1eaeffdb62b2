import type * as Ocpp from 'typed-ocpp/dist/ocpp16/types.js'

/** What a charger may ask the hub, and the payloads both ways (OCPP 1.6 §4, §6). */
export interface InboundActions {
  Authorize: { request: Ocpp.AuthorizeRequest; reply: Ocpp.AuthorizeResponse }
  BootNotification: { request: Ocpp.BootNotificationRequest; reply: Ocpp.BootNotificationResponse }
  DataTransfer: { request: Ocpp.DataTransferRequest; reply: Ocpp.DataTransferResponse }
  DiagnosticsStatusNotification: {
    request: Ocpp.DiagnosticsStatusNotificationRequest
    reply: Ocpp.DiagnosticsStatusNotificationResponse
  }
  FirmwareStatusNotification: {
    request: Ocpp.FirmwareStatusNotificationRequest
    reply: Ocpp.FirmwareStatusNotificationResponse
  }
  Heartbeat: { request: Ocpp.HeartbeatRequest; reply: Ocpp.HeartbeatResponse }
  MeterValues: { request: MeterValuesRequest; reply: Ocpp.MeterValuesResponse }
  StartTransaction: { request: Ocpp.StartTransactionRequest; reply: Ocpp.StartTransactionResponse }
  StatusNotification: {
    request: Ocpp.StatusNotificationRequest
    reply: Ocpp.StatusNotificationResponse
  }
  StopTransaction: { request: StopTransactionRequest; reply: Ocpp.StopTransactionResponse }
}

/** What the hub may ask a charger, and the payloads both ways (OCPP 1.6 §5, §6). */
export interface OutboundActions {
  CancelReservation: {
    request: Ocpp.CancelReservationRequest
    reply: Ocpp.CancelReservationResponse
  }
  ChangeAvailability: {
    request: Ocpp.ChangeAvailabilityRequest
    reply: Ocpp.ChangeAvailabilityResponse
  }
  ChangeConfiguration: {
    request: Ocpp.ChangeConfigurationRequest
    reply: Ocpp.ChangeConfigurationResponse
  }
  ClearCache: { request: Ocpp.ClearCacheRequest; reply: Ocpp.ClearCacheResponse }
  ClearChargingProfile: {
    request: Ocpp.ClearChargingProfileRequest
    reply: Ocpp.ClearChargingProfileResponse
  }
  DataTransfer: { request: Ocpp.DataTransferRequest; reply: Ocpp.DataTransferResponse }
  GetCompositeSchedule: {
    request: Ocpp.GetCompositeScheduleRequest
    reply: Ocpp.GetCompositeScheduleResponse
  }
  GetConfiguration: { request: Ocpp.GetConfigurationRequest; reply: Ocpp.GetConfigurationResponse }
  RemoteStartTransaction: {
    request: Ocpp.RemoteStartTransactionRequest
    reply: Ocpp.RemoteStartTransactionResponse
  }
  RemoteStopTransaction: {
    request: Ocpp.RemoteStopTransactionRequest
    reply: Ocpp.RemoteStopTransactionResponse
  }
  ReserveNow: { request: Ocpp.ReserveNowRequest; reply: Ocpp.ReserveNowResponse }
  Reset: { request: Ocpp.ResetRequest; reply: Ocpp.ResetResponse }
  SetChargingProfile: {
    request: Ocpp.SetChargingProfileRequest
    reply: Ocpp.SetChargingProfileResponse
  }
  TriggerMessage: { request: Ocpp.TriggerMessageRequest; reply: Ocpp.TriggerMessageResponse }
  UnlockConnector: { request: Ocpp.UnlockConnectorRequest; reply: Ocpp.UnlockConnectorResponse }
}

/** A sampled value as it is let in: its words may be any, because vendors invent measurands. */
export interface SampledValue {
  value: string
  context?: string
  format?: string
  measurand?: string
  phase?: string
  location?: string
  unit?: string
}

export interface MeterValue {
  timestamp: string
  sampledValue: SampledValue[]
}

export interface MeterValuesRequest {
  connectorId: number
  transactionId?: number
  meterValue: MeterValue[]
}

/** As OCPP 1.6 §6.49, but with any reason and any measurand: a stop is never lost over a word. */
export interface StopTransactionRequest {
  transactionId: number
  meterStop: number
  timestamp: string
  idTag?: string
  reason?: string
  transactionData?: MeterValue[]
}

export type InboundAction = keyof InboundActions
export type OutboundAction = keyof OutboundActions
export type InboundRequest<A extends InboundAction> = InboundActions[A]['request']
export type InboundReply<A extends InboundAction> = InboundActions[A]['reply']
export type OutboundRequest<A extends OutboundAction> = OutboundActions[A]['request']
export type OutboundReply<A extends OutboundAction> = OutboundActions[A]['reply']

const INBOUND = [
  'Authorize',
  'BootNotification',
  'DataTransfer',
  'DiagnosticsStatusNotification',
  'FirmwareStatusNotification',
  'Heartbeat',
  'MeterValues',
  'StartTransaction',
  'StatusNotification',
  'StopTransaction',
] as const satisfies readonly InboundAction[]

const inbound: ReadonlySet<string> = new Set(INBOUND)

/** Whether the hub answers that action of a charger's. */
export function isInboundAction(action: string): action is InboundAction {
  return inbound.has(action)
}

/** The messages a charger keeps and sends again until they are answered (OCPP 1.6 §3.7). */
export type TransactionAction = 'StartTransaction' | 'StopTransaction' | 'MeterValues'

export function isTransactionAction(action: string): action is TransactionAction {
  return action === 'StartTransaction' || action === 'StopTransaction' || action === 'MeterValues'
}
