import type { Bill, BillReason, BillRevision } from '../../../shared/domain/bill/bill.ts'
import { nextRevision, type RevisionBasis } from '../../../shared/domain/bill/revision.ts'
import { billCorrected, billPosted } from '../../../shared/domain/ledger/postings.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { post } from '../ledger/post.ts'
import type { Writes } from '../store/writes.ts'
import { changeBill } from './refresh.ts'

/** Told of a bill that has become final or void, or final once more, in the unit that makes it so. */
export type Settled = (tx: Writes, bill: Bill) => void

/** Why a bill becomes final, and what else is new about it. */
export interface Making {
  readonly reason: BillReason
  readonly note?: string
  /** Whose it is from now on; as before where it isn't told. */
  readonly customerId?: Bill['customerId']
  readonly endsAt?: Instant | null
}

/** The latest revision of a bill; null while it has never been final. */
export function lastRevision(tx: Writes, { id, revision }: Bill): BillRevision | null {
  if (revision === 0) return null
  return tx.find('billRevision', { billId: id, revision })[0] ?? null
}

/**
 * Makes a bill final, or corrects one that is: a revision that stays, an entry in the ledger of what it changes there,
 * and what is due. Where nothing would be another nothing is written.
 * @returns the bill as it now is
 */
export function makeFinal(
  tx: Writes,
  bill: Bill,
  basis: RevisionBasis,
  making: Making,
  settled: Settled,
): Bill {
  const { reason, note = '', customerId = bill.customerId, endsAt = bill.endsAt } = making
  const last = lastRevision(tx, bill)
  const isAnothers = customerId !== bill.customerId
  const draft = nextRevision(last, basis, { reason, note, isAnothers })
  if (draft === null) return bill
  const { settlement, lines, exclMinor, inclMinor, vat, energyWh, revision } = draft
  const sums = { lines, exclMinor, inclMinor, vat }
  const { id: billId, currency } = bill
  const text = [bill.plate, bill.idToken, note].filter(Boolean).join(' · ')
  const after = { customerId, currency, sums }
  const posting =
    last === null
      ? billPosted(after, { billId, text })
      : billCorrected({ customerId: bill.customerId, currency, sums: last }, after, {
          billId,
          text,
        })
  const entry = post(tx, posting)
  tx.insert('billRevision', {
    id: tx.newId(),
    billId,
    ...draft,
    ledgerEntryId: entry?.id ?? null,
    at: tx.now,
  })
  const made = changeBill(tx, bill, {
    ...sums,
    ...{ state: 'final', settlement, customerId, energyWh, revision, endsAt },
    estimatedMinor: inclMinor,
    finalAt: bill.finalAt ?? tx.now,
  })
  // The first revision is its own history.
  if (last !== null)
    tx.journal({
      act: 'bill.revise',
      noun: 'bill',
      nounId: billId,
      reason: note === '' ? reason : note,
      before: { inclMinor: bill.inclMinor, revision: bill.revision },
      after: { inclMinor, revision },
    })
  settled(tx, made)
  return tx.get('bill', billId) ?? made
}

/** Nothing is to be paid any more, and nothing was ever entered in the ledger. */
export function makeVoid(tx: Writes, bill: Bill, reason: string, settled: Settled): void {
  const { state, inclMinor } = bill
  const made = changeBill(tx, bill, {
    ...{ state: 'void', lines: [], exclMinor: 0, inclMinor: 0, vat: [] },
    ...{ energyWh: 0, estimatedMinor: 0 },
  })
  tx.journal({
    act: 'bill.void',
    noun: 'bill',
    nounId: bill.id,
    reason,
    before: { state, inclMinor },
    after: { state: 'void', inclMinor: 0 },
  })
  settled(tx, made)
}
