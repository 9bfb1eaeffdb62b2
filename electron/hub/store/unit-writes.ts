import type { Id } from '../../../shared/domain/id/id.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import {
  type Addition,
  type AdditionTable,
  areFigures,
  type FigureTable,
  hasFigures,
} from './deferrable.ts'
import type { Deferred } from './deferred.ts'
import type { Lookups } from './reads.ts'
import type { RowCache } from './row-cache.ts'
import type { Sqlite } from './sqlite.ts'
import type { StatementTexts } from './statements.ts'
import {
  decodeRow,
  encodeColumn,
  type Keyed,
  type NewRow,
  type Rows,
  type SqlValue,
  type Table,
} from './tables.ts'
import type { JournalLine, Patch, RowChange, Writes } from './writes.ts'

/** What a unit left to be done once it is on disk, and to be undone in memory if it isn't. */
export class UnitTrace {
  readonly changes: RowChange[] = []
  readonly effects: (() => void)[] = []
  /** Rows as the cache had them; null where it had none. */
  readonly before: { table: FigureTable; id: string; row: unknown }[] = []
}

/** What all units of a commit share. */
export interface WritesParts {
  readonly sqlite: Sqlite
  readonly lookups: Lookups
  readonly newId: () => Id
  readonly statements: StatementTexts
  readonly cache: RowCache
  readonly deferred: Deferred
  /** Rows whose figures units of this commit have deferred. */
  readonly figuresDeferred: Readonly<Record<FigureTable, Set<string>>>
}

/** The writing handle of one unit of work. */
export class UnitWrites implements Writes {
  readonly now: Instant
  readonly actor: string
  readonly newId: () => Id
  readonly #parts: WritesParts
  readonly #trace: UnitTrace

  constructor(parts: WritesParts, trace: UnitTrace, actor: string, now: Instant) {
    this.#parts = parts
    this.#trace = trace
    this.actor = actor
    this.now = now
    this.newId = parts.newId
  }

  get<T extends Keyed>(table: T, rowId: Rows[T]['id']): Rows[T] | undefined {
    const { cache, lookups, deferred } = this.#parts
    if (!hasFigures(table)) return lookups.get(table, rowId)
    const key = String(rowId)
    const known = cache.get(table, key)
    if (known !== undefined) return known
    if (deferred.holds(table, key)) deferred.placeAll()
    const read = lookups.get(table, rowId)
    if (read === undefined) return undefined
    const copy = { ...read } // what SQLite hands out is slow to copy later
    cache.put(table, key, copy)
    return copy
  }

  find<T extends Keyed>(table: T, where: Partial<Rows[T]>): Rows[T][] {
    const { lookups, cache, deferred } = this.#parts
    const found = lookups.find(table, where)
    if (!hasFigures(table)) return found
    const newest = (row: Rows[T]) => cache.get(table, String(row.id))
    const stale = (row: Rows[T]) => !newest(row) && deferred.holds(table, String(row.id))
    if (!found.some(stale)) return found.map((row) => newest(row) ?? row)
    deferred.placeAll()
    return this.find(table, where)
  }

  one<T extends FigureTable>(table: T, unique: Partial<Rows[T]>): Rows[T] | undefined {
    const { cache, lookups } = this.#parts
    const rowId = cache.idOf(table, unique)
    const known = rowId === undefined ? undefined : cache.get(table, rowId)
    if (known !== undefined && has(known, unique)) return known
    const [found] = lookups.find(table, unique)
    if (found === undefined) return undefined
    cache.found(table, unique, found.id)
    return this.get(table, found.id)
  }

  insert<T extends Table>(table: T, row: NewRow<T>): number {
    return this.#place(table, row, false).lastId
  }

  insertOrIgnore<T extends Table>(table: T, row: NewRow<T>): boolean {
    return this.#place(table, row, true).changes > 0
  }

  defer<T extends AdditionTable>(table: T, row: Addition<T>): void {
    this.#parts.deferred.add(table, row)
  }

  placeDeferred(): void {
    this.#parts.deferred.placeAll()
  }

