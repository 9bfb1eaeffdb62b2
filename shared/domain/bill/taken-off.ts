import { rational, roundHalfUp } from '../money/rational.ts'
import { spread } from '../money/spread.ts'
import type { Bill, BillLine, VatSum } from './bill.ts'

/**
 * What giving so much back would leave due again on the bill, minor units: what was paid too much is due to nobody, and
 * before the stay is over nothing is.
 */
export function dueAgainMinor(
  minor: number,
  {
    state,
    settlement,
    dueMinor,
    inclMinor,
  }: Pick<Bill, 'state' | 'settlement' | 'dueMinor' | 'inclMinor'>,
): number {
  if (state !== 'final' || settlement !== 'pay') return 0
  return Math.min(inclMinor, Math.max(0, minor + Math.min(0, dueMinor)))
}

/**
 * A part of what is billed, tax included, with the tax of each rate in the proportion of the whole. The sums are exact:
 * the part of all is all, and no rate's net or tax comes to more than it is.
 * @param minor at most what all rates with something to be paid come to
 */
export function partOf(vat: readonly VatSum[], minor: number): VatSum[] {
  const sums = vat.filter((sum) => inclOf(sum) > 0)
  const allMinor = totalOf(sums)
  if (minor <= 0 || allMinor === 0) return []
  const shares = sums.map((sum) => rational(BigInt(inclOf(sum)) * BigInt(minor), BigInt(allMinor)))
  return spread(minor, shares).flatMap((partMinor, index) => {
    const sum = sums[index]
    if (sum === undefined || partMinor === 0) return []
    const net = rational(BigInt(sum.exclMinor) * BigInt(partMinor), BigInt(inclOf(sum)))
    const exclMinor = roundHalfUp(net)
    return [{ ratePct: sum.ratePct, exclMinor, vatMinor: partMinor - exclMinor }]
  })
}

/** The lines that take so much off a bill, or put it back on. */
export function linesOf(vat: readonly VatSum[], how: 'takenOff' | 'putBack'): BillLine[] {
  const sign = how === 'takenOff' ? -1 : 1
  return vat.map(({ ratePct, exclMinor, vatMinor }) => ({
    kind: 'adjustment',
    ...{ quantity: null, unit: null, unitPrice: null, from: null, until: null },
    ratePct,
    exclMinor: signed(sign, exclMinor),
    vatMinor: signed(sign, vatMinor),
  }))
}

/**
 * What of it still is off the bill, and can be put back: a stay that was priced lower meanwhile had less to be taken
 * off, since no bill goes below zero.
 */
export function stillOff(takenOff: readonly VatSum[], corrections: readonly BillLine[]): VatSum[] {
  const offMinor = corrections.reduce((sum, line) => sum + Math.max(0, -inclOf(line)), 0)
  return partOf(takenOff, Math.min(offMinor, totalOf(takenOff)))
}

function totalOf(vat: readonly VatSum[]): number {
  return vat.reduce((sum, one) => sum + inclOf(one), 0)
}

function inclOf({ exclMinor, vatMinor }: Pick<VatSum, 'exclMinor' | 'vatMinor'>): number {
  return exclMinor + vatMinor
}

/** Not minus zero, which a text would keep as another number. */
function signed(sign: 1 | -1, minor: number): number {
  return minor === 0 ? 0 : sign * minor
}
