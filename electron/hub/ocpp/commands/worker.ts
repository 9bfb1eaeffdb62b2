import type { Logger } from 'pino'
import {
  commandRequest,
  type Command,
  type CommandFailure,
  type CommandRequest,
} from '../../../../shared/domain/command/command.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import { MINUTE } from '../../../../shared/time/instant.ts'
import type { Store } from '../../store/store.ts'
import type { Writes } from '../../store/writes.ts'
import { maskedPayload } from '../masking.ts'
import type { OutboundAction, OutboundReply, OutboundRequest } from '../rpc/actions.ts'
import type { CallOutcome, ConnectedCharger } from '../server/desk.ts'
import type { Timers } from '../server/timers.ts'
import type { CommandKind } from './command-kind.ts'

/** Takes the commands of each station to it, one after the other, and stores how each went. */
export interface CommandWorker {
  /** There may be something to send. `secret` holds a payload that its row masks. */
  wake(stationId: Id, secret?: { commandId: Id; payload: Record<string, unknown> }): void
  /** The command was withdrawn before it was sent. */
  forget(commandId: Id): void
  /** The station's socket is gone: what waits for it fails. */
  left(stationId: Id): void
}

export interface WorkerParts {
  readonly store: Store
  readonly timers: Timers
  readonly logger: Logger
  readonly kinds: CommandKinds
  readonly chargerOf: (stationId: Id) => ConnectedCharger | undefined
  /** Whether the charger has booted towards this hub, now or ever before: some drop what comes earlier. */
  readonly hasBooted: (stationId: Id) => Promise<boolean>
  readonly call: <A extends OutboundAction>(
    charger: ConnectedCharger,
    action: A,
    payload: OutboundRequest<A>,
  ) => Promise<CallOutcome<A>>
}

export type CommandKinds = { readonly [A in CommandRequest['action']]: CommandKind<A> }

/** A charger that hasn't booted so long after it was first wanted for a command won't. */
const BOOT_WITHIN_MS = MINUTE

