import type { WrittenDown } from '../../../shared/contract/ledger.ts'
import type { LedgerEntry, Posting } from '../../../shared/domain/ledger/entry.ts'
import { safeBanked, terminalSettled } from '../../../shared/domain/ledger/till-postings.ts'
import type { Writes } from '../store/writes.ts'
import { post } from './post.ts'

/**
 * Enters what an accountant has written down, with a line in the journal.
 * @returns null where a fee is told that nobody keeps
 */
export function writeDown(tx: Writes, told: WrittenDown): LedgerEntry | null {
  if (told.what !== 'terminalSettled' && told.feeMinor !== 0) return null
  const [site] = tx.find('site', {})
  const entry = post(tx, postingOf(told, told.currency ?? site?.currency ?? 'SEK'))
  if (entry === null) throw new Error('An amount above zero makes lines.')
  const { what, reference: reason } = told
  tx.journal({ act: `ledger.${what}`, noun: 'ledgerEntry', nounId: String(entry.id), reason })
  return entry
}

function postingOf(
  { what, amountMinor, feeMinor, reference: text }: WrittenDown,
  currency: string,
): Posting {
  switch (what) {
    case 'terminalSettled':
      return terminalSettled({ currency, amountMinor, feeMinor, text })
    case 'safeToBank':
      return safeBanked({ currency, amountMinor, text })
    case 'bankToSafe':
      return safeBanked({ currency, amountMinor: -amountMinor, text })
  }
}
