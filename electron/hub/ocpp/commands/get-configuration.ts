import { isAuthorizationKey } from '../../../../shared/domain/command/command.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import type { Happened } from '../../charger-event.ts'
import type { Writes } from '../../store/writes.ts'
import type { OutboundRequest } from '../rpc/actions.ts'
import type { CommandKind } from './command-kind.ts'
import { keepKeys } from './configuration-rows.ts'
import { lostOrRefused } from './lost-or-refused.ts'

/**
 * OCPP 1.6 §5.8. The keys it tells are kept; asked for all, those it no longer tells are forgotten. A charger that
 * tells its AuthorizationKey, which it mustn't (OCPP-J 1.6 §6.2.2), is not listened to.
 */
export function getConfiguration(happened: Happened): CommandKind<'GetConfiguration'> {
  return {
    action: 'GetConfiguration',
    answered(tx, { stationId, request, reply }) {
      const told = (reply.configurationKey ?? []).map(({ key, value, readonly }) => ({
        key,
        value: isAuthorizationKey(key) ? null : (value ?? null),
        readonly,
      }))
      keepKeys(tx, stationId, told)
      const isWhole = asksAll(request)
      if (isWhole) forgetOthers(tx, stationId, new Set(told.map(({ key }) => key)))
      happened(tx, { kind: 'configurationAnswered', stationId, isWhole, answer: 'accepted' })
    },
    failed(tx, { stationId, request, failure }) {
      const [isWhole, answer] = [asksAll(request), lostOrRefused(failure)]
      happened(tx, { kind: 'configurationAnswered', stationId, isWhole, answer })
    },
  }
}

function asksAll({ key }: OutboundRequest<'GetConfiguration'>): boolean {
  return key === undefined || key.length === 0
}

function forgetOthers(tx: Writes, stationId: Id, told: ReadonlySet<string>): void {
  for (const { id, key } of tx.find('configurationKey', { stationId }))
    if (!told.has(key)) tx.remove('configurationKey', id)
}
