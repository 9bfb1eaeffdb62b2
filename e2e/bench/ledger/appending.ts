import { DatabaseSync } from 'node:sqlite'
import { post } from '../../../electron/hub/ledger/post.ts'
import type { Store } from '../../../electron/hub/store/store.ts'
import type { Posting } from '../../../shared/domain/ledger/entry.ts'
import { momentOf, postingOf } from './year-of-postings.ts'

/** Units that wait for the disk at once: as many as the hub commits together at most. */
const TOGETHER = 300

/**
 * Enters these through the hub's store, each in a unit of its own, every answer only once it is on disk.
 * @returns ms
 */
export async function appendOwn(
  store: Store,
  time: { now: number },
  from: number,
  until: number,
): Promise<number> {
  const postings = range(from, until).map(postingOf)
  const began = performance.now()
  for (let at = 0; at < postings.length; at += TOGETHER) {
    time.now = momentOf(from + at)
    const group = postings.slice(at, at + TOGETHER)
    await Promise.all(group.map((posting) => store.work('hub', (tx) => post(tx, posting))))
  }
  return performance.now() - began
}

/** The same tables with the same indexes, and nothing that guards, hashes or finds words. */
const TABLES = `
  pragma journal_mode = wal; pragma synchronous = full; pragma cache_size = -65536;
  create table ledgerEntry (
    id integer primary key, at integer not null, kind text not null, billId text, paymentId text, refundId text,
    payoutId text, disputeId text, actor text not null, text text not null
  ) strict;
  create index ledgerEntryByTime on ledgerEntry (at);
  create index ledgerEntryOfBill on ledgerEntry (billId) where billId is not null;
  create index ledgerEntryOfPayment on ledgerEntry (paymentId) where paymentId is not null;
  create table ledgerLine (
    entryId integer not null, place integer not null, account text not null, amountMinor integer not null,
    currency text not null, primary key (entryId, place)
  ) strict, without rowid;
  create index ledgerLineOfAccount on ledgerLine (account, entryId);`

/** A file that rows are written to bare. */
export interface BareFile {
  /** Writes these, in transactions of as many as the hub commits together. @returns ms */
  append(from: number, until: number): number
  close(): void
}

export function bareFile(file: string): BareFile {
  const database = new DatabaseSync(file)
  database.exec(TABLES)
  const entry = database.prepare('insert into ledgerEntry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const line = database.prepare('insert into ledgerLine values (?, ?, ?, ?, ?)')
  const write = (id: number, at: number, posting: Posting): void => {
    const { kind, billId, paymentId, refundId, payoutId, disputeId, text } = posting
    entry.run(id, at, kind, billId, paymentId, refundId, payoutId, disputeId, 'hub', text)
    for (const [index, { account, amountMinor, currency }] of posting.lines.entries())
      line.run(id, index + 1, account, amountMinor, currency)
  }
  return {
    append(from, until) {
      const postings = range(from, until).map(postingOf)
      const began = performance.now()
      for (let at = 0; at < postings.length; at += TOGETHER) {
        database.exec('begin immediate')
        for (const [index, posting] of postings.slice(at, at + TOGETHER).entries())
          write(from + at + index + 1, momentOf(from + at), posting)
        database.exec('commit')
      }
      return performance.now() - began
    },
    close: () => database.close(),
  }
}

function range(from: number, until: number): number[] {
  return Array.from({ length: until - from }, (_, index) => from + index)
}
