import type { BillLine, BillSums, VatSum } from './bill.ts'

/** Nothing was used, nothing is to be paid. */
export const noSums: BillSums = { lines: [], exclMinor: 0, inclMinor: 0, vat: [] }

/** What lines come to, with the tax of each rate, the lowest first. */
export function sumsOf(lines: readonly BillLine[]): BillSums {
  const byRate = new Map<number, VatSum>()
  for (const { ratePct, exclMinor, vatMinor } of lines) {
    const sum = byRate.get(ratePct) ?? { ratePct, exclMinor: 0, vatMinor: 0 }
    byRate.set(ratePct, {
      ratePct,
      exclMinor: sum.exclMinor + exclMinor,
      vatMinor: sum.vatMinor + vatMinor,
    })
  }
  const vat = [...byRate.values()].toSorted((one, other) => one.ratePct - other.ratePct)
  const exclMinor = total(lines, 'exclMinor')
  return { lines: [...lines], exclMinor, inclMinor: exclMinor + total(lines, 'vatMinor'), vat }
}

function total(lines: readonly BillLine[], column: 'exclMinor' | 'vatMinor'): number {
  return lines.reduce((sum, line) => sum + line[column], 0)
}

/** Whether two bills say the same, line by line. */
export function sameSums(one: BillSums, other: BillSums): boolean {
  return JSON.stringify(one.lines.map(wordsOf)) === JSON.stringify(other.lines.map(wordsOf))
}

/** In one order, since a row that was stored may have another. */
function wordsOf(line: BillLine): unknown[] {
  const { kind, quantity, unit, unitPrice, from, until, ratePct, exclMinor, vatMinor } = line
  return [kind, quantity, unit, unitPrice, from, until, ratePct, exclMinor, vatMinor]
}
