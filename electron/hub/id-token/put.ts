import type { Id } from '../../../shared/domain/id/id.ts'
import type { IdToken, IdTokenInput } from '../../../shared/domain/id-token/id-token.ts'
import type { Writes } from '../store/writes.ts'

export type PutToken =
  | { kind: 'put'; token: IdToken }
  | { kind: 'missing'; noun: 'vehicle' | 'customer'; id: Id }

/** Adds a token, or changes the one with that text, whatever its case. */
export function putToken(tx: Writes, input: IdTokenInput): PutToken {
  for (const [noun, id] of [
    ['vehicle', input.vehicleId],
    ['customer', input.customerId],
  ] as const)
    if (id !== null && !tx.get(noun, id)) return { kind: 'missing', noun, id }
  const [before] = tx.find('idToken', { idToken: input.idToken })
  const row = { ...input, updatedAt: tx.now }
  const made = { id: tx.newId(), ...row, createdAt: tx.now }
  const token = (before && tx.update('idToken', before.id, row)) ?? made
  if (token === made) tx.insert('idToken', made)
  tx.journal({ act: 'idToken.put', noun: 'idToken', nounId: token.id, before, after: token })
  return { kind: 'put', token }
}

/** Removes a token; its transactions stay. @returns it as it was, undefined when there is none */
export function removeToken(tx: Writes, id: Id): IdToken | undefined {
  const before = tx.get('idToken', id)
  if (!before) return undefined
  tx.remove('idToken', id)
  tx.journal({ act: 'idToken.remove', noun: 'idToken', nounId: id, before })
  return before
}
