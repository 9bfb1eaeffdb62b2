import { z } from 'zod'
import { countOf, readKeys, writeKey } from './configuration.ts'
import { isStartable, isVacant, remoteStart } from './connector.ts'
import { lacking } from './feature-profile.ts'
import type { Reply } from './link.ts'
import { between } from './random.ts'
import { reportMeter, reportStatus, reportStatuses } from './report.ts'
import { fits } from './reservation.ts'
import { cancelReservation, reserveNow } from './reserve.ts'
import { measurandsOf } from './sampled-value.ts'
import { carryOut, chargingUnder, stopSession, unlock } from './session.ts'
import {
  clearChargingProfile,
  clearRequest,
  compositeRequest,
  getCompositeSchedule,
  setChargingProfile,
  setRequest,
} from './smart-charging/commands.ts'
import { connectorOf, replaceConnector, statuses } from './station.ts'
import type { Station } from './station.ts'

/** What a command may do to the station beyond its connectors. */
export type Actions = {
  boot: () => void
  heartbeat: () => void
  /** Stops everything, goes away for a while and comes back as after a start. */
  restart: (kind: 'Hard' | 'Soft') => void
  /** Takes a new key and connects again with it. */
  changeKey: (key: string) => void
}

type Handler = (station: Station, payload: unknown, actions: Actions) => Reply

const connectorNumber = z.int().min(0)

/** One handler for each CALL a hub may send under Core, RemoteTrigger, Reservation and SmartCharging (OCPP 1.6 §5). */
const HANDLERS: Readonly<Record<string, Handler>> = {
  CancelReservation: on(z.strictObject({ reservationId: z.int() }), (station, { reservationId }) =>
    cancelReservation(station, reservationId)
      ? accepted(() => reportStatuses(station))
      : rejected(),
  ),
  ChangeAvailability: on(
    z.strictObject({ connectorId: connectorNumber, type: z.enum(['Inoperative', 'Operative']) }),
    changeAvailability,
  ),
  ChangeConfiguration: on(
    z.strictObject({ key: z.string().max(50), value: z.string().max(500) }),
    changeConfiguration,
  ),
  ClearCache: on(z.strictObject({}), (station) => {
    station.cache.clear()
    return accepted()
  }),
  ClearChargingProfile: on(clearRequest, clearChargingProfile),
  DataTransfer: on(
    z.strictObject({
      vendorId: z.string(),
      messageId: z.string().optional(),
      data: z.string().optional(),
    }),
    () => ({ result: { status: 'UnknownVendorId' } }),
  ),
  GetCompositeSchedule: on(compositeRequest, (station, asked) =>
    getCompositeSchedule(station, asked, Date.now()),
  ),
  GetConfiguration: on(
    z.strictObject({ key: z.array(z.string().max(50)).optional() }),
    (station, { key }) => ({ result: readKeys(station.configuration, key ?? []) }),
  ),
  RemoteStartTransaction: on(
    z.strictObject({
      connectorId: connectorNumber.optional(),
      idTag: z.string().max(20),
      chargingProfile: z.unknown().optional(),
    }),
    remoteStartTransaction,
  ),
  RemoteStopTransaction: on(
    z.strictObject({ transactionId: z.int() }),
    (station, { transactionId }) => {
      const connector = chargingUnder(station, transactionId)
      if (connector === undefined) return rejected()
      return accepted(() => stopSession(station, connector.id, 'Remote'))
    },
  ),
  ReserveNow: on(
    z.strictObject({
      connectorId: connectorNumber,
      expiryDate: z.iso.datetime({ offset: true }),
      idTag: z.string().max(20),
      parentIdTag: z.string().max(20).optional(),
      reservationId: z.int(),
    }),
    (station, wanted) => ({
      result: { status: reserveNow(station, wanted) },
      afterwards: () => reportStatuses(station),
    }),
  ),
  Reset: on(z.strictObject({ type: z.enum(['Hard', 'Soft']) }), (_station, { type }, actions) =>
    accepted(() => actions.restart(type)),
  ),
  SetChargingProfile: on(setRequest, setChargingProfile),
  TriggerMessage: on(
    z.strictObject({ requestedMessage: z.string(), connectorId: connectorNumber.optional() }),
    triggerMessage,
  ),
  UnlockConnector: on(z.strictObject({ connectorId: connectorNumber }), unlockConnector),
}

/** Answers a CALL of the hub. */
export function replyTo(
  station: Station,
  action: string,
  payload: unknown,
  actions: Actions,
): Reply {
  const lacks = lacking(station.spec.habit, action)
  if (lacks !== null) return { error: lacks, description: `${action} is not supported` }
  const handler = HANDLERS[action]
  return handler === undefined
    ? { error: 'NotImplemented', description: `${action} is not known` }
    : handler(station, payload, actions)
}

