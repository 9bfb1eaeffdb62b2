import { type Kysely, sql } from 'kysely'

/** What is on an invoice; how it stands may change, this never does. */
const content = [
  'id, number, name, kind, creditOf, creditOfName, customerId, seller, buyer, language, timeZone, periodFrom',
  'periodUntil, issuedAt, issuedOn, dueOn, currency, stays, energyWh, groups, exclMinor, inclMinor, vat, reference',
  'footer, reason, issuedBy',
].join(', ')

const guards = [
  `create trigger invoiceComesNext before insert on invoice
    when exists (select 1 from invoice) and new.number is not (select max(number) + 1 from invoice)
    begin select raise(abort, 'invoices are numbered without a gap'); end`,
  `create trigger invoiceStays before update of ${content} on invoice
    begin select raise(abort, 'what is on an invoice is never changed'); end`,
  // Lines come before their invoice, so that none can be added to it later.
  `create trigger invoiceLineComesFirst before insert on invoiceLine
    when exists (select 1 from invoice where id = new.invoiceId)
    begin select raise(abort, 'a line is made with its invoice'); end`,
  `create trigger invoiceLineStays before update on invoiceLine
    begin select raise(abort, 'what is on an invoice is never changed'); end`,
  `create trigger invoicePaymentStays before update on invoicePayment
    when old.undoneAt is not null or new.id is not old.id or new.invoiceId is not old.invoiceId
      or new.amountMinor is not old.amountMinor or new.currency is not old.currency
    begin select raise(abort, 'a payment of an invoice is undone once, and never changed'); end`,
  ...['invoice', 'invoiceLine', 'invoicePayment'].map(
    (table) => `create trigger ${table}IsKept before delete on ${table}
      begin select raise(abort, 'invoices and what belongs to them are never removed'); end`,
  ),
]

const statements = [
  `alter table customer add column organisationNumber text not null default ''`,
  `alter table customer add column vatNumber text not null default ''`,
  `alter table customer add column billingAddress text not null default ''`,
  `alter table customer add column language text not null default 'sv'`,
  `create table invoice (
    id text primary key, number integer not null unique check (number >= 1), name text not null,
    kind text not null check (kind in ('invoice', 'creditNote')), creditOf text references invoice (id),
    creditOfName text not null, customerId text not null references customer (id), seller text not null,
    buyer text not null, language text not null, timeZone text not null, periodFrom text not null,
    periodUntil text not null, issuedAt integer not null, issuedOn text not null, dueOn text not null,
    currency text not null, stays integer not null, energyWh integer not null, groups text not null,
    exclMinor integer not null, inclMinor integer not null, vat text not null, reference text not null,
    footer text not null, reason text not null, issuedBy text not null,
    state text not null check (state in ('open', 'partlyPaid', 'paid', 'credited', 'overpaid', 'setOff')),
    paidMinor integer not null, creditedMinor integer not null check (creditedMinor >= 0),
    leftMinor integer not null, remindedAt integer, reminders integer not null, updatedAt integer not null,
    check ((kind = 'creditNote') = (creditOf is not null))
  ) strict`,
  `create index invoiceOfCustomer on invoice (customerId, number)`,
  `create index invoiceByState on invoice (state, number)`,
  `create index invoiceLeft on invoice (dueOn) where leftMinor <> 0`,
  `create index invoiceCredits on invoice (creditOf) where creditOf is not null`,
  `create table invoiceLine (
    id text primary key, invoiceId text not null references invoice (id) deferrable initially deferred,
    place integer not null check (place >= 1), billId text not null references bill (id),
    paymentId text references payment (id), refundId text references refund (id), revision integer not null,
    startsAt integer not null, endsAt integer, connector text not null, plate text not null, vehicle text not null,
    costCentre text not null, idToken text not null, energyWh integer not null, exclMinor integer not null,
    inclMinor integer not null, vat text not null, corrects text not null, unique (invoiceId, place)
  ) strict`,
  `create index invoiceLineOfBill on invoiceLine (billId)`,
  `create index invoiceLineOfPayment on invoiceLine (paymentId) where paymentId is not null`,
  `create table invoicePayment (
    id text primary key, invoiceId text not null references invoice (id), amountMinor integer not null check (amountMinor <> 0),
    currency text not null, paidOn text not null, note text not null, enteredBy text not null, undoneAt integer,
    undoneBy text, createdAt integer not null
  ) strict`,
  `create index invoicePaymentOfInvoice on invoicePayment (invoiceId)`,
  // What a run looks at: what has come to another sum than was invoiced, or was never invoiced.
  `create index billToInvoice on bill (finalAt)
    where settlement = 'invoice' and state = 'final' and paidMinor <> inclMinor`,
  `create table invoiceTerms (
    id text primary key check (id = 'invoiceTerms'), prefix text not null, firstNumber integer not null,
    dueDays integer not null, bankgiro text not null, plusgiro text not null, iban text not null, bic text not null,
    isFTax text not null, footer text not null, updatedAt integer not null
  ) strict`,
  `insert into invoiceTerms (id, prefix, firstNumber, dueDays, bankgiro, plusgiro, iban, bic, isFTax, footer, updatedAt)
    values ('invoiceTerms', '', 1001, 30, '', '', '', '', 'false', '', 0)`,
  `create table bookAccount (id text primary key, number text not null, name text not null) strict, without rowid`,
  `create table cdrTerms (
    id text primary key check (id = 'cdrTerms'), countryCode text not null, partyId text not null, address text not null,
    city text not null, postalCode text not null, country text not null, latitude text not null, longitude text not null,
    updatedAt integer not null
  ) strict`,
  `insert into cdrTerms (id, countryCode, partyId, address, city, postalCode, country, latitude, longitude, updatedAt)
    values ('cdrTerms', 'SE', '', '', '', '', 'SWE', '', '', 0)`,
  // Charge detail records are those of a period.
  `create index billRevisionByTime on billRevision (at, revision, id)`,
  ...guards,
]

/** Invoices, and which accounts of the books the ledger's are. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
