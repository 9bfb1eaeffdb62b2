import { invalid } from '../http/refused.ts'

/** Currencies without a minor unit (Stripe documentation, "Zero-decimal currencies"). */
const zeroDecimal = new Set(
  'bif clp djf gnf jpy kmf krw mga pyg rwf ugx vnd vuv xaf xof xpf'.split(' '),
)

/** The least that may be charged, in minor units (Stripe documentation, "Minimum and maximum charge amounts"). */
const leastMinor: Record<string, number> = {
  aed: 200,
  aud: 50,
  bgn: 100,
  brl: 50,
  cad: 50,
  chf: 50,
  czk: 1500,
  dkk: 250,
  eur: 50,
  gbp: 30,
  hkd: 400,
  huf: 17_500,
  inr: 50,
  isk: 100,
  jpy: 50,
  mxn: 1000,
  myr: 200,
  nok: 300,
  nzd: 50,
  pln: 200,
  ron: 200,
  sek: 300,
  sgd: 50,
  thb: 1000,
  usd: 50,
}

const symbols: Record<string, string> = {
  dkk: 'kr',
  eur: '€',
  gbp: '£',
  jpy: '¥',
  nok: 'kr',
  sek: 'kr',
  usd: '$',
}
const MOST_MINOR = 99_999_999

/** An amount as Stripe's messages write it: `kr3.00`. */
export function written(amountMinor: number, currency: string): string {
  const symbol = symbols[currency] ?? ''
  if (zeroDecimal.has(currency)) return `${symbol}${amountMinor}`
  const whole = Math.trunc(amountMinor / 100)
  return `${symbol}${whole}.${String(amountMinor % 100).padStart(2, '0')}`
}

/**
 * A currency in lower case.
 * @throws Refused when Stripe takes none such
 */
export function checkedCurrency(currency: string): string {
  const lower = currency.toLowerCase()
  if (lower in leastMinor || zeroDecimal.has(lower)) return lower
  const known = [...new Set([...Object.keys(leastMinor), ...zeroDecimal])].sort().join(', ')
  throw invalid(
    `Invalid currency: ${lower}. Stripe currently supports these currencies: ${known}`,
    { param: 'currency' },
  )
}

/**
 * Lets an amount pass that may be charged.
 * @throws Refused with `amount_too_small` or `amount_too_large`
 */
export function checkAmount(amountMinor: number, currency: string, param = 'amount'): void {
  const least = leastMinor[currency] ?? 1
  if (amountMinor < 1) {
    throw invalid('This value must be greater than or equal to 1.', {
      code: 'parameter_invalid_integer',
      param,
    })
  }
  if (amountMinor < least) {
    throw invalid(`Amount must be at least ${written(least, currency)} ${currency}`, {
      code: 'amount_too_small',
      param,
    })
  }
  if (amountMinor > MOST_MINOR) {
    throw invalid(`Amount must be no more than ${written(MOST_MINOR, currency)} ${currency}`, {
      code: 'amount_too_large',
      param,
    })
  }
}
