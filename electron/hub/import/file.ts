import type { Fields } from '../../../shared/domain/import/field.ts'
import type { Turns } from '../../../shared/domain/import/in-turns.ts'
import type { ImportKind } from '../../../shared/domain/import/kind.ts'
import { fieldsOf } from '../../../shared/domain/import/kinds.ts'
import {
  type ColumnMapping,
  guessMapping,
  unmappedFields,
} from '../../../shared/domain/import/mapping.ts'
import {
  type FileFault,
  isTable,
  readTable,
  type Table,
} from '../../../shared/domain/import/table.ts'

/** A file as it is handed in. */
export interface ImportFile {
  readonly kind: ImportKind
  readonly text: string
  readonly delimiter?: string | undefined
  readonly mapping?: ColumnMapping | undefined
}

/** A file that was read, and which column holds what. */
export interface ReadFile {
  readonly table: Table
  readonly mapping: ColumnMapping
}

/** Reads a file, and guesses its columns where nobody has said which is whose. */
export function* readFile(file: ImportFile): Turns<ReadFile | FileFault> {
  const table = yield* readTable(file.text, file.delimiter)
  if (!isTable(table)) return table
  const fields: Fields = fieldsOf[file.kind]
  const mapping = file.mapping ?? guessMapping(fields, table.header)
  const unmapped = unmappedFields(fields, mapping, table)
  if (unmapped.length > 0)
    return { code: 'unmapped', fields: unmapped, ...toldOf({ table, mapping }) }
  return { table, mapping }
}

/** What of a file is told to whoever chooses its columns. */
export function toldOf({ table, mapping }: ReadFile) {
  const { header, rows } = table
  return { header: [...header], sample: [...(rows[0]?.cells ?? [])], mapping }
}
