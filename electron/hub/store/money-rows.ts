import type { BillReason } from '../../../shared/domain/bill/bill.ts'
import type { StayMark } from '../../../shared/domain/bill/stay-mark.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Account } from '../../../shared/domain/ledger/account.ts'
import type { EntryKind, EntrySubject } from '../../../shared/domain/ledger/entry.ts'
import type { Instant } from '../../../shared/time/instant.ts'

// Rows behind bills, payments and the ledger that no desk sees as such.

/**
 * Something that was told of a connector and that a stay is billed by: a status, or that the site itself lets its car
 * wait. Its key is its content, so the same told again is there already.
 */
export interface StayMarkRow extends StayMark {
  stationId: Id
  connectorId: number
}

/** Up to which transaction all that are to be billed have their bill. */
export interface BillingRow {
  id: 'billing'
  ocppTransactionId: number
}

/** A finished transaction of which more was told, so that its bill is to be looked at again. */
export interface LateStayRow {
  /** The transaction's own id. */
  id: Id
  reason: BillReason
}

/** An event of Stripe's that was taken in; it may come again. */
export interface StripeEventRow {
  /** Stripe's id. */
  id: string
  type: string
  createdAt: Instant
  takenAt: Instant
}

/** An entry of the ledger, without its lines. Rows are added by `ledger/post.ts` alone and never change. */
export interface LedgerEntryRow extends EntrySubject {
  /** Consecutive from 1. */
  id: number
  at: Instant
  kind: EntryKind
  actor: string
  text: string
  previousHash: string
  hash: string
}

export interface LedgerLineRow {
  entryId: number
  /** From 1, in the order that the entry's hash has them in. */
  place: number
  account: Account
  amountMinor: number
  currency: string
}

/** What an account's lines of a week come to; the database itself adds to it. */
export interface LedgerSumRow {
  account: Account
  currency: string
  /** Whole weeks since 1970-01-01 UTC. */
  week: number
  debitMinor: number
  creditMinor: number
}

/** Where the ledger's chain ends; the database itself moves it on. */
export interface LedgerHeadRow {
  id: 'ledger'
  lastId: number
  lastHash: string
}
