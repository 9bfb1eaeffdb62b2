import type { Id } from '../../../shared/domain/id/id.ts'
import { countFates, type RowFate } from '../../../shared/domain/import/fate.ts'
import type { FileFault } from '../../../shared/domain/import/table.ts'
import type { Store } from '../store/store.ts'
import { type ImportFile, readFile, toldOf } from './file.ts'
import { inTurns } from './in-turns.ts'
import { rowsOf } from './importers.ts'
import { knownNow } from './known.ts'
import type { ReadImport } from './preview.ts'
import type { ImportRooms } from './rooms.ts'
import type { ImportsUnderWay } from './under-way.ts'

/** So many rows are decided and written in one unit of work: chargers and desks wait for none longer than that. */
export const ROWS_A_LOT = 250

export type Imported =
  | { readonly kind: 'imported'; readonly read: ReadImport & { readonly stopped: boolean } }
  | { readonly kind: 'unreadable'; readonly fault: FileFault }

export interface ImportParts {
  readonly store: Store
  readonly rooms: ImportRooms
  readonly underWay: ImportsUnderWay
}

/**
 * Brings in the good rows of a file, each decided as things are when it is written. It goes lot by lot, each lot one
 * unit of work: a hub that dies between two has the lots before on disk and nothing else, and the same file brought
 * in again does the rest, since every row is known again by its key.
 * @param id under which its progress is told and it is journalled; one is made when not given, and its progress is not told
 */
export async function applyImport(
  { store, rooms, underWay }: ImportParts,
  file: ImportFile,
  actor: string,
  id: Id | undefined,
): Promise<Imported> {
  const read = await inTurns(readFile(file))
  if ('code' in read) return { kind: 'unreadable', fault: read }
  const rows = await inTurns(rowsOf[file.kind](read, await knownNow(store.reads)))
  const running = underWay.begin(id, rows.length)
  const fates: RowFate[] = []
  try {
    while (fates.length < rows.length && running.advance(fates.length)) {
      const first = fates.length
      const lot = Math.min(ROWS_A_LOT, rows.length - first)
      const decided = await store.work(actor, (tx) => {
        const write = rows.writingTo(tx, rooms)
        return Array.from({ length: lot }, (_, index) => write(first + index))
      })
      fates.push(...decided)
    }
    const { delimiter } = read.table
    const counts = countFates(fates)
    const stopped = fates.length < rows.length
    if (counts.create + counts.change > 0)
      await store.work(actor, (tx) =>
        tx.journal({
          act: 'import.apply',
          noun: 'import',
          nounId: id ?? tx.newId(),
          after: { kind: file.kind, rows: rows.length, ...counts, stopped },
        }),
      )
    const told = { delimiter, ...toldOf(read), counts, rows: fates, stopped }
    return { kind: 'imported', read: told }
  } finally {
    running.end()
  }
}