function on<T>(
  schema: z.ZodType<T>,
  handle: (station: Station, payload: T, actions: Actions) => Reply,
): Handler {
  return (station, payload, actions) => {
    const parsed = schema.safeParse(payload)
    return parsed.success
      ? handle(station, parsed.data, actions)
      : { error: 'FormationViolation', description: parsed.error.issues[0]?.message ?? '' }
  }
}

function accepted(afterwards?: () => void): Reply {
  return { result: { status: 'Accepted' }, ...(afterwards === undefined ? {} : { afterwards }) }
}

function rejected(): Reply {
  return { result: { status: 'Rejected' } }
}

function changeAvailability(
  station: Station,
  payload: { connectorId: number; type: 'Inoperative' | 'Operative' },
): Reply {
  const affected = station.connectors.filter(
    ({ id }) => payload.connectorId === 0 || id === payload.connectorId,
  )
  if (affected.length === 0) return rejected()
  const operative = payload.type === 'Operative'
  for (const connector of affected) replaceConnector(station, { ...connector, operative })
  const waits = !operative && affected.some(({ session }) => session !== null)
  return {
    result: { status: waits ? 'Scheduled' : 'Accepted' },
    afterwards: () => reportStatuses(station),
  }
}

function changeConfiguration(
  station: Station,
  { key, value }: { key: string; value: string },
  actions: Actions,
): Reply {
  const supported = measurandsOf(station.spec.habit.meter)
  const written = writeKey(station.configuration, key, value, supported)
  station.configuration = written.configuration
  const changesKey = key === 'AuthorizationKey' && written.status === 'Accepted'
  return {
    result: { status: written.status },
    ...(changesKey ? { afterwards: () => actions.changeKey(value) } : {}),
  }
}

function remoteStartTransaction(
  station: Station,
  { connectorId: asked, idTag }: { connectorId?: number | undefined; idTag: string },
): Reply {
  const candidates = station.connectors.filter(({ id }) => asked === undefined || id === asked)
  const usable = candidates.filter(({ reservation }) => fits(reservation, idTag, null))
  const connector = usable.find(isStartable) ?? usable.find(isVacant)
  if (connector === undefined) return rejected()
  return accepted(() => awaitCar(station, connector.id, idTag))
}

/** Starts the plugged-in car, or waits for one. */
function awaitCar(station: Station, connectorId: number, idTag: string): void {
  const connector = connectorOf(station, connectorId)
  if (connector === undefined) return
  const { speed, at } = station.clock
  const now = at(Date.now())
  // Whoever asked for it drives up within seconds of real time, at any speed.
  const comes = now + between(station.random, 4, 9) * 1000 * speed
  const waitsMs = countOf(station.configuration, 'ConnectionTimeOut') * 1000 * speed
  const outcome = remoteStart(connector, idTag, comes, now + waitsMs)
  if (outcome !== null) carryOut(station, outcome)
}

function triggerMessage(
  station: Station,
  payload: { requestedMessage: string; connectorId?: number | undefined },
  actions: Actions,
): Reply {
  const one = payload.connectorId
  const connectors = station.connectors.filter(
    ({ id }) => one === undefined || one === 0 || id === one,
  )
  if (connectors.length === 0) return rejected()
  const status = (name: string) => accepted(() => void station.link?.call(name, { status: 'Idle' }))
  switch (payload.requestedMessage) {
    case 'BootNotification':
      return accepted(actions.boot)
    case 'Heartbeat':
      return accepted(actions.heartbeat)
    case 'StatusNotification':
      return accepted(() => {
        for (const [id, state] of statuses(station)) {
          if (one === undefined || id === one) reportStatus(station, id, state)
        }
      })
    case 'MeterValues':
      return accepted(() => {
        for (const connector of connectors) reportMeter(station, connector, 'Trigger')
      })
    case 'DiagnosticsStatusNotification':
    case 'FirmwareStatusNotification':
      return status(payload.requestedMessage)
    default:
      return { result: { status: 'NotImplemented' } }
  }
}

function unlockConnector(station: Station, payload: { connectorId: number }): Reply {
  const connector = connectorOf(station, payload.connectorId)
  if (connector === undefined) return { result: { status: 'NotSupported' } }
  const status = unlock(station, connector)
  return {
    result: { status },
    afterwards: () => {
      if (status === 'Unlocked') stopSession(station, connector.id, 'UnlockCommand')
    },
  }
}
