import type { TariffAssignmentInput } from '../../../shared/contract/tariff.ts'
import { isForTheSame } from '../../../shared/domain/tariff/scope.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { TariffAssignment } from '../../../shared/domain/tariff/tariff.ts'
import type { Writes } from '../store/writes.ts'

export type Assigned =
  | { readonly kind: 'assigned'; readonly assignment: TariffAssignment }
  | { readonly kind: 'archived' }
  | { readonly kind: 'missing'; readonly noun: string; readonly id: string }

/** Says whom and what a tariff is for. What was for the very same is replaced: it could never count again. */
export function assignTariff(tx: Writes, input: TariffAssignmentInput): Assigned {
  const tariff = tx.get('tariff', input.tariffId)
  if (!tariff) return { kind: 'missing', noun: 'tariff', id: input.tariffId }
  if (tariff.archivedAt !== null) return { kind: 'archived' }
  const missing = missingNoun(tx, input)
  if (missing) return missing
  const assignment: TariffAssignment = { id: tx.newId(), ...input, createdAt: tx.now }
  const before = tx.find('tariffAssignment', {}).filter((known) => isForTheSame(known, input))
  for (const { id } of before) tx.remove('tariffAssignment', id)
  tx.insert('tariffAssignment', assignment)
  tx.journal({
    act: 'tariff.assign',
    noun: 'tariff',
    nounId: input.tariffId,
    before: before[0],
    after: assignment,
  })
  return { kind: 'assigned', assignment }
}

/** Takes away whom a tariff is for; null when there is no such assignment. */
export function unassignTariff(tx: Writes, id: Id): TariffAssignment | null {
  const before = tx.get('tariffAssignment', id)
  if (!before) return null
  tx.remove('tariffAssignment', id)
  tx.journal({ act: 'tariff.unassign', noun: 'tariff', nounId: before.tariffId, before })
  return before
}

function missingNoun(
  tx: Writes,
  { stationId, connectorId, customerId }: TariffAssignmentInput,
): Extract<Assigned, { kind: 'missing' }> | null {
  if (stationId !== null && !tx.get('station', stationId))
    return { kind: 'missing', noun: 'station', id: stationId }
  if (
    stationId !== null &&
    connectorId !== null &&
    !tx.one('connector', { stationId, connectorId })
  )
    return { kind: 'missing', noun: 'connector', id: String(connectorId) }
  if (customerId !== null && !tx.get('customer', customerId))
    return { kind: 'missing', noun: 'customer', id: customerId }
  return null
}
