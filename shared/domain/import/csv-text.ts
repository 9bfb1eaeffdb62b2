/** What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection"). */
const FORMULA = /^[=+\-@\t\r]/

/** A cell that no spreadsheet takes for a formula: where one would, an apostrophe goes before it. */
export function harmless(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell
}

/** Rows as CSV (RFC 4180), each ended by CRLF; cells are quoted where they have to be. */
export function csvText(rows: Iterable<readonly string[]>, delimiter: string): string {
  const special = new RegExp(`[${delimiter}"\\r\\n]|^\\s|\\s$`)
  const cellText = (cell: string): string =>
    special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  let text = ''
  for (const row of rows) {
    // A lone empty cell would be an empty line, which readers leave out.
    const only = row.length === 1 && row[0] === ''
    text += `${only ? '""' : row.map(cellText).join(delimiter)}\r\n`
  }
  return text
}
