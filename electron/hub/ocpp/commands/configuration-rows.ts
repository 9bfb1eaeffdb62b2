import type { Id } from '../../../../shared/domain/id/id.ts'
import type { Writes } from '../../store/writes.ts'

/** A configuration key as a charger tells it. */
export interface ToldKey {
  readonly key: string
  readonly value: string | null
  readonly readonly: boolean
}

/** Keeps what a charger told of its configuration; a key it tells again is renewed. */
export function keepKeys(tx: Writes, stationId: Id, told: readonly ToldKey[]): void {
  const known = tx.find('configurationKey', { stationId })
  for (const { key, value, readonly } of told) {
    const columns = { value, readonly: readonly ? 1 : 0, readAt: tx.now } as const
    const row = known.find((candidate) => candidate.key === key)
    if (row !== undefined) tx.change('configurationKey', row, columns)
    else {
      // A key told twice in one answer is one row, the later word of it.
      const made = { id: tx.newId(), stationId, key, ...columns }
      tx.insert('configurationKey', made)
      known.push(made)
    }
  }
}
