import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** A cell as the spreadsheet has it. */
export interface SheetCell {
  /** ODF 1.3 §19.385: float, date, string …; empty for an empty cell. */
  readonly type: string
  /** A float's or a date's value, else the text. */
  readonly value: string
  readonly hasFormula: boolean
}

/** How a person has the file opened: the separator and the language that numbers are read in. */
export interface Opening {
  readonly separator: ';' | ','
  readonly language: 'sv' | 'en'
}

/** Windows' numbers of Swedish and of American English, as the filter wants them. */
const languages = { sv: 1_053, en: 1_033 } as const
const UTF_8 = 76

/**
 * Opens CSV files as a spreadsheet, with all its guessing on (LibreOffice, "Filter Options for CSV": separator, quotation
 * mark, character set, first line, formats, language, quoted as text, special numbers).
 * @returns their rows by file name
 */
export function openedSheets(
  office: string,
  files: readonly string[],
  { separator, language }: Opening,
  workDir: string,
): Map<string, SheetCell[][]> {
  const out = join(workDir, `${language}-${separator.charCodeAt(0)}`)
  mkdirSync(out, { recursive: true })
  const options = [separator.charCodeAt(0), 34, UTF_8, 1, '', languages[language], 'false', 'true']
  execFileSync(
    office,
    [
      `-env:UserInstallation=${pathToFileURL(join(workDir, 'profile')).href}`,
      ...['--headless', `--infilter=CSV:${options.join(',')}`, '--convert-to', 'fods'],
      ...['--outdir', out, ...files],
    ],
    { stdio: 'pipe', timeout: 240_000 },
  )
  return new Map(
    files.map((file) => {
      const name = basename(file, '.csv')
      return [name, rowsOf(readFileSync(join(out, `${name}.fods`), 'utf8'))]
    }),
  )
}

function rowsOf(document: string): SheetCell[][] {
  const table = /<table:table [\s\S]*?<\/table:table>/.exec(document)?.[0] ?? ''
  const rows: SheetCell[][] = []
  for (const [, attributes = '', content = ''] of table.matchAll(
    /<table:table-row([^>]*)>([\s\S]*?)<\/table:table-row>/g,
  )) {
    const row = cellsOf(content)
    // Below the last row stands one for all that are empty.
    if (row.every(({ type }) => type === '')) continue
    for (let times = repeated(attributes, 'rows'); times > 0; times -= 1) rows.push(row)
  }
  return rows
}

function cellsOf(row: string): SheetCell[] {
  const cells: SheetCell[] = []
  for (const [, attributes = '', , content = ''] of row.matchAll(
    /<table:table-cell((?:[^>"]|"[^"]*")*?)(\/>|>([\s\S]*?)<\/table:table-cell>)/g,
  )) {
    const type = attribute(attributes, 'office:value-type') ?? ''
    const told = attribute(attributes, 'office:value') ?? attribute(attributes, 'office:date-value')
    const cell = {
      type,
      value: told ?? textOf(content),
      hasFormula: attributes.includes('formula'),
    }
    const times = repeated(attributes, 'columns')
    // Behind the last cell stands one for all that are empty.
    for (let time = 0; time < Math.min(times, 200); time += 1) cells.push(cell)
  }
  return cells
}

function repeated(attributes: string, what: 'rows' | 'columns'): number {
  return Number(attribute(attributes, `table:number-${what}-repeated`) ?? 1)
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1]
}

/** The text of a cell: a paragraph a line, spaces that follow each other counted (ODF 1.3 §6.1.2). */
function textOf(content: string): string {
  return [...content.matchAll(/<text:p(?:\/>|[^>]*>([\s\S]*?)<\/text:p>)/g)]
    .map(([, paragraph = '']) =>
      paragraph
        .replaceAll(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count: string | undefined) =>
          ' '.repeat(Number(count ?? 1)),
        )
        .replaceAll(/<text:tab\/>/g, '\t')
        .replaceAll(/<text:line-break\/>/g, '\n')
        .replaceAll(/<[^>]*>/g, ''),
    )
    .join('\n')
    .replaceAll(
      /&(#x?[0-9a-fA-F]+|\w+);/g,
      (whole, name: string) => entities[name] ?? coded(name, whole),
    )
}

const entities: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" },
}

function coded(name: string, whole: string): string {
  if (!name.startsWith('#')) return whole
  const isHex = name.startsWith('#x')
  return String.fromCodePoint(Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10))
}
