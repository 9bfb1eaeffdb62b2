import { chained, storableText } from '../../../shared/domain/ledger/chain.ts'
import { checkPosting } from '../../../shared/domain/ledger/check-posting.ts'
import type { LedgerEntry, Posting } from '../../../shared/domain/ledger/entry.ts'
import type { Writes } from '../store/writes.ts'
import { sha256 } from './sha256.ts'

/**
 * Enters a posting within the caller's unit of work: it is in the ledger when the unit is on disk, and never was when
 * the unit fails. Who writes a row whose money moves posts in the same unit. What lets people enter amounts of their
 * own asks `checkPosting` first.
 * @returns the entry; null for a posting without lines, such as a correction that corrects nothing
 * @throws for a posting that can't be entered, which is a bug; the unit must fail with it
 */
export function post(tx: Writes, posting: Posting): LedgerEntry | null {
  const { kind, billId, paymentId, refundId, payoutId, disputeId, lines } = posting
  if (lines.length === 0) return null
  const refusal = checkPosting(posting)
  if (refusal !== null)
    throw new TypeError(`A ${kind} can't be entered: ${JSON.stringify(refusal)}`)
  const { lastId, lastHash: previousHash } = headOf(tx)
  const entryId = lastId + 1
  const [actor, text] = [storableText(tx.actor), storableText(posting.text)]
  const subject = { billId, paymentId, refundId, payoutId, disputeId }
  const told = { id: entryId, at: tx.now, kind, ...subject, actor, text, previousHash }
  const entry = chained(sha256, { ...told, lines })
  // Lines first: the database refuses an entry whose lines don't sum to zero, and lines that come later.
  for (const [index, { account, amountMinor, currency }] of lines.entries())
    tx.insert('ledgerLine', { entryId, place: index + 1, account, amountMinor, currency })
  tx.insert('ledgerEntry', { ...told, hash: entry.hash })
  return entry
}

/**
 * Where the chain ends, within the unit. It is read from the database each time: kept in memory it could outlive a
 * unit that was taken back.
 */
function headOf(tx: Writes): { lastId: number; lastHash: string } {
  const head = tx.get('ledgerHead', 'ledger')
  if (head === undefined) throw new Error('The ledger has lost its end.')
  return head
}
