import { isAuthorizationKey } from '../../../../shared/domain/command/command.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import type { Writes } from '../../store/writes.ts'
import type { CommandKind } from './command-kind.ts'
import { keepKeys } from './configuration-rows.ts'

/** Told what a charger said to a new AuthorizationKey, and which, so that the key can be confirmed. */
export type KeyAnswered = (tx: Writes, stationId: Id, status: unknown, key: string) => void

/**
 * OCPP 1.6 §5.3. `Accepted`: it holds; `RebootRequired`: it holds after a reset; `Rejected`, `NotSupported`: it
 * doesn't. What holds is kept as if it had been read.
 */
export function changeConfiguration(keyAnswered: KeyAnswered): CommandKind<'ChangeConfiguration'> {
  return {
    action: 'ChangeConfiguration',
    answered(tx, { stationId, request, reply }) {
      const { key, value } = request
      if (isAuthorizationKey(key)) return keyAnswered(tx, stationId, reply.status, value)
      if (reply.status !== 'Accepted') return
      keepKeys(tx, stationId, [{ key, value, readonly: false }])
    },
  }
}
