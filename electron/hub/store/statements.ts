import type { Kysely } from 'kysely'
import type { Keyed, StoredTables, Table } from './tables.ts'

/** SQL texts by table and columns, each compiled once by Kysely. */
export interface StatementTexts {
  insert(table: Table, columns: readonly string[], orIgnore: boolean): string
  update(table: Keyed, columns: readonly string[], returning: boolean): string
}

export function statementTexts(kysely: Kysely<StoredTables>): StatementTexts {
  const texts = new Map<string, string>()
  const text = (key: string, compile: () => string): string => {
    let known = texts.get(key)
    if (known === undefined) {
      known = compile()
      texts.set(key, known)
    }
    return known
  }
  // Only the text is used, so the values that stand in for the parameters need no types.
  const blank = (columns: readonly string[]) =>
    Object.fromEntries(columns.map((column) => [column, null])) as never
  return {
    insert: (table, columns, orIgnore) =>
      text(`insert ${orIgnore} ${table} ${columns.join()}`, () => {
        const insert = kysely.insertInto(table).values(blank(columns))
        return (orIgnore ? insert.onConflict((on) => on.doNothing()) : insert).compile().sql
      }),
    update: (table, columns, returning) =>
      text(`update ${returning} ${table} ${columns.join()}`, () => {
        const update = kysely
          .updateTable(table as 'site')
          .set(blank(columns))
          .where('id', '=', '')
        return (returning ? update.returningAll() : update).compile().sql
      }),
  }
}
