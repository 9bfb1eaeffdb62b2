import { type Kysely, sql } from 'kysely'

/** What must hold of new rows and of all others, whoever writes: the program has no way around it. */
const guards = [
  // Lines come before their entry, so the entry can be refused for them, and none can be added to it later.
  `create trigger ledgerLineComesFirst before insert on ledgerLine
    when new.entryId is not (select lastId + 1 from ledgerHead)
    begin select raise(abort, 'a line is entered with its entry'); end`,
  // Each question is one look at the lines; only an entry of several currencies needs another.
  `create trigger ledgerEntryComesNext before insert on ledgerEntry begin
    select raise(abort, 'an entry follows the last one') from ledgerHead
      where new.id is not lastId + 1 or new.previousHash is not lastHash;
    select raise(abort, 'the lines of an entry sum to zero') from (
        select count(*) as lines, max(place) as place, sum(amountMinor) as amountMinor,
          min(currency) as one, max(currency) as other
        from ledgerLine where entryId = new.id
      ) where lines = 0 or place <> lines or amountMinor <> 0 or one <> other and exists (
        select 1 from ledgerLine where entryId = new.id group by currency having sum(amountMinor) <> 0
      );
  end`,
  `create trigger ledgerEntryIsLast after insert on ledgerEntry begin
    update ledgerHead set lastId = new.id, lastHash = new.hash;
    insert into ledgerText (rowid, text) select new.id, new.text where new.text <> '';
    insert into ledgerSum (account, currency, week, debitMinor, creditMinor)
      select account, currency, new.at / 604800000, max(amountMinor, 0), max(-amountMinor, 0)
        from ledgerLine where entryId = new.id
      on conflict do update set
        debitMinor = debitMinor + excluded.debitMinor, creditMinor = creditMinor + excluded.creditMinor;
  end`,
  `create trigger ledgerHeadFollows before update on ledgerHead
    when new.lastId is not old.lastId + 1
      or new.lastHash is not (select hash from ledgerEntry where id = new.lastId)
    begin select raise(abort, 'the ledger only grows'); end`,
  `create trigger ledgerHeadIsOne before insert on ledgerHead
    begin select raise(abort, 'the ledger has one end'); end`,
  ...['ledgerEntry', 'ledgerLine'].map(
    (table) => `create trigger ${table}Stays before update on ${table}
      begin select raise(abort, 'what the ledger has is never changed'); end`,
  ),
  ...['ledgerEntry', 'ledgerLine', 'ledgerHead'].map(
    (table) => `create trigger ${table}IsKept before delete on ${table}
      begin select raise(abort, 'what the ledger has is never removed'); end`,
  ),
]

const statements = [
  `create table ledgerEntry (
    id integer primary key, at integer not null check (at >= 0), kind text not null, billId text, paymentId text, refundId text,
    payoutId text, disputeId text, actor text not null, text text not null, previousHash text not null,
    hash text not null
  ) strict`,
  `create index ledgerEntryByTime on ledgerEntry (at)`,
  `create index ledgerEntryOfKind on ledgerEntry (kind)`,
  `create index ledgerEntryOfBill on ledgerEntry (billId) where billId is not null`,
  `create index ledgerEntryOfPayment on ledgerEntry (paymentId) where paymentId is not null`,
  `create index ledgerEntryOfPayout on ledgerEntry (payoutId) where payoutId is not null`,
  `create index ledgerEntryOfDispute on ledgerEntry (disputeId) where disputeId is not null`,
  `create table ledgerLine (
    entryId integer not null references ledgerEntry (id) deferrable initially deferred, place integer not null,
    account text not null, amountMinor integer not null check (amountMinor <> 0), currency text not null,
    primary key (entryId, place)
  ) strict, without rowid`,
  `create index ledgerLineOfAccount on ledgerLine (account, entryId)`,
  // What the lines of a week (604,800,000 ms from 1970 on) come to: balances needn't look at every line. Verifying does.
  `create table ledgerSum (
    account text not null, currency text not null, week integer not null, debitMinor integer not null,
    creditMinor integer not null, primary key (account, currency, week)
  ) strict, without rowid`,
  // Where the chain ends: the entries alone couldn't tell that the last of them are missing.
  `create table ledgerHead (
    id text primary key check (id = 'ledger'), lastId integer not null, lastHash text not null
  ) strict`,
  `insert into ledgerHead (id, lastId, lastHash)
    values ('ledger', 0, '0000000000000000000000000000000000000000000000000000000000000000')`,
  // Words to search for; the text itself is in the entries.
  `create virtual table ledgerText using fts5 (text, content = '', columnsize = 0)`,
  ...guards,
]

/** The ledger: entries and lines that are only ever added. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
