import { minorDigits } from '../money/currency.ts'

/**
 * Notes and coins in use, major units, the largest first: Riksbanken, ECB, Norges Bank, Danmarks Nationalbank (without
 * the 1,000 note, invalid since 31 May 2025), Bank of England and Royal Mint, U.S. Currency Education Program and Mint.
 */
const inUse: Readonly<Record<string, readonly number[]>> = {
  SEK: [1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1],
  NOK: [1_000, 500, 200, 100, 50, 20, 10, 5, 1],
  DKK: [500, 200, 100, 50, 20, 10, 5, 2, 1, 0.5],
  EUR: [500, 200, 100, 50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01],
  GBP: [50, 20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01],
  USD: [100, 50, 20, 10, 5, 2, 1, 0.5, 0.25, 0.1, 0.05, 0.01],
}

/** How many values a currency is counted in that nobody has listed: 1, 2, 5, 10, … of its smallest unit. */
const UNLISTED_VALUES = 15

/**
 * The notes and coins of a currency, minor units, the largest first.
 * @param listed the site's own lists by currency, which come before what is known here
 */
export function denominationsOf(
  currency: string,
  listed: Readonly<Record<string, readonly number[]>> = {},
): readonly number[] {
  const own = listed[currency]
  if (own && own.length > 0) return own.toSorted((one, other) => other - one)
  const known = inUse[currency]
  if (known) return known.map((major) => Math.round(major * 10 ** minorDigits(currency)))
  return Array.from({ length: UNLISTED_VALUES }, (_, at) => stepOf(at)).toReversed()
}

function stepOf(at: number): number {
  return ([1, 2, 5][at % 3] ?? 1) * 10 ** Math.floor(at / 3)
}
