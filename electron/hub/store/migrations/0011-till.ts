import { type Kysely, sql } from 'kysely'

/** What is never changed and never removed, whoever writes. */
const kept = (table: string, what: string) => [
  `create trigger ${table}Stays before update on ${table}
    begin select raise(abort, '${what} is never changed'); end`,
  `create trigger ${table}IsKept before delete on ${table}
    begin select raise(abort, '${what} is never removed'); end`,
]

const guards = [
  ...kept('cashMove', 'a cash move'),
  ...kept('cashCount', 'a count'),
  ...kept('zReport', 'a Z report'),
  `create trigger zReportComesNext before insert on zReport begin
    select raise(abort, 'Z reports are numbered without a gap')
      where new.number is not (select coalesce(max(number), 0) + 1 from zReport);
    select raise(abort, 'a Z report hangs on the one before')
      where new.previousHash is not coalesce((select hash from zReport where number = new.number - 1),
        '0000000000000000000000000000000000000000000000000000000000000000');
    select raise(abort, 'a Z report is of a closed shift')
      where 'closed' is not (select state from shift where id = new.shiftId);
  end`,
  `create trigger shiftStays before update on shift when old.state = 'closed'
    begin select raise(abort, 'a closed shift is never changed'); end`,
  `create trigger shiftIsKept before delete on shift
    begin select raise(abort, 'a shift is never removed'); end`,
  // What waits for a shift gets one, once.
  ...['tillMovement', 'billVoid'].flatMap((table) => [
    `create trigger ${table}Stays before update on ${table} when old.shiftId is not null
      begin select raise(abort, 'what counts in a shift counts in no other'); end`,
    `create trigger ${table}IsKept before delete on ${table}
      begin select raise(abort, 'what counts in a shift is never removed'); end`,
  ]),
  `create trigger tillMovementOfOpenShift before insert on tillMovement
    when new.shiftId is not null and 'open' is not (select state from shift where id = new.shiftId)
    begin select raise(abort, 'what moves counts in an open shift'); end`,
]

const statements = [
  `create table till (
    id text primary key, name text not null, archivedAt integer, createdAt integer not null, updatedAt integer not null
  ) strict`,
  `create table tillTerms (
    id text primary key check (id = 'tillTerms'), refundLimitMinor integer, refundsPerShiftLimitMinor integer,
    voidLimitMinor integer, varianceLimitMinor integer, denominations text not null, updatedAt integer not null
  ) strict`,
  `create table shift (
    id text primary key, tillId text not null references till (id), number integer not null check (number >= 1),
    state text not null check (state in ('open', 'closed')), currency text not null, openedAt integer not null,
    openedBy text not null, heldBy text not null, floatMinor integer not null check (floatMinor >= 0),
    handOverFrom text not null, closedAt integer, closedBy text, countedMinor integer, expectedMinor integer,
    varianceMinor integer, varianceReason text not null, varianceApprovedBy text, handOverNote text not null,
    updatedAt integer not null, unique (tillId, number),
    check ((state = 'closed') = (closedAt is not null)), check ((state = 'closed') = (expectedMinor is not null))
  ) strict`,
  `create unique index shiftOpen on shift (tillId) where state = 'open'`,
  `create table cashMove (
    id text primary key, shiftId text not null references shift (id),
    kind text not null check (kind in ('payIn', 'toSafe', 'toBank', 'expense')),
    amountMinor integer not null check (amountMinor > 0), reason text not null, "by" text not null, at integer not null
  ) strict`,
  `create index cashMoveOfShift on cashMove (shiftId)`,
  `create table cashCount (
    id text primary key, shiftId text not null references shift (id),
    purpose text not null check (purpose in ('opening', 'spot', 'closing')), denominations text not null,
    totalMinor integer not null, expectedMinor integer not null, "by" text not null, at integer not null
  ) strict`,
  `create index cashCountOfShift on cashCount (shiftId)`,
  `create table tillMovement (
    id integer primary key references ledgerEntry (id), tillId text not null references till (id),
    shiftId text references shift (id), kind text not null, means text not null, amountMinor integer not null,
    roundingMinor integer not null, currency text not null, vat text not null, paymentId text, refundId text,
    at integer not null
  ) strict`,
  `create index tillMovementOfShift on tillMovement (shiftId) where shiftId is not null`,
  `create index tillMovementWaiting on tillMovement (tillId) where shiftId is null`,
  `create index tillMovementOfRefund on tillMovement (refundId) where refundId is not null`,
  `create table billVoid (
    id text primary key, billId text not null references bill (id), tillId text references till (id),
    shiftId text references shift (id), kind text not null check (kind in ('corrected', 'free', 'voucher')),
    amountMinor integer not null check (amountMinor > 0), currency text not null, note text not null,
    "by" text not null, approvedBy text, at integer not null
  ) strict`,
  `create index billVoidOfBill on billVoid (billId)`,
  `create index billVoidOfShift on billVoid (shiftId) where shiftId is not null`,
  `create index billVoidWaiting on billVoid (tillId) where shiftId is null and tillId is not null`,
  `create table zReport (
    id text primary key, number integer not null unique check (number >= 1), tillId text not null references till (id),
    shiftId text not null unique references shift (id), at integer not null, content text not null,
    previousHash text not null, hash text not null
  ) strict`,
  `create index zReportOfTill on zReport (tillId, number)`,
  `alter table payment add column tillId text references till (id)`,
  `alter table payment add column shiftId text references shift (id)`,
  `alter table payment add column approvedBy text`,
  `create index paymentAtTill on payment (tillId, state) where tillId is not null`,
  `create index paymentOfShift on payment (shiftId) where shiftId is not null`,
  `alter table refund add column tillId text references till (id)`,
  `alter table refund add column shiftId text references shift (id)`,
  `alter table refund add column roundingMinor integer not null default 0`,
  `alter table refund add column approvedBy text`,
  `create index refundAtTill on refund (tillId, state) where tillId is not null`,
  `create index refundOfShift on refund (shiftId) where shiftId is not null`,
  // Until now only the ledger knew what coins had made of a refund.
  `update refund set roundingMinor = coalesce((
    select sum(ledgerLine.amountMinor) from ledgerEntry join ledgerLine on ledgerLine.entryId = ledgerEntry.id
    where ledgerEntry.paymentId = refund.paymentId and ledgerEntry.refundId = refund.id
      and ledgerEntry.kind = 'refundGiven' and ledgerLine.account = 'rounding'), 0)`,
  ...guards,
]

/** Tills and their shifts, and which payment and refund belongs to which. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
