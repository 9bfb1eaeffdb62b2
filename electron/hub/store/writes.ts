import type { Id } from '../../../shared/domain/id/id.ts'
import type { JournalEntry } from '../../../shared/domain/journal/journal.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Addition, AdditionTable, FigureTable } from './deferrable.ts'
import type { Lookups } from './reads.ts'
import type { Keyed, NewRow, Rows, SqlValue, Table } from './tables.ts'

/** What a unit of work writes through. It is good until the unit returns: a unit waits for nothing. */
export interface Writes extends Lookups {
  /** When the unit began, by the hub's clock. */
  readonly now: Instant
  /** Who does it, as the journal has it. */
  readonly actor: string
  newId(): Id
  /**
   * The row with these values, of which there can be only one. Once found it is found again without asking the
   * database, as long as it still has them.
   */
  one<T extends FigureTable>(table: T, unique: Partial<Rows[T]>): Rows[T] | undefined
  /** Adds a row; `ignored` when one with the same unique content is there already. Returns its number for numbered tables. */
  insert<T extends Table>(table: T, row: NewRow<T>): number
  insertOrIgnore<T extends Table>(table: T, row: NewRow<T>): boolean
  /**
   * Adds a row that is on disk with the unit and in its table a moment later; whoever asks the table meanwhile finds
   * it there all the same. What there is already under its key stays, or takes it in, see `deferrable.ts`.
   */
  defer<T extends AdditionTable>(table: T, row: Addition<T>): void
  /** Puts all that was deferred by earlier units in its place, for a unit that changes such rows. */
  placeDeferred(): void
  /**
   * Changes the named columns of the row with that id and returns the whole row; undefined when there is none.
   * A column given as undefined stays as it is.
   */
  update<T extends Keyed>(table: T, rowId: Rows[T]['id'], patch: Patch<T>): Rows[T] | undefined
  /**
   * Changes a row that this unit has read and returns it whole. Hot paths' way: nothing is read again, so the row
   * must be as the unit last saw it. A change of nothing but figures (see `deferrable.ts`) reaches its table a moment
   * later.
   */
  change<T extends Keyed>(table: T, row: Rows[T], patch: Patch<T>): Rows[T]
  remove<T extends Keyed>(table: T, rowId: Rows[T]['id']): boolean
  /** Writes a line in the journal under the unit's actor. */
  journal(entry: JournalLine): void
  /** Something to do once the unit is on disk; never when it fails. It must not throw. */
  afterCommit(effect: () => void): void
  /** Hot paths' own SQL, prepared once: rows as stored. It mustn't touch a table that has figures. */
  sql(statement: string, parameters: readonly SqlValue[]): Record<string, unknown>[]
}

export type Patch<T extends Keyed> = { [C in keyof Rows[T]]?: Rows[T][C] | undefined }

export type JournalLine = Pick<JournalEntry, 'act' | 'noun' | 'nounId'> &
  Partial<Pick<JournalEntry, 'reason' | 'before' | 'after'>>

/** A row that a unit changed: whole as it now is, or null when it is gone. */
export interface RowChange {
  table: Table
  id: string
  row: unknown
}
