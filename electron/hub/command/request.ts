import {
  type Command,
  type CommandAction,
  type CommandRequest,
  isAuthorizationKey,
} from '../../../shared/domain/command/command.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Chargers } from '../chargers.ts'
import { addKey, type KeyIssuer } from '../station/add.ts'
import { MASKED } from '../station/keys.ts'
import type { Writes } from '../store/writes.ts'

/** How many commands may wait for one charger. */
export const MOST_WAITING = 50

/** What the hub says to chargers by itself, over and over, as its plan changes. */
export const PLANS_OWN_ACTIONS = [
  'SetChargingProfile',
  'ClearChargingProfile',
  'GetCompositeSchedule',
] as const satisfies readonly CommandAction[]

/** Nobody has asked for it, and there are thousands a day: the wire log keeps them for a week, that is enough. */
function isPlansOwn({ requestedBy, action }: Command): boolean {
  return requestedBy === 'hub' && PLANS_OWN_ACTIONS.some((own) => own === action)
}

export type Requested =
  | { kind: 'requested'; command: Command }
  | { kind: 'offline' }
  | { kind: 'tooMany' }

/**
 * Writes a command down; its charger's worker sends it once that is on disk.
 * @param secret the payload to send where the command's own masks it
 */
export function addCommand(
  tx: Writes,
  chargers: Pick<Chargers, 'isConnected' | 'wake'>,
  stationId: Id,
  { action, payload }: CommandRequest,
  requestedBy: string,
  secret?: { commandId: Id; payload: Record<string, unknown> },
): Requested {
  if (!chargers.isConnected(stationId)) return { kind: 'offline' }
  const waiting = tx.find('command', { stationId, state: 'requested' })
  if (waiting.length >= MOST_WAITING) return { kind: 'tooMany' }
  const command: Command = {
    id: secret?.commandId ?? tx.newId(),
    stationId,
    action,
    payload: { ...payload },
    state: 'requested',
    answer: null,
    failure: null,
    requestedBy,
    requestedAt: tx.now,
    sentAt: null,
    endedAt: null,
  }
  tx.insert('command', command)
  if (!isPlansOwn(command))
    tx.journal({ act: 'command.request', noun: 'command', nounId: command.id, after: command })
  tx.afterCommit(() => chargers.wake(stationId, secret))
  return { kind: 'requested', command }
}

/** Writes down a command of a desk's, which may hold a secret that only the charger is to see. */
export function requestCommand(
  tx: Writes,
  { chargers, issuer }: { chargers: Chargers; issuer: KeyIssuer },
  stationId: Id,
  request: CommandRequest,
  requestedBy: string,
): Requested {
  if (request.action !== 'ChangeConfiguration' || !isAuthorizationKey(request.payload.key))
    return addCommand(tx, chargers, stationId, request, requestedBy)
  const { payload } = request
  const commandId = tx.newId()
  const masked = { ...request, payload: { ...payload, value: MASKED } }
  const secret = { commandId, payload: { ...payload } }
  const added = addCommand(tx, chargers, stationId, masked, requestedBy, secret)
  // The charger will show this key at its next connection, so it must fit from the moment it is sent.
  if (added.kind === 'requested')
    addKey(tx, issuer, stationId, Buffer.from(payload.value), { commandId })
  return added
}
