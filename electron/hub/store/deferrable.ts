import { encodeColumn, type Rows, type SqlValue } from './tables.ts'

/**
 * Rows of a table, the values of one after those of the other in order of the deferred columns, as SQL keeps them: tens
 * of thousands wait at times, and an array for each would be as many for the garbage collector to look after. The
 * first column is the one they are ordered by.
 */
export type DeferredRows = SqlValue[]

/** What may be put in place a little after the unit that brought it. */
interface Deferrable {
  readonly columns: readonly string[]
  /** What to give `place`, row by row, for rows that begin alike, in order of coming. */
  readonly pack: (rows: DeferredRows) => SqlValue[][]
  /** Puts one row in its place. Done twice, it must be as if done once: a hub that is killed meanwhile does it again. */
  readonly place: string
  /** Of several rows that begin alike the last is all there is to place. */
  readonly onlyLast: boolean
  /** For rows that the same transaction tells in another table too. */
  readonly elsewhere?: Elsewhere
}

/** How rows of one transaction are found again in another table, so that they needn't be written down twice. */
interface Elsewhere {
  /** What `query` needs to know to find these rows. */
  readonly where: (rows: DeferredRows) => SqlValue[]
  /** Selects the deferred columns in order of coming. */
  readonly query: string
}

/**
 * The tables that grow under each station apart and the figures of the moment, which every meter value or message
 * adds to. Put in place at once, each would touch pages of its own in every commit, and that cost more than all the
 * rest a message is.
 */
export const deferrable = {
  meterSample: additions<'meterSample'>(
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
  ocppMessageOfStation: {
    columns: ['stationId', 'firstMessageId'],
    // One row for all of a station's lines of a while: a row for each would touch a page for few of them.
    pack: (rows) => [[...rows.slice(0, 2), JSON.stringify(rows.filter((_, at) => at % 2 === 1))]],
    // Done again, the while begins with the same line and may have gone on.
    place: `insert into ocppMessageOfStation (stationId, firstMessageId, messageIds) values (?, ?, ?)
      on conflict do update set messageIds = excluded.messageIds`,
    onlyLast: false,
    elsewhere: {
      // There is one writer, so nobody else's lines come between those of a transaction.
      where: (rows) => [rows[1] ?? 0, rows.at(-1) ?? 0],
      query: `select stationId, id as firstMessageId from ocppMessage
        where id between ? and ? and stationId is not null order by id`,
    },
  },
  connector: figures<'connector'>('connector', [
    ...(['powerW', 'energyWh', 'currentDa', 'socPct', 'sampledAt'] as const),
  ]),
  transaction: figures<'transaction'>('transaction', [
    ...(['powerW', 'energyWh', 'socPct', 'sampledAt'] as const),
  ]),
} satisfies Record<string, Deferrable>

export type DeferrableTable = keyof typeof deferrable

/** Tables to which rows are added later. */
export type AdditionTable = 'meterSample' | 'ocppMessageOfStation'

/** What of a row is deferred; the rest is packed from several. */
export type Addition<T extends AdditionTable> = T extends 'ocppMessageOfStation'
  ? Omit<Rows[T], 'messageIds'>
  : Rows[T]

/** Tables whose rows' figures are updated later. */
export type FigureTable = 'connector' | 'transaction'

export const deferrableTables = Object.keys(deferrable) as DeferrableTable[]

/** Adds the row's values to the table's rows. */
export function addRow(rows: DeferredRows, table: DeferrableTable, row: object): void {
  for (const column of deferrable[table].columns)
    rows.push(encodeColumn(table, column, row[column as keyof typeof row]))
}

/** Whether the patch changes nothing but figures of the table, which may be put in place later. */
export function areFigures(table: FigureTable, patch: object): boolean {
  const { columns } = deferrable[table]
  for (const column in patch) {
    if (column === 'id' || !columns.includes(column)) return false
  }
  return true
}

export function hasFigures(table: string): table is FigureTable {
  return table === 'connector' || table === 'transaction'
}

function additions<T extends keyof Rows>(
  name: T,
  columns: readonly (keyof Rows[T] & string)[],
  onConflict: string,
): Deferrable {
  const holders = columns.map(() => '?').join(', ')
  const place = `insert into "${name}" (${columns.join(', ')}) values (${holders}) ${onConflict}`
  return { columns, pack: (rows) => oneByOne(rows, columns.length), place, onlyLast: false }
}

function figures<T extends FigureTable>(
  name: T,
  columns: readonly (keyof Rows[T] & string)[],
): Deferrable {
  const values = columns.map((column, index) => `${column} = ?${index + 2}`)
  const place = `update "${name}" set ${values.join(', ')} where id = ?1`
  return { columns: ['id', ...columns], pack: (rows) => [rows], place, onlyLast: true }
}

function oneByOne(rows: DeferredRows, width: number): SqlValue[][] {
  const all: SqlValue[][] = []
  for (let at = 0; at < rows.length; at += width) all.push(rows.slice(at, at + width))
  return all
}
