import { commandRequest } from '../../../../shared/domain/command/command.ts'
import type { Command, CommandRequest } from '../../../../shared/domain/command/command.ts'
import { isSecretKey } from '../configuration/secret-key.ts'

/** Which words say what a command was about (`station:command.summary`), and what to put into them. */
export type CommandSummary = {
  key:
    | 'RemoteStartTransaction'
    | 'RemoteStartTransactionOn'
    | 'RemoteStopTransaction'
    | 'ResetSoft'
    | 'ResetHard'
    | 'UnlockConnector'
    | 'Inoperative'
    | 'Operative'
    | 'InoperativeStation'
    | 'OperativeStation'
    | 'GetConfiguration'
    | 'ChangeConfiguration'
    | 'ChangeConfigurationSecret'
    | 'TriggerMessage'
    | 'DataTransfer'
    | 'ReserveNow'
    | 'ReserveNowAny'
    | 'CancelReservation'
    | 'ChargePointMaxProfile'
    | 'TxDefaultProfile'
    | 'TxDefaultProfileStation'
    | 'TxProfile'
    | 'ClearChargingProfile'
    | 'ClearMatchingProfiles'
    | 'ClearEveryProfile'
    | 'GetCompositeSchedule'
    | 'GetCompositeScheduleStation'
  values: Record<string, string | number>
}

/** What a command was about; null when there is nothing to add to its name, or its payload is not understood. */
export function commandSummary(
  command: Pick<Command, 'action' | 'payload'>,
): CommandSummary | null {
  const parsed = commandRequest.safeParse({ action: command.action, payload: command.payload })
  if (!parsed.success) return null
  const request = parsed.data
  switch (request.action) {
    case 'RemoteStartTransaction': {
      const { idTag, connectorId } = request.payload
      if (connectorId === undefined) return { key: 'RemoteStartTransaction', values: { idTag } }
      return { key: 'RemoteStartTransactionOn', values: { idTag, connectorId } }
    }
    case 'RemoteStopTransaction':
    case 'UnlockConnector':
    case 'CancelReservation':
      return { key: request.action, values: request.payload }
    case 'Reset':
      return { key: request.payload.type === 'Soft' ? 'ResetSoft' : 'ResetHard', values: {} }
    case 'ChangeAvailability': {
      const { type, connectorId } = request.payload
      return connectorId === 0
        ? { key: `${type}Station`, values: {} }
        : { key: type, values: { connectorId } }
    }
    case 'GetConfiguration':
      return { key: 'GetConfiguration', values: {} }
    case 'ChangeConfiguration': {
      const { key, value } = request.payload
      if (isSecretKey(key)) return { key: 'ChangeConfigurationSecret', values: { key } }
      return { key: 'ChangeConfiguration', values: { key, value } }
    }
    case 'TriggerMessage':
      return {
        key: 'TriggerMessage',
        values: { requestedMessage: request.payload.requestedMessage },
      }
    case 'DataTransfer':
      return { key: 'DataTransfer', values: { vendorId: request.payload.vendorId } }
    case 'ReserveNow': {
      const { idTag, connectorId } = request.payload
      if (connectorId === 0) return { key: 'ReserveNowAny', values: { idTag } }
      return { key: 'ReserveNow', values: { idTag, connectorId } }
    }
    case 'SetChargingProfile':
      return profileSummary(request.payload)
    case 'ClearChargingProfile': {
      const { id, ...matching } = request.payload
      if (id !== undefined) return { key: 'ClearChargingProfile', values: { id } }
      const told = Object.values(matching).some((value) => value !== undefined)
      return { key: told ? 'ClearMatchingProfiles' : 'ClearEveryProfile', values: {} }
    }
    case 'GetCompositeSchedule': {
      const { connectorId, duration } = request.payload
      const minutes = Math.round(duration / 60)
      if (connectorId === 0) return { key: 'GetCompositeScheduleStation', values: { minutes } }
      return { key: 'GetCompositeSchedule', values: { connectorId, minutes } }
    }
    case 'ClearCache':
      return null
  }
}

/** For whom a profile is, and the limit that it begins with. */
function profileSummary({
  connectorId,
  csChargingProfiles: { chargingProfilePurpose: purpose, transactionId = 0, chargingSchedule },
}: Extract<CommandRequest, { action: 'SetChargingProfile' }>['payload']): CommandSummary {
  const { chargingRateUnit: unit, chargingSchedulePeriod } = chargingSchedule
  const begins = { limit: chargingSchedulePeriod[0]?.limit ?? 0, unit }
  switch (purpose) {
    case 'ChargePointMaxProfile':
      return { key: purpose, values: begins }
    case 'TxDefaultProfile':
      return connectorId === 0
        ? { key: 'TxDefaultProfileStation', values: begins }
        : { key: purpose, values: { ...begins, connectorId } }
    case 'TxProfile':
      return { key: purpose, values: { ...begins, connectorId, transactionId } }
  }
}