export function commandWorker(parts: WorkerParts): CommandWorker {
  const { store, timers, logger } = parts
  const secrets = new Map<Id, Record<string, unknown>>()
  const running = new Set<Id>()
  const wokenMeanwhile = new Set<Id>()
  const awaitingBoot = new Map<Id, () => void>()

  const start = (stationId: Id): void => {
    if (running.has(stationId)) return void wokenMeanwhile.add(stationId)
    running.add(stationId)
    run(stationId)
      .catch((error: unknown) =>
        logger.error({ err: error, stationId }, 'commands could not be sent'),
      )
      .finally(() => {
        running.delete(stationId)
        if (wokenMeanwhile.delete(stationId)) start(stationId)
      })
  }

  const run = async (stationId: Id): Promise<void> => {
    for (;;) {
      const command = await oldestRequested(stationId)
      if (command === undefined) return
      const charger = parts.chargerOf(stationId)
      if (charger === undefined) {
        await fail(command, 'offline')
      } else if (!(await parts.hasBooted(stationId))) {
        return waitForBoot(stationId)
      } else {
        awaitingBoot.get(stationId)?.()
        await carryOut(charger, command)
      }
    }
  }

  const oldestRequested = async (stationId: Id): Promise<Command | undefined> => {
    const requested = await store.reads.find('command', { stationId, state: 'requested' })
    return requested.toSorted((a, b) => (a.id < b.id ? -1 : 1))[0]
  }

  const waitForBoot = (stationId: Id): void => {
    if (awaitingBoot.has(stationId)) return
    const cancel = timers.after(BOOT_WITHIN_MS, () => {
      awaitingBoot.delete(stationId)
      failAll(stationId, 'notBooted')
    })
    awaitingBoot.set(stationId, () => {
      cancel()
      awaitingBoot.delete(stationId)
    })
  }

  const fail = async (command: Command, failure: CommandFailure): Promise<void> => {
    secrets.delete(command.id)
    await store.work('hub', (tx) => {
      const now = tx.get('command', command.id)
      if (now?.state !== 'requested') return
      tx.change('command', now, { state: 'failed', failure, endedAt: tx.now })
      cameToNothing(tx, now, failure)
    })
  }

  const cameToNothing = (tx: Writes, command: Command, failure: CommandFailure): void => {
    const { stationId, action, payload } = command
    const request = commandRequest.safeParse({ action, payload })
    if (request.success) tellFailure(tx, stationId, request.data, failure)
  }

  const tellFailure = <A extends CommandRequest['action']>(
    tx: Writes,
    stationId: Id,
    request: CommandRequest & { action: A },
    failure: CommandFailure,
  ): void => {
    // Action and payload belong together, as `commandRequest` has checked.
    const payload = withoutUndefined(request.payload) as OutboundRequest<A>
    const kind = parts.kinds[request.action] as CommandKind<A>
    kind.failed?.(tx, { stationId, request: payload, failure })
  }

  const failAll = (stationId: Id, failure: CommandFailure): void => {
    store.reads
      .find('command', { stationId, state: 'requested' })
      .then((waiting) => Promise.all(waiting.map((command) => fail(command, failure))))
      .catch((error: unknown) =>
        logger.error({ err: error, stationId }, 'commands could not be ended'),
      )
  }

  const carryOut = async (charger: ConnectedCharger, command: Command): Promise<void> => {
    const { id, stationId, action } = command
    const payload = secrets.get(id) ?? command.payload
    secrets.delete(id)
    const request = commandRequest.safeParse({ action, payload })
    // The row masks a secret that only the hub's memory held, and that is another hub's by now.
    if (!request.success) return fail(command, 'hubStopped')
    // On disk before it goes out, so that no crash makes a sent command look unsent.
    const goesOut = await store.work('hub', (tx) => {
      const now = tx.get('command', id)
      if (now?.state !== 'requested') return false // withdrawn since it was read
      tx.change('command', now, { state: 'sent', sentAt: tx.now })
      return true
    })
    if (goesOut) await send(charger, stationId, id, request.data)
  }

  const send = <A extends CommandRequest['action']>(
    charger: ConnectedCharger,
    stationId: Id,
    commandId: Id,
    request: CommandRequest & { action: A },
  ): Promise<void> => {
    const { action } = request
    // Action and payload belong together, as `commandRequest` has just checked.
    const payload = withoutUndefined(request.payload) as OutboundRequest<A>
    const kind = parts.kinds[action] as CommandKind<A>
    return parts.call(charger, action, payload).then((outcome) =>
      save(
        commandId,
        outcome,
        (tx, reply) => kind.answered(tx, { stationId, request: payload, reply }),
        (tx, failure) => kind.failed?.(tx, { stationId, request: payload, failure }),
      ),
    )
  }

  const save = async <A extends OutboundAction>(
    commandId: Id,
    outcome: CallOutcome<A>,
    answered: (tx: Writes, reply: OutboundReply<A>) => void,
    failed: (tx: Writes, failure: CommandFailure) => void,
  ): Promise<void> => {
    await store.work('hub', (tx) => {
      const end = endOf(outcome)
      tx.update('command', commandId, {
        ...end,
        answer: maskedPayload(end.answer),
        endedAt: tx.now,
      })
      if (outcome.kind === 'result') answered(tx, outcome.payload)
      else if (end.failure !== null) failed(tx, end.failure)
    })
  }

  return {
    wake(stationId, secret) {
      if (secret !== undefined) secrets.set(secret.commandId, secret.payload)
      start(stationId)
    },
    forget: (commandId) => void secrets.delete(commandId),
    left(stationId) {
      awaitingBoot.get(stationId)?.()
      // Looks whether another socket has taken the place by then; if not, what waits fails as offline.
      start(stationId)
    },
  }
}

function endOf(outcome: CallOutcome): Pick<Command, 'state' | 'failure' | 'answer'> {
  switch (outcome.kind) {
    case 'result':
      return { state: 'answered', failure: null, answer: outcome.payload }
    case 'error': {
      const { code, description, details } = outcome
      return { state: 'failed', failure: 'callError', answer: { code, description, details } }
    }
    case 'badAnswer':
      return { state: 'failed', failure: 'badAnswer', answer: outcome.payload }
    case 'invalidRequest':
      return { state: 'failed', failure: 'callError', answer: outcome.fault }
    case 'timeout':
    case 'disconnected':
    case 'queueFull':
      return { state: 'failed', failure: outcome.kind, answer: null }
  }
}

/** Zod leaves optional fields that were given as undefined; on the wire they are not there. */
function withoutUndefined(payload: object): object {
  return Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined))
}
