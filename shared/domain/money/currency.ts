/** Stripe, "Zero-decimal currencies". */
const ZERO_DECIMAL: ReadonlySet<string> = new Set(
  'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF UGX VND VUV XAF XOF XPF'.split(' '),
)
/** Stripe, "Three-decimal currencies", and the rest of them in ISO 4217. */
const THREE_DECIMAL: ReadonlySet<string> = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '))

/** Stripe, "Minimum and maximum charge amounts": what a card can't be charged less than. */
const MINIMUM_CHARGE_MINOR: ReadonlyMap<string, number> = new Map([
  ['SEK', 300],
  ['NOK', 300],
  ['DKK', 250],
  ['EUR', 50],
  ['USD', 50],
  ['GBP', 30],
])

/** The smallest coin, where it is larger than the smallest unit. */
const CASH_STEP_MINOR: ReadonlyMap<string, number> = new Map([
  ['SEK', 100],
  ['NOK', 100],
  ['DKK', 50],
  ['CHF', 5],
])

/** How many digits an amount has behind the decimal sign: 100 minor units are 1.00 where there are two. */
export function minorDigits(currency: string): 0 | 2 | 3 {
  if (ZERO_DECIMAL.has(currency)) return 0
  return THREE_DECIMAL.has(currency) ? 3 : 2
}

/** The least that Stripe charges a card, minor units; null where that isn't known. */
export function minimumChargeMinor(currency: string): number | null {
  return MINIMUM_CHARGE_MINOR.get(currency) ?? null
}

/** What cash is rounded to, minor units: the smallest coin there is. */
export function cashStepMinor(currency: string): number {
  return CASH_STEP_MINOR.get(currency) ?? 1
}
