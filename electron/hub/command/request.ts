import {
  type Command,
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

export type Requested =
  | { kind: 'requested'; command: Command }
  | { kind: 'offline' }
  | { kind: 'tooMany' }

/** Writes a command down; its charger's worker sends it once that is on disk. */
export function requestCommand(
  tx: Writes,
  { chargers, issuer }: { chargers: Chargers; issuer: KeyIssuer },
  stationId: Id,
  request: CommandRequest,
  requestedBy: string,
): Requested {
  if (!chargers.isConnected(stationId)) return { kind: 'offline' }
  const waiting = tx.find('command', { stationId, state: 'requested' })
  if (waiting.length >= MOST_WAITING) return { kind: 'tooMany' }
  const isSecret =
    request.action === 'ChangeConfiguration' && isAuthorizationKey(request.payload.key)
  const commandId = tx.newId()
  // The charger will show this key at its next connection, so it must fit from the moment it is sent.
  if (isSecret) addKey(tx, issuer, stationId, Buffer.from(request.payload.value), { commandId })
  const command: Command = {
    id: commandId,
    stationId,
    action: request.action,
    payload: isSecret ? { ...request.payload, value: MASKED } : { ...request.payload },
    state: 'requested',
    answer: null,
    failure: null,
    requestedBy,
    requestedAt: tx.now,
    sentAt: null,
    endedAt: null,
  }
  tx.insert('command', command)
  tx.journal({ act: 'command.request', noun: 'command', nounId: command.id, after: command })
  tx.afterCommit(() =>
    chargers.wake(
      stationId,
      isSecret ? { commandId: command.id, payload: { ...request.payload } } : undefined,
    ),
  )
  return { kind: 'requested', command }
}
