import type { Logger } from 'pino'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Happened } from '../charger-event.ts'
import type { Chargers } from '../chargers.ts'
import type { Store } from '../store/store.ts'
import { cancelReservation } from './commands/cancel-reservation.ts'
import { changeAvailability } from './commands/change-availability.ts'
import { changeConfiguration, type KeyAnswered } from './commands/change-configuration.ts'
import { clearCache } from './commands/clear-cache.ts'
import { clearChargingProfile } from './commands/clear-charging-profile.ts'
import { dataTransfer } from './commands/data-transfer.ts'
import { getCompositeSchedule } from './commands/get-composite-schedule.ts'
import { getConfiguration } from './commands/get-configuration.ts'
import { remoteStartTransaction } from './commands/remote-start-transaction.ts'
import { remoteStopTransaction } from './commands/remote-stop-transaction.ts'
import { reserveNow } from './commands/reserve-now.ts'
import { reset } from './commands/reset.ts'
import { setChargingProfile } from './commands/set-charging-profile.ts'
import { triggerMessage } from './commands/trigger-message.ts'
import { unlockConnector } from './commands/unlock-connector.ts'
import { commandWorker, type CommandWorker } from './commands/worker.ts'
import { hubDesk } from './hub-desk.ts'
import { writeLastSeen } from './last-seen.ts'
import { presence } from './presence.ts'
import type { OcppDesk } from './server/desk.ts'
import type { Limits } from './server/limits.ts'
import { ocppServer, type OcppServer } from './server/ocpp-server.ts'
import { systemTimers, type Timers } from './server/timers.ts'
import { sockets as openSockets } from './sockets.ts'
import type { Wire } from './wire/wire.ts'

export interface OcppParts {
  readonly store: Store
  readonly clock: () => Instant
  readonly newId: () => Id
  readonly logger: Logger
  /** Who may come in. */
  readonly admit: OcppDesk['admit']
  /** What is to be done when a charger has answered to a new AuthorizationKey. */
  readonly keyAnswered: KeyAnswered
  /** Told what messages came to, within the unit that stores them. */
  readonly happened?: Happened
  /** Told of connections to a path that leads nowhere. */
  readonly strayed?: OcppDesk['strayed']
  readonly limits?: Partial<Limits>
  readonly timers?: Timers
}

/** OCPP, open for chargers. */
export interface Ocpp {
  /** Opens the wire for chargers. @returns the port. @throws PortTaken, NoSuchAddress */
  listen(wire: Wire, port: number, host: string | null): Promise<number>
  readonly chargers: Chargers
  /** Closes every socket, and waits until what they said is on disk. The wire is its owner's to close. */
  close(): Promise<void>
}

/** Puts the room together. */
export function openOcpp(parts: OcppParts): Ocpp {
  const { store, logger, newId, happened = () => undefined } = parts
  const timers: Timers = parts.timers ?? { ...systemTimers, now: parts.clock }
  const sockets = openSockets()
  const failed = (error: unknown): void => logger.error({ err: error }, 'could not be written down')
  const present = presence({ store, timers, sockets, failed })
  const stopLastSeen = writeLastSeen({ store, timers, sockets, failed })

  const commands: CommandWorker = commandWorker({
    store,
    timers,
    logger,
    kinds: {
      CancelReservation: cancelReservation,
      ChangeAvailability: changeAvailability,
      ChangeConfiguration: changeConfiguration(parts.keyAnswered),
      ClearCache: clearCache,
      ClearChargingProfile: clearChargingProfile,
      DataTransfer: dataTransfer,
      GetCompositeSchedule: getCompositeSchedule(happened),
      GetConfiguration: getConfiguration(happened),
      RemoteStartTransaction: remoteStartTransaction,
      RemoteStopTransaction: remoteStopTransaction,
      ReserveNow: reserveNow(happened),
      Reset: reset,
      SetChargingProfile: setChargingProfile(happened),
      TriggerMessage: triggerMessage,
      UnlockConnector: unlockConnector,
    },
    chargerOf: sockets.ofStation,
    async hasBooted(stationId) {
      const charger = sockets.ofStation(stationId)
      if (charger !== undefined && sockets.hasBooted(charger)) return true
      const station = await store.reads.get('station', stationId)
      return station !== undefined && station.bootedAt !== null
    },
    call: (charger, action, payload) => server.call(charger.chargePointId, action, payload),
  })

  const server: OcppServer = ocppServer({
    desk: hubDesk({
      store,
      logger,
      sockets,
      presence: present,
      admit: parts.admit,
      strayed: parts.strayed ?? (() => undefined),
      happened,
      commands: () => commands,
    }),
    timers,
    newId,
    ...(parts.limits === undefined ? {} : { limits: parts.limits }),
  })

  const chargers: Chargers = {
    connected: () => server.connected,
    isConnected: (stationId) => sockets.ofStation(stationId) !== undefined,
    hasShownKey(stationId) {
      const admitted = sockets.ofStation(stationId)?.admitted
      return admitted?.kind === 'station' && admitted.keyShown
    },
    disconnect(stationId, why) {
      const charger = sockets.ofStation(stationId)
      if (charger !== undefined) server.drop(charger.chargePointId, why)
    },
    disconnectCandidate(candidateId, why) {
      for (const waiting of candidateId === 'all' ? sockets.candidates() : [candidateId]) {
        const charger = sockets.ofCandidate(waiting)
        if (charger !== undefined) server.drop(charger.chargePointId, why)
      }
    },
    promote(candidateId, stationId, keyShown) {
      const charger = sockets.ofCandidate(candidateId)
      if (charger === undefined) return false
      server.readmit(charger.chargePointId, { kind: 'station', stationId, keyShown })
      sockets.moved(charger, candidateId)
      present.arrived(charger)
      commands.wake(stationId)
      return true
    },
    wake: (stationId, secret) => commands.wake(stationId, secret),
    forget: (commandId) => commands.forget(commandId),
  }

  return {
    listen: (wire, port, host) => wire.listen(port, host, server.knocked),
    chargers,
    async close() {
      present.stop()
      stopLastSeen()
      await server.close()
      // Units run in order: once this one is through, so is everything the sockets have said.
      await store.work('hub', () => undefined).catch(() => undefined)
    },
  }
}
