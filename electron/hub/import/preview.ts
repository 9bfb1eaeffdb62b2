import { setImmediate } from 'node:timers/promises'
import { countFates, type FateCounts, type RowFate } from '../../../shared/domain/import/fate.ts'
import { ROWS_A_TURN } from '../../../shared/domain/import/in-turns.ts'
import type { ColumnMapping } from '../../../shared/domain/import/mapping.ts'
import type { FileFault } from '../../../shared/domain/import/table.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Promises } from '../promises.ts'
import type { Reads } from '../store/reads.ts'
import { type ImportFile, readFile, toldOf } from './file.ts'
import { inTurns } from './in-turns.ts'
import { rowsOf } from './importers.ts'
import { knownNow } from './known.ts'

/** A file as it was read, and what becomes of its rows. */
export interface ReadImport {
  readonly delimiter: string
  readonly header: string[]
  readonly sample: string[]
  readonly mapping: ColumnMapping
  readonly counts: FateCounts
  readonly rows: RowFate[]
}

export type Previewed =
  | { readonly kind: 'previewed'; readonly read: ReadImport }
  | { readonly kind: 'unreadable'; readonly fault: FileFault }

/** What would become of every row of a file, as things are; nothing is written. */
export async function previewImport(
  reads: Reads,
  promises: Promises,
  file: ImportFile,
  now: Instant,
): Promise<Previewed> {
  const read = await inTurns(readFile(file))
  if ('code' in read) return { kind: 'unreadable', fault: read }
  const rows = await inTurns(rowsOf[file.kind](read, await knownNow(reads)))
  const fateOf = await rows.lookingAt(reads, promises, now)
  const fates: RowFate[] = []
  for (let index = 0; index < rows.length; index += 1) {
    fates.push(fateOf(index))
    if (index % ROWS_A_TURN === ROWS_A_TURN - 1) await setImmediate()
  }
  const { delimiter } = read.table
  const told = { delimiter, ...toldOf(read), counts: countFates(fates), rows: fates }
  return { kind: 'previewed', read: told }
}
