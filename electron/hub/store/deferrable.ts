import { encodeColumn, type Rows, type SqlValue } from './tables.ts'

/** Rows of a table in order of its columns, as SQL keeps them; the first column is the one they are ordered by. */
export type DeferredRows = SqlValue[][]

/** A table whose rows may be put in place a little after the unit that brought them. */
interface Deferrable {
  readonly columns: readonly string[]
  /** Puts one row in its place. Done twice, it must be as if done once: a hub that is killed meanwhile does it again. */
  readonly place: string
}

/**
 * The tables that grow under each station apart, and that every meter value or message adds to. A row placed at
 * once would touch a page of its own in every commit, which cost more than all the rest a message is.
 */
export const deferrable = {
  meterSample: table<'meterSample'>(
    'meterSample',
    [
      ...(['stationId', 'connectorId', 'measuredAt', 'context', 'transactionId'] as const),
      ...(['receivedAt', 'energyWh', 'powerW', 'socPct'] as const),
      ...(['currentL1Da', 'currentL2Da', 'currentL3Da', 'other', 'notes'] as const),
    ],
    // Columns that are there already stay, so a reading that comes in parts grows and one that comes twice doesn't.
    `on conflict do update set
      energyWh = coalesce(energyWh, excluded.energyWh), powerW = coalesce(powerW, excluded.powerW),
      socPct = coalesce(socPct, excluded.socPct), currentL1Da = coalesce(currentL1Da, excluded.currentL1Da),
      currentL2Da = coalesce(currentL2Da, excluded.currentL2Da),
      currentL3Da = coalesce(currentL3Da, excluded.currentL3Da),
      other = json_patch(excluded.other, other)`,
  ),
  ocppMessageOfStation: table<'ocppMessageOfStation'>(
    'ocppMessageOfStation',
    ['stationId', 'messageId'],
    'on conflict do nothing',
  ),
} satisfies Record<string, Deferrable>

export type DeferrableTable = keyof typeof deferrable

export const deferrableTables = Object.keys(deferrable) as DeferrableTable[]

/** The row's values in the order of the table's columns. */
export function deferredRow<T extends DeferrableTable>(name: T, row: Rows[T]): SqlValue[] {
  return deferrable[name].columns.map((column) =>
    encodeColumn(name, column, row[column as keyof Rows[T]]),
  )
}

function table<T extends keyof Rows>(
  name: T,
  columns: readonly (keyof Rows[T] & string)[],
  onConflict: string,
): Deferrable {
  const holders = columns.map(() => '?').join(', ')
  return {
    columns,
    place: `insert into "${name}" (${columns.join(', ')}) values (${holders}) ${onConflict}`,
  }
}
