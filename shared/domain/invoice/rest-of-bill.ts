import type { Bill, VatSum } from '../bill/bill.ts'
import { partOf } from '../bill/taken-off.ts'
import type { InvoiceLine } from './invoice.ts'

/** What amounts by rate come to, tax included. */
export function inclOf(vat: readonly VatSum[]): number {
  return vat.reduce((sum, { exclMinor, vatMinor }) => sum + exclMinor + vatMinor, 0)
}

export function exclOf(vat: readonly VatSum[]): number {
  return vat.reduce((sum, { exclMinor }) => sum + exclMinor, 0)
}

/** Amounts by rate, added up or taken off each other; rates that come to nothing are left out, the lowest is first. */
export function vatAdded(
  one: readonly VatSum[],
  other: readonly VatSum[],
  sign: 1 | -1 = 1,
): VatSum[] {
  const byRate = new Map<number, VatSum>(one.map((sum) => [sum.ratePct, sum]))
  for (const { ratePct, exclMinor, vatMinor } of other) {
    const known = byRate.get(ratePct) ?? { ratePct, exclMinor: 0, vatMinor: 0 }
    byRate.set(ratePct, {
      ratePct,
      exclMinor: known.exclMinor + sign * exclMinor,
      vatMinor: known.vatMinor + sign * vatMinor,
    })
  }
  return [...byRate.values()]
    .filter(({ exclMinor, vatMinor }) => exclMinor !== 0 || vatMinor !== 0)
    .toSorted((a, b) => a.ratePct - b.ratePct)
}

/**
 * What of a bill is still to be invoiced, by rate; below zero is to be credited. What was paid of it otherwise, such as
 * beforehand with a card, is not invoiced: of each rate its share.
 * @param lines all that invoices and credit notes have of the bill
 */
export function restOfBill(
  { vat, inclMinor, paidMinor }: Pick<Bill, 'vat' | 'inclMinor' | 'paidMinor'>,
  lines: readonly Pick<InvoiceLine, 'vat' | 'inclMinor'>[],
): VatSum[] {
  const invoicedMinor = lines.reduce((sum, line) => sum + line.inclMinor, 0)
  const otherwiseMinor = Math.min(inclMinor, Math.max(0, paidMinor - invoicedMinor))
  let rest = vatAdded(vat, partOf(vat, otherwiseMinor), -1)
  for (const line of lines) rest = vatAdded(rest, line.vat, -1)
  return rest
}
