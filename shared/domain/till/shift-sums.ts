import { z } from 'zod'
import { amountMinor, type VatSum, vatSum } from '../bill/bill.ts'
import { paymentMeans } from '../payment/payment.ts'
import { cashOf, type TillMovement, type TillMovementKind } from './till-movement.ts'

/** What came in or went out by one means, and how often. */
export const meansSum = z.object({
  means: paymentMeans,
  currency: z.string(),
  count: z.int(),
  amountMinor: amountMinor.describe('Below zero what was given back'),
  roundingMinor: amountMinor.describe('Cash: what coins made more of it'),
})
export type MeansSum = z.infer<typeof meansSum>

/** The tax of one rate in all that was taken, less what was given back. */
export const currencyVat = vatSum.extend({ currency: z.string() })
export type CurrencyVat = z.infer<typeof currencyVat>

/** What payments made of a shift: the part of a report that any attendant may see at any time. */
export const shiftSums = z.object({
  taken: z.array(meansSum),
  refunds: z.array(meansSum).describe('Below zero; those that came back are taken off them again'),
  vat: z.array(currencyVat),
  net: z
    .array(z.object({ currency: z.string(), amountMinor }))
    .describe('Taken less given back, tax included'),
})
export type ShiftSums = z.infer<typeof shiftSums>

/** What moved in a drawer: all of it in the currency of its shift. */
export const drawerSums = z.object({
  floatMinor: amountMinor,
  takenMinor: amountMinor.describe('Cash of payments, as coins made it'),
  refundedMinor: amountMinor.describe('Below zero'),
  inMinor: amountMinor.describe('From the safe'),
  outMinor: amountMinor.describe('To safe and bank, and petty expenses; below zero'),
  roundingMinor: amountMinor.describe('What coins made more of the payments and refunds'),
  expectedMinor: amountMinor.describe('What all that comes to'),
})
export type DrawerSums = z.infer<typeof drawerSums>

/** Adds up what was taken and given back at a till. */
export function shiftSumsOf(movements: readonly TillMovement[]): ShiftSums {
  const paid = movements.filter(({ kind }) => kind === 'paymentTaken')
  const back = movements.filter(({ kind }) => kind === 'refundGiven' || kind === 'refundFailed')
  const net = new Map<string, number>()
  for (const { currency, amountMinor: minor } of [...paid, ...back])
    net.set(currency, (net.get(currency) ?? 0) + minor)
  return {
    taken: byMeans(paid),
    refunds: byMeans(back),
    vat: byRate([...paid, ...back]),
    net: [...net].map(([currency, minor]) => ({ currency, amountMinor: minor })),
  }
}

/** Adds up what moved in the drawer, without what a count found or a close took out. */
export function drawerSumsOf(movements: readonly TillMovement[]): DrawerSums {
  const sum = (kinds: readonly TillMovementKind[], fits: (minor: number) => boolean = () => true) =>
    movements
      .filter((row) => kinds.includes(row.kind) && fits(cashOf(row)))
      .reduce((total, row) => total + cashOf(row), 0)
  const floatMinor = sum(['floatTaken'])
  const takenMinor = sum(['paymentTaken'])
  const refundedMinor = sum(['refundGiven', 'refundFailed'])
  const inMinor = sum(['cashMoved'], (minor) => minor > 0)
  const outMinor = sum(['cashMoved'], (minor) => minor < 0)
  return {
    ...{ floatMinor, takenMinor, refundedMinor, inMinor, outMinor },
    roundingMinor: movements.reduce((total, row) => total + row.roundingMinor, 0),
    expectedMinor: floatMinor + takenMinor + refundedMinor + inMinor + outMinor,
  }
}

function byMeans(movements: readonly TillMovement[]): MeansSum[] {
  const sums = new Map<string, MeansSum>()
  for (const { means, currency, amountMinor: minor, roundingMinor } of movements) {
    const key = `${means} ${currency}`
    const known = sums.get(key)
    sums.set(key, {
      ...{ means, currency },
      count: (known?.count ?? 0) + 1,
      amountMinor: (known?.amountMinor ?? 0) + minor,
      roundingMinor: (known?.roundingMinor ?? 0) + roundingMinor,
    })
  }
  return paymentMeans.options.flatMap((means) =>
    [...sums.values()].filter((row) => row.means === means),
  )
}

function byRate(movements: readonly TillMovement[]): CurrencyVat[] {
  const sums = new Map<string, CurrencyVat>()
  for (const { currency, vat } of movements)
    for (const row of vat) {
      const key = `${currency} ${row.ratePct}`
      const known: VatSum = sums.get(key) ?? { ratePct: row.ratePct, exclMinor: 0, vatMinor: 0 }
      const exclMinor = known.exclMinor + row.exclMinor
      const vatMinor = known.vatMinor + row.vatMinor
      sums.set(key, { currency, ratePct: row.ratePct, exclMinor, vatMinor })
    }
  return [...sums.values()].sort((one, other) => other.ratePct - one.ratePct)
}
