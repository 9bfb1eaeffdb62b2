import { minimumChargeMinor } from '../money/currency.ts'
import type { HouseRules } from './house-rules.ts'
import type { VisitPays } from './visit.ts'

/**
 * What is to be paid while booking, minor units: the part of the price that the house rules name, rounded up to whole minor
 * units; nothing where it is paid at the desk, and nothing where it is less than a card can be charged.
 * @param priceMinor of the whole visit; null where no price is set
 */
export function depositOf(
  priceMinor: number | null,
  currency: string,
  pays: VisitPays,
  { depositPct }: Pick<HouseRules, 'depositPct'>,
): number {
  if (priceMinor === null || pays === 'atDesk') return 0
  const partMinor = Math.ceil((priceMinor * depositPct) / 100)
  return partMinor >= (minimumChargeMinor(currency) ?? 1) ? partMinor : 0
}
