import type { Kysely } from 'kysely'
import type { Keyed, StoredTables, Table } from './tables.ts'

/** SQL texts by table and columns, each compiled once by Kysely. */
export interface StatementTexts {
  insert(table: Table, columns: readonly string[], orIgnore: boolean): string
  update(table: Keyed, columns: readonly string[], returning: boolean): string
}

export function statementTexts(kysely: Kysely<StoredTables>): StatementTexts {
  // Only the text is used, so the values that stand in for the parameters need no types.
  const blank = (columns: readonly string[]) =>
    Object.fromEntries(columns.map((column) => [column, null])) as never
  const insert = (table: Table, columns: readonly string[]) =>
    kysely.insertInto(table).values(blank(columns))
  const update = (table: Keyed, columns: readonly string[]) =>
    kysely
      .updateTable(table as 'site')
      .set(blank(columns))
      .where('id', '=', '')
  const inserts = byColumns<Table>((...of) => insert(...of).compile().sql)
  const insertsOrIgnores = byColumns<Table>(
    (...of) =>
      insert(...of)
        .onConflict((on) => on.doNothing())
        .compile().sql,
  )
  const updates = byColumns<Keyed>((...of) => update(...of).compile().sql)
  const updatesReturning = byColumns<Keyed>(
    (...of) =>
      update(...of)
        .returningAll()
        .compile().sql,
  )
  return {
    insert: (table, columns, orIgnore) => (orIgnore ? insertsOrIgnores : inserts)(table, columns),
    update: (table, columns, returning) => (returning ? updatesReturning : updates)(table, columns),
  }
}

/** Remembers a text for each table and list of columns. A table has few lists, so comparing beats making a key. */
function byColumns<T extends Table>(compile: (table: T, columns: readonly string[]) => string) {
  const known = new Map<T, { columns: readonly string[]; text: string }[]>()
  return (table: T, columns: readonly string[]): string => {
    const lists = known.get(table) ?? []
    for (const list of lists) if (areSame(list.columns, columns)) return list.text
    const text = compile(table, columns)
    known.set(table, [...lists, { columns, text }])
    return text
  }
}

function areSame(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false
  return true
}
