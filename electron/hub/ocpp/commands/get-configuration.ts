import { isAuthorizationKey } from '../../../../shared/domain/command/command.ts'
import type { CommandKind } from './command-kind.ts'
import { keepKeys } from './configuration-rows.ts'

/**
 * OCPP 1.6 §5.8. The keys it tells are kept; asked for all, those it no longer tells are forgotten. A charger that
 * tells its AuthorizationKey, which it mustn't (OCPP-J 1.6 §6.2.2), is not listened to.
 */
export const getConfiguration: CommandKind<'GetConfiguration'> = {
  action: 'GetConfiguration',
  answered(tx, { stationId, request, reply }) {
    const told = (reply.configurationKey ?? []).map(({ key, value, readonly }) => ({
      key,
      value: isAuthorizationKey(key) ? null : (value ?? null),
      readonly,
    }))
    keepKeys(tx, stationId, told)
    if (request.key !== undefined && request.key.length > 0) return
    const names = new Set(told.map(({ key }) => key))
    for (const { id, key } of tx.find('configurationKey', { stationId })) {
      if (!names.has(key)) tx.remove('configurationKey', id)
    }
  },
}
