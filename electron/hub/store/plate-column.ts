/**
 * A column's plate as `plateKey` compares plates, in SQL: spelled as in the indices of 0014, so that SQLite uses them.
 * Other than ASCII letters it tells apart by case.
 */
export function plateColumn(column: string): string {
  return `upper(replace(replace(replace(replace(${column}, ' ', ''), '-', ''), '.', ''), '·', ''))`
}
