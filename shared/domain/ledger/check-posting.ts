import { parseAccount } from './account.ts'
import type { LedgerLine, Posting } from './entry.ts'

/** Why lines can't be entered. */
export type LedgerRefusal =
  /** The lines of that currency sum to something else than zero. */
  | { readonly code: 'unbalanced'; readonly currency: string; readonly offMinor: number }
  /** Not an amount of whole minor units, or one of zero. */
  | { readonly code: 'badAmount'; readonly account: string; readonly amountMinor: number }
  | { readonly code: 'badCurrency'; readonly currency: string }
  | { readonly code: 'noSuchAccount'; readonly account: string }
  | { readonly code: 'noLines' }

/** Why a posting can't be entered; null when it can. */
export function checkPosting({ lines }: Pick<Posting, 'lines'>): LedgerRefusal | null {
  if (lines.length === 0) return { code: 'noLines' }
  for (const { account, amountMinor, currency } of lines) {
    if (!Number.isSafeInteger(amountMinor) || amountMinor === 0)
      return { code: 'badAmount', account, amountMinor }
    if (!/^[A-Z]{3}$/.test(currency)) return { code: 'badCurrency', currency }
    if (parseAccount(account) === null) return { code: 'noSuchAccount', account }
  }
  for (const [currency, offMinor] of sumsOf(lines))
    if (offMinor !== 0n) return { code: 'unbalanced', currency, offMinor: Number(offMinor) }
  return null
}

/** What lines sum to in each currency. Exact: sums of many integers may outgrow a double. */
export function sumsOf(lines: readonly LedgerLine[]): Map<string, bigint> {
  const sums = new Map<string, bigint>()
  for (const { amountMinor, currency } of lines)
    sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(amountMinor))
  return sums
}
