/**
 * What is used of `csv-parse/browser/esm/sync`, under whose name `tsconfig.json` leads here. The types the package
 * comes with bring all of Node's along, and nothing in `shared` may see those.
 */
export interface CsvOptions {
  readonly delimiter: string
  readonly record_delimiter: readonly string[]
  readonly relax_column_count: true
  readonly skip_empty_lines: true
  /** Told each record, and the line it ends on from 1, where a CRLF within quotes counts as two. */
  readonly on_record: (record: string[], where: { readonly lines: number }) => null
}

/** @throws CsvError where a quote is out of place */
export function parse(text: string, options: CsvOptions): unknown

export class CsvError extends Error {
  readonly code: string
}
