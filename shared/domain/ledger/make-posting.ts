import type { Account } from './account.ts'
import type { EntryKind, EntrySubject, LedgerLine, Posting } from './entry.ts'

/** A posting of these lines: those of the same account become one, and those that come to nothing go. */
export function posting(
  kind: EntryKind,
  subject: Partial<EntrySubject>,
  lines: readonly LedgerLine[],
  text = '',
): Posting {
  const merged = new Map<string, LedgerLine>()
  for (const line of lines) {
    const key = `${line.account} ${line.currency}`
    const amountMinor = (merged.get(key)?.amountMinor ?? 0) + line.amountMinor
    merged.set(key, { ...line, amountMinor })
  }
  return {
    kind,
    billId: subject.billId ?? null,
    paymentId: subject.paymentId ?? null,
    refundId: subject.refundId ?? null,
    payoutId: subject.payoutId ?? null,
    disputeId: subject.disputeId ?? null,
    text,
    lines: [...merged.values()].filter(({ amountMinor }) => amountMinor !== 0),
  }
}

/** The two lines of an amount that goes from one account to another; below zero it goes the other way. */
export function transfer(
  to: Account,
  from: Account,
  { currency, amountMinor }: { readonly currency: string; readonly amountMinor: number },
): LedgerLine[] {
  return [
    { account: to, amountMinor, currency },
    { account: from, amountMinor: -amountMinor, currency },
  ]
}