  update<T extends Keyed>(table: T, rowId: Rows[T]['id'], patch: Patch<T>): Rows[T] | undefined {
    const { columns, values } = given(table, patch)
    if (hasFigures(table) || columns.length === 0) {
      const row = this.get(table, rowId)
      return row && this.change(table, row, patch)
    }
    const { sqlite, statements } = this.#parts
    const [stored] = sqlite.all(statements.update(table, columns, true), [...values, rowId])
    if (!stored) return undefined
    const row = decodeRow(table, stored)
    this.#noteChange(table, String(rowId), row)
    return row
  }

  change<T extends Keyed>(table: T, row: Rows[T], patch: Patch<T>): Rows[T] {
    const changed = { ...row }
    let any = false
    for (const column in patch) {
      if (patch[column] === undefined) continue
      any = true
      changed[column] = patch[column] as never
    }
    if (!any) return row
    const rowId = String(row.id)
    const figures = hasFigures(table) ? table : null
    const later = figures !== null && areFigures(figures, patch)
    if (!later) {
      const { sqlite, statements } = this.#parts
      const { columns, values } = given(table, patch)
      sqlite.run(statements.update(table, columns, false), [...values, row.id])
    }
    // Figures that wait already would otherwise be put over these.
    if (figures !== null && (later || this.#figuresWait(figures, rowId))) {
      this.#parts.figuresDeferred[figures].add(rowId)
      this.#parts.deferred.add(figures, changed)
    }
    this.#noteChange(table, rowId, changed)
    return changed
  }

  remove<T extends Keyed>(table: T, rowId: Rows[T]['id']): boolean {
    const { changes } = this.#parts.sqlite.run(`delete from "${table}" where id = ?`, [rowId])
    if (changes > 0) this.#noteChange(table, String(rowId), null)
    return changes > 0
  }

  journal(line: JournalLine): void {
    const { act, noun, nounId, reason = null, before = null, after = null } = line
    const entry = { at: this.now, actor: this.actor, act, noun, nounId, reason, before, after }
    this.#place('journal', entry, false)
  }

  afterCommit(effect: () => void): void {
    this.#trace.effects.push(effect)
  }

  sql(statement: string, parameters: readonly SqlValue[]): Record<string, unknown>[] {
    return this.#parts.sqlite.all(statement, parameters)
  }

  #place<T extends Table>(table: T, row: NewRow<T>, orIgnore: boolean) {
    const { sqlite, statements } = this.#parts
    const columns: string[] = []
    const values: SqlValue[] = []
    for (const column in row) {
      columns.push(column)
      values.push(encodeColumn(table, column, row[column]))
    }
    const result = sqlite.run(statements.insert(table, columns, orIgnore), values)
    if (result.changes > 0 && 'id' in row) this.#noteChange(table, String(row.id), row)
    return result
  }

  #figuresWait(table: FigureTable, rowId: string): boolean {
    const { figuresDeferred, deferred } = this.#parts
    return figuresDeferred[table].has(rowId) || deferred.holds(table, rowId)
  }

  #noteChange(table: Table, rowId: string, row: unknown): void {
    const { cache } = this.#parts
    this.#trace.changes.push({ table, id: rowId, row })
    if (!hasFigures(table)) return
    this.#trace.before.push({ table, id: rowId, row: cache.get(table, rowId) ?? null })
    cache.put(table, rowId, row)
  }
}

/** The columns a patch names and their values as SQL keeps them; those given as undefined are left out. */
function given<T extends Keyed>(
  table: T,
  patch: Patch<T>,
): { columns: string[]; values: SqlValue[] } {
  const columns: string[] = []
  const values: SqlValue[] = []
  for (const column in patch) {
    if (patch[column] === undefined) continue
    columns.push(column)
    values.push(encodeColumn(table, column, patch[column]))
  }
  return { columns, values }
}

function has<T extends Keyed>(row: Rows[T], values: Partial<Rows[T]>): boolean {
  for (const column in values) if (row[column] !== values[column]) return false
  return true
}
