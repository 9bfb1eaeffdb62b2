import type { BookFile } from '../../../shared/domain/accounting/book-file.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { type Outlet, Cancelled } from '../report/write-report.ts'
import type { Written } from '../report/task.ts'
import { kyselyOver } from '../store/dialect.ts'
import { type Reads, readsOver } from '../store/reads.ts'
import type { Sqlite } from '../store/sqlite.ts'
import { cdrFile } from './cdr-file.ts'
import type { FilePiece } from './file-piece.ts'
import { invoicesFile } from './invoices-file.ts'
import { Obstructed, obstacleTo } from './obstacle.ts'
import { sieFile } from './sie-file.ts'

/** A file for other books, and which version of the program hands it over. */
export type BookFileSpec = BookFile & { readonly version: string }

/**
 * Writes a file for other books. What is in memory doesn't grow with it.
 * @throws Cancelled when the signal says so, and Obstructed before anything is written
 */
export async function writeBooks(
  sqlite: Sqlite,
  { spec, now }: { readonly spec: BookFileSpec; readonly now: Instant },
  { take, told, signal }: Outlet,
): Promise<Written> {
  const reads = readsOver(sqlite, kyselyOver(sqlite), async () => undefined)
  const obstacle = await obstacleTo(reads, spec)
  if (obstacle !== null) throw new Obstructed(obstacle)
  let [rows, bytes] = [0, 0]
  for await (const piece of piecesOf(reads, spec, now)) {
    if (signal.aborted) throw new Cancelled()
    rows = piece.rows
    bytes += piece.bytes.length
    if (piece.bytes.length > 0) await take(piece.bytes)
    told({ rows, ofRows: null, bytes })
  }
  if (signal.aborted) throw new Cancelled()
  return { rows, bytes }
}

function piecesOf(reads: Reads, spec: BookFileSpec, now: Instant): AsyncIterable<FilePiece> {
  switch (spec.kind) {
    case 'sie':
      return sieFile(reads, spec, { now, version: spec.version })
    case 'cdr':
      return cdrFile(reads, spec)
    case 'invoices':
      return invoicesFile(reads, spec)
  }
}

/** Whether a file is one for other books, and not a report. */
export function isBookFile<T extends { readonly kind: string }>(
  spec: T | BookFileSpec,
): spec is BookFileSpec {
  return spec.kind === 'sie' || spec.kind === 'cdr' || spec.kind === 'invoices'
}
