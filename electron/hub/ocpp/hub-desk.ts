import type { Logger } from 'pino'
import type { Id } from '../../../shared/domain/id/id.ts'
import { ocppFault } from '../../../shared/domain/ocpp/fault.ts'
import type { Happened } from '../charger-event.ts'
import { StoreUnavailable, type Store } from '../store/store.ts'
import { appendLine } from '../wire-log/append.ts'
import type { CommandWorker } from './commands/worker.ts'
import type { Presence } from './presence.ts'
import { isTransactionAction } from './rpc/actions.ts'
import type {
  Answer,
  AnyInboundCall,
  ConnectedCharger,
  OcppDesk,
  SentCall,
  UnreadableTransactionCall,
} from './server/desk.ts'
import type { Sockets } from './sockets.ts'
import { raiseAlarm } from '../alarm/raise.ts'
import { bootOfCandidate } from './v16/boot-notification.ts'
import { answerToNonsense, handle } from './v16/handle.ts'
import { endOfCall, inboundLine, oddLine, outboundLine } from './wire-lines.ts'

export interface HubDeskParts {
  readonly store: Store
  readonly logger: Logger
  readonly sockets: Sockets
  readonly presence: Presence
  readonly admit: OcppDesk['admit']
  readonly strayed: OcppDesk['strayed']
  readonly happened: Happened
  readonly commands: () => CommandWorker
}

const NOT_ADOPTED = ocppFault(
  'SecurityError',
  'this charger waits to be adopted; only boot is answered',
)

/**
 * The hub's end of the OCPP server: each message is one unit of work, answered once that is on disk, and leaves a
 * line in the wire log with what it changed.
 *
 * A charger that waits to be adopted may boot, nothing more, and nothing else of it is stored. Its other calls get
 * a SecurityError, but its transaction messages get no answer at all: answered, they would be lost with the charger
 * believing them kept; unanswered, it keeps them and sends them again once it is adopted (OCPP 1.6 §3.7).
 */
export function hubDesk(parts: HubDeskParts): OcppDesk {
  const { store, logger, sockets, presence, happened } = parts
  const lines = new Map<string, Promise<number>>()
  const failed = (error: unknown): void => logger.error({ err: error }, 'could not be written down')

  const answerStation = (
    charger: ConnectedCharger,
    stationId: Id,
    call: AnyInboundCall,
  ): Promise<Answer> => {
    const { chargePointId, connectedAt } = charger
    return store.work(`charger ${chargePointId}`, (tx) => {
      const payload = handle(tx, { stationId, chargePointId, connectedAt, happened }, call)
      const answer: Answer = { kind: 'reply', payload }
      appendLine(tx, inboundLine(charger, call, answer, tx.now))
      if (call.action === 'BootNotification') tx.afterCommit(() => booted(charger, stationId))
      return answer
    })
  }

  const booted = (charger: ConnectedCharger, stationId: Id): void => {
    sockets.markBooted(charger)
    parts.commands().wake(stationId)
  }

  const answerCandidate = async (
    charger: ConnectedCharger,
    candidateId: Id,
    call: AnyInboundCall,
  ): Promise<Answer> => {
    if (isTransactionAction(call.action)) return { kind: 'silence' }
    if (call.action !== 'BootNotification') return { kind: 'fault', fault: NOT_ADOPTED }
    return store.work(`charger ${charger.chargePointId}`, (tx) => {
      const payload = bootOfCandidate(tx, candidateId, call)
      const answer: Answer = { kind: 'reply', payload }
      appendLine(tx, inboundLine(charger, call, answer, tx.now))
      tx.afterCommit(() => sockets.markBooted(charger))
      return answer
    })
  }

  const keepApart = (
    charger: ConnectedCharger,
    call: UnreadableTransactionCall,
  ): Promise<Answer> => {
    const { admitted, chargePointId } = charger
    if (admitted.kind === 'candidate') return Promise.resolve({ kind: 'silence' })
    const { stationId } = admitted
    return store.work(`charger ${chargePointId}`, (tx) => {
      const answer: Answer = { kind: 'reply', payload: answerToNonsense(call.action) }
      const line = inboundLine(charger, { ...call, repairs: [] }, answer, tx.now)
      const { code, description } = call.fault
      appendLine(tx, {
        ...line,
        outcome: 'refused',
        errorCode: code,
        notes: [description],
      })
      const words = `${call.action}: ${description}`
      raiseAlarm(tx, { kind: 'badMessages', stationId, connectorId: null }, words)
      return answer
    })
  }

  return {
    admit: parts.admit,
    strayed: parts.strayed,
    connected(charger) {
      sockets.add(charger)
      presence.arrived(charger)
      if (charger.admitted.kind === 'station') parts.commands().wake(charger.admitted.stationId)
    },
    disconnected(charger, departure) {
      sockets.remove(charger)
      presence.left(charger, departure)
      if (charger.admitted.kind === 'station') parts.commands().left(charger.admitted.stationId)
    },
    receive(charger, call) {
      const { admitted } = charger
      if (admitted.kind === 'candidate') return answerCandidate(charger, admitted.candidateId, call)
      return answerStation(charger, admitted.stationId, call).catch((error: unknown) => {
        // On a full disk nothing is acknowledged; what is our own mistake mustn't be sent to us for ever.
        if (error instanceof StoreUnavailable || !isTransactionAction(call.action)) throw error
        logger.error({ err: error, charger: charger.chargePointId, action: call.action }, 'a bug')
        const fault = ocppFault('InternalError', 'the hub could not handle it')
        const { uniqueId, action, payload, raw, receivedAt } = call
        return keepApart(charger, { uniqueId, action, payload, raw, receivedAt, fault })
      })
    },
    quarantine: (charger, call) => keepApart(charger, call),
    oddFrame(charger, frame) {
      if (charger.admitted.kind === 'candidate') return
      store.work('hub', (tx) => appendLine(tx, oddLine(charger, frame))).catch(failed)
    },
    sent(charger, call) {
      const line = outboundLine(charger, call)
      const written = store.work('hub', (tx) => appendLine(tx, line))
      lines.set(call.uniqueId, written)
      written.catch(failed)
    },
    ended(_, call: SentCall, outcome, raw, at) {
      const written = lines.get(call.uniqueId)
      lines.delete(call.uniqueId)
      const end = endOfCall(call, outcome, raw, at)
      written
        ?.then((line) => store.work('hub', (tx) => tx.update('ocppMessage', line, end)))
        .catch(failed)
    },
    rivalRefused({ admitted, address: held, chargePointId }, { address }) {
      logger.warn(
        { charger: chargePointId, held, refused: address },
        'a second connection was refused',
      )
      if (admitted.kind === 'candidate') return
      const place = {
        kind: 'duplicateConnection',
        stationId: admitted.stationId,
        connectorId: null,
      } as const
      const words = `refused from ${address} while connected from ${held}`
      store.work('hub', (tx) => raiseAlarm(tx, place, words)).catch(failed)
    },
    bug: ({ chargePointId }, error) =>
      logger.error({ err: error, charger: chargePointId }, 'a bug'),
  }
}
