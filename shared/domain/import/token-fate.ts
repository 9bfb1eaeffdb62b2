import type { IdTokenInput } from '../id-token/id-token.ts'
import { differing } from './differing.ts'
import { changedRow, createdRow, type Decided, refusedRow, sameRow } from './fate.ts'
import { type Known, tokenKey } from './known.ts'
import type { KeyedRow, RowKey } from './rows.ts'
import type { tokenFields } from './token-fields.ts'

export type TokenFields = typeof tokenFields

/** Tokens are known by their text, whatever its case. */
export const tokenRowKey: RowKey<TokenFields> = {
  field: 'idToken',
  keyOf: ({ idToken }) => (idToken === undefined ? null : tokenKey(idToken)),
  subjectOf: ({ idToken = '' }) => idToken,
}

const nothingTold: Omit<IdTokenInput, 'idToken'> = {
  status: 'Accepted',
  label: '',
  parentIdToken: null,
  expiresAt: null,
  vehicleId: null,
  customerId: null,
}

/** What becomes of a row of id tokens: what is to be put. Cells that are empty change nothing. */
export function tokenFate(
  row: KeyedRow<TokenFields>,
  known: Pick<Known, 'token'>,
): Decided<IdTokenInput> {
  const { idToken, ...told } = row.values
  if (row.problems.length > 0 || idToken === undefined) return refusedRow(row, row.problems)
  const there = known.token(idToken)
  if (there === undefined) return createdRow(row, null, { ...nothingTold, idToken, ...told })
  const words = differing(there, told)
  const fields = Object.keys(words)
  if (fields.length === 0) return sameRow(row, there.id)
  const { status, label, parentIdToken, expiresAt, vehicleId, customerId } = there
  return changedRow(row, there.id, fields, {
    idToken: there.idToken,
    ...{ status, label, parentIdToken, expiresAt, vehicleId, customerId },
    ...words,
  })
}
