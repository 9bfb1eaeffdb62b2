import type { LedgerEntry } from './entry.ts'

/** SHA-256 of a text's UTF-8, hex; handed in, since nothing here knows Node. */
export type Sha256 = (text: string) => string

/** What the first entry follows. */
export const FIRST_PREVIOUS_HASH = '0'.repeat(64)

/** An entry without its own hash. */
export type Unhashed = Omit<LedgerEntry, 'hash'>

/**
 * The text whose hash is the entry's: a JSON array of its fields in a fixed order, lines last. No two entries that
 * differ have the same text, since JSON says where each string ends. Never to be changed: every chain hangs on it.
 */
export function canonicalText(entry: Unhashed): string {
  return JSON.stringify([
    entry.id,
    entry.at,
    entry.kind,
    entry.billId,
    entry.paymentId,
    entry.refundId,
    entry.payoutId,
    entry.disputeId,
    entry.actor,
    entry.text,
    entry.previousHash,
    entry.lines.map(({ account, amountMinor, currency }) => [account, amountMinor, currency]),
  ])
}

/**
 * A text as it comes back from the database, or the hash wouldn't fit: what isn't well-formed Unicode is lost there, and
 * what follows a NUL. The replacement character goes too, since bytes that were tampered with are read as one.
 */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll(/[\0\ufffd]/g, '?')
}

/** The entry with its hash, which hangs on the entry before through `previousHash`. */
export function chained(sha256: Sha256, entry: Unhashed): LedgerEntry {
  return { ...entry, hash: sha256(canonicalText(entry)) }
}
