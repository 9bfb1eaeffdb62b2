import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import {
  chargingProfile,
  chargingProfilePurpose,
  chargingRateUnit,
  mayBeSetOn,
} from '../charging-profile/charging-profile.ts'
import { id } from '../id/id.ts'
import { idTokenText } from '../id-token/id-token.ts'
import { stationPassword } from '../station/station.ts'

/** The configuration key that holds a charger's own password (OCPP 1.6 security extension). */
export const AUTHORIZATION_KEY = 'AuthorizationKey'

/** Whether a configuration key is that one: chargers compare keys without case (OCPP 1.6 §7.7, CiString50Type). */
export function isAuthorizationKey(key: string): boolean {
  return key.trim().toLowerCase() === AUTHORIZATION_KEY.toLowerCase()
}

const connectorNumber = z.int().min(0).max(1_000)

/** The commands a desk may send a charger, with OCPP 1.6's own names and limits (§6). */
export const commandRequest = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('RemoteStartTransaction'),
    payload: z.strictObject({
      idTag: idTokenText,
      connectorId: z.int().min(1).max(1_000).optional(),
    }),
  }),
  z.strictObject({
    action: z.literal('RemoteStopTransaction'),
    payload: z.strictObject({ transactionId: z.int() }),
  }),
  z.strictObject({
    action: z.literal('Reset'),
    payload: z.strictObject({ type: z.enum(['Hard', 'Soft']) }),
  }),
  z.strictObject({
    action: z.literal('UnlockConnector'),
    payload: z.strictObject({ connectorId: z.int().min(1).max(1_000) }),
  }),
  z.strictObject({
    action: z.literal('ChangeAvailability'),
    payload: z.strictObject({
      connectorId: connectorNumber,
      type: z.enum(['Inoperative', 'Operative']),
    }),
  }),
  z.strictObject({
    action: z.literal('GetConfiguration'),
    payload: z.strictObject({ key: z.array(z.string().min(1).max(50)).max(200).optional() }),
  }),
  z.strictObject({
    action: z.literal('ChangeConfiguration'),
    payload: z
      .strictObject({ key: z.string().min(1).max(50), value: z.string().max(500) })
      .refine(
        ({ key, value }) => !isAuthorizationKey(key) || stationPassword.safeParse(value).success,
        'An AuthorizationKey has 16 to 40 characters; the one it replaces stops working once the charger has taken it.',
      ),
  }),
  z.strictObject({ action: z.literal('ClearCache'), payload: z.strictObject({}) }),
  z.strictObject({
    action: z.literal('TriggerMessage'),
    payload: z.strictObject({
      requestedMessage: z.enum([
        'BootNotification',
        'DiagnosticsStatusNotification',
        'FirmwareStatusNotification',
        'Heartbeat',
        'MeterValues',
        'StatusNotification',
      ]),
      connectorId: z.int().min(1).max(1_000).optional(),
    }),
  }),
  z.strictObject({
    action: z.literal('DataTransfer'),
    payload: z.strictObject({
      vendorId: z.string().min(1).max(255),
      messageId: z.string().max(50).optional(),
      data: z.string().max(100_000).optional(),
    }),
  }),
  z.strictObject({
    action: z.literal('ReserveNow'),
    payload: z.strictObject({
      connectorId: connectorNumber.describe('0 is any connector of the station'),
      expiryDate: z.iso.datetime({ offset: true }),
      idTag: idTokenText,
      parentIdTag: idTokenText.optional(),
      reservationId: z.int().describe('One that the charger knows is replaced'),
    }),
  }),
  z.strictObject({
    action: z.literal('CancelReservation'),
    payload: z.strictObject({ reservationId: z.int() }),
  }),
  z.strictObject({
    action: z.literal('SetChargingProfile'),
    payload: z
      .strictObject({
        connectorId: connectorNumber.describe('0 is the charger itself'),
        csChargingProfiles: chargingProfile,
      })
      .refine(
        ({ connectorId, csChargingProfiles }) =>
          mayBeSetOn(csChargingProfiles.chargingProfilePurpose, connectorId),
        'A ChargePointMaxProfile is set on connector 0, a TxProfile on the connector of its transaction.',
      ),
  }),
  z.strictObject({
    action: z.literal('ClearChargingProfile'),
    payload: z
      .strictObject({
        id: z.int().optional(),
        connectorId: connectorNumber.optional(),
        chargingProfilePurpose: chargingProfilePurpose.optional(),
        stackLevel: z.int().min(0).max(1_000).optional(),
      })
      .describe('Those that match all of it; every profile where nothing is told'),
  }),
  z.strictObject({
    action: z.literal('GetCompositeSchedule'),
    payload: z.strictObject({
      connectorId: connectorNumber.describe('0 is what the charger as a whole expects to draw'),
      duration: z.int().min(1).max(10_000_000).describe('Seconds from now'),
      chargingRateUnit: chargingRateUnit.optional(),
    }),
  }),
])
export type CommandRequest = z.infer<typeof commandRequest>
export type CommandAction = CommandRequest['action']

export const commandAction = z.enum([
  'RemoteStartTransaction',
  'RemoteStopTransaction',
  'Reset',
  'UnlockConnector',
  'ChangeAvailability',
  'GetConfiguration',
  'ChangeConfiguration',
  'ClearCache',
  'TriggerMessage',
  'DataTransfer',
  'ReserveNow',
  'CancelReservation',
  'SetChargingProfile',
  'ClearChargingProfile',
  'GetCompositeSchedule',
])

/**
 * Why a command got no answer of the charger's: `offline` it is not connected; `queueFull` too many wait;
 * `timeout` it did not answer in time; `disconnected` it left before answering; `callError` it answered with a
 * CALLERROR (kept in `answer`); `badAnswer` its answer breaks the protocol (kept too);
 * `withdrawn` it was taken back before it was sent; `hubStopped` the hub ended while the command was under way, so what the charger did is unknown.
 */
export const commandFailure = z.enum([
  'offline',
  'notBooted',
  'queueFull',
  'timeout',
  'disconnected',
  'callError',
  'badAnswer',
  'withdrawn',
  'hubStopped',
])
export type CommandFailure = z.infer<typeof commandFailure>

/** A command from the desk to a charger: requested -> sent -> answered or failed. It is its own outbox row. */
export const command = z.object({
  id,
  stationId: id,
  action: commandAction,
  payload: z.record(z.string(), z.unknown()).describe('What is sent; secrets are masked'),
  state: z.enum(['requested', 'sent', 'answered', 'failed']),
  answer: z.unknown().describe('The charger’s own answer, as it came; null until then'),
  failure: commandFailure.nullable(),
  requestedBy: z.string(),
  requestedAt: instant,
  sentAt: instant.nullable(),
  endedAt: instant.nullable(),
})
export type Command = z.infer<typeof command>
