import { type Kysely, sql } from 'kysely'

const statements = [
  `create table bill (
    id text primary key, bookingId text, transactionId text, stationId text, connectorId integer,
    customerId text, plate text not null, idToken text not null,
    settlement text not null check (settlement in ('pay', 'invoice', 'employee', 'free')),
    settledByHand text not null, state text not null check (state in ('estimated', 'running', 'final', 'void')),
    tariffVersionId text, currency text not null, energyWh integer not null,
    lines text not null, exclMinor integer not null, inclMinor integer not null, vat text not null,
    estimatedMinor integer not null, revision integer not null, paidMinor integer not null, heldMinor integer not null, dueMinor integer not null,
    startsAt integer not null, endsAt integer, finalAt integer, remindedAt integer, reminders integer not null,
    createdAt integer not null, updatedAt integer not null
  ) strict`,
  `create unique index billOfTransaction on bill (transactionId) where transactionId is not null`,
  `create index billOfBooking on bill (bookingId) where bookingId is not null`,
  `create index billByStart on bill (startsAt)`,
  `create index billOfCustomer on bill (customerId, startsAt) where customerId is not null`,
  `create index billUnpaid on bill (startsAt) where dueMinor != 0`,
  `create index billEstimated on bill (bookingId) where state = 'estimated'`,
  `create index billRunning on bill (startsAt) where state = 'running'`,
  // Of those who never came lately, to be billed for that: the index of 0002 has them by connector.
  `create index bookingMissed on booking (arrivesAt) where state = 'noShow'`,
  `create table billRevision (
    id text primary key, billId text not null references bill (id), revision integer not null, reason text not null,
    note text not null, lines text not null, exclMinor integer not null, inclMinor integer not null, vat text not null,
    energyWh integer not null, settlement text not null, timeZone text not null, periods text not null,
    corrections text not null, ledgerEntryId integer, at integer not null,
    unique (billId, revision)
  ) strict`,
  `create trigger billRevisionStays before update on billRevision
    begin select raise(abort, 'a revision of a bill is never changed'); end`,
  `create trigger billRevisionIsKept before delete on billRevision
    begin select raise(abort, 'a revision of a bill is never removed'); end`,
  `create table stayMark (
    stationId text not null, connectorId integer not null, at integer not null, word text not null,
    primary key (stationId, connectorId, at, word)
  ) strict, without rowid`,
  `create table billing (
    id text primary key check (id = 'billing'), ocppTransactionId integer not null
  ) strict`,
  `create table lateStay (id text primary key, reason text not null) strict, without rowid`,
  `create table payment (
    id text primary key, billId text not null references bill (id), means text not null,
    capture text not null check (capture in ('automatic', 'manual')),
    state text not null check (state in ('requested', 'open', 'processing', 'held', 'capturing', 'paid', 'failed',
      'cancelled', 'expired', 'unknown')),
    mode text not null check (mode in ('local', 'practice', 'test', 'live')), currency text not null,
    amountMinor integer not null, capturedMinor integer not null check (capturedMinor >= 0),
    refundedMinor integer not null check (refundedMinor between 0 and capturedMinor), feeMinor integer,
    tenderedMinor integer, changeMinor integer, roundingMinor integer not null,
    reference text not null, note text not null,
    stripePaymentIntentId text unique, stripeChargeId text unique, stripeCheckoutSessionId text unique, readerId text,
    payUrl text, qrData text, expiresAt integer, captureBefore integer, cardBrand text, cardLast4 text, wallet text,
    failureCode text, failureMessage text, disputed text not null, receiptNumber integer, takenBy text not null,
    paidAt integer, createdAt integer not null, updatedAt integer not null
  ) strict`,
  `create index paymentOfBill on payment (billId)`,
  `create index paymentByTime on payment (createdAt, id)`,
  `create index paymentByState on payment (state, createdAt, id)`,
  `create index paymentAtReader on payment (readerId, state) where readerId is not null`,
  `create index paymentByLast4 on payment (cardLast4) where cardLast4 is not null`,
  `create table refund (
    id text primary key, paymentId text not null references payment (id), billId text not null references bill (id),
    amountMinor integer not null check (amountMinor > 0), currency text not null, reason text not null,
    note text not null, state text not null, takenOff text not null, stripeRefundId text unique,
    failureReason text, receiptNumber integer,
    givenBy text not null, createdAt integer not null, updatedAt integer not null
  ) strict`,
  `create index refundOfPayment on refund (paymentId)`,
  `create index refundOfBill on refund (billId)`,
  `create index refundByTime on refund (createdAt, id)`,
  `create index refundByState on refund (state, createdAt, id)`,
  `create table dispute (
    id text primary key, paymentId text references payment (id), stripeChargeId text not null,
    amountMinor integer not null, currency text not null, reason text not null, status text not null,
    isChargeRefundable text not null, withdrawnMinor integer not null, feeMinor integer not null,
    evidenceDueBy integer, createdAt integer not null, updatedAt integer not null
  ) strict`,
  `create index disputeOfPayment on dispute (paymentId)`,
  `create table payout (
    id text primary key, amountMinor integer not null, currency text not null, status text not null,
    automatic text not null, reconciliation text not null, arrivesOn integer not null,
    explainedMinor integer not null, reconciledAt integer, createdAt integer not null, updatedAt integer not null
  ) strict`,
  `create table payoutRow (
    id text primary key, payoutId text not null references payout (id), type text not null,
    amountMinor integer not null, feeMinor integer not null, netMinor integer not null, sourceId text,
    paymentId text, refundId text, difference text, createdAt integer not null
  ) strict`,
  `create index payoutRowOfPayout on payoutRow (payoutId)`,
  `create table stripeCall (
    id text primary key, kind text not null, paymentId text not null references payment (id),
    refundId text references refund (id), request text not null, idempotencyKey text not null unique,
    state text not null, attempts integer not null, firstSentAt integer, dueAt integer not null, error text,
    errorCode text, createdAt integer not null, endedAt integer
  ) strict`,
  `create index stripeCallDue on stripeCall (dueAt) where endedAt is null`,
  `create index stripeCallOfPayment on stripeCall (paymentId)`,
  `create table stripeEvent (id text primary key, type text not null, createdAt integer not null, takenAt integer not null)
    strict, without rowid`,
  `create table stripeAccount (
    id text primary key check (id = 'stripe'), state text not null, mode text, accountId text, name text not null,
    missingRights text not null, detail text not null, since integer not null, contactAt integer, eventCursor text,
    eventsAt integer, eventsAtBefore text not null, updatedAt integer not null
  ) strict`,
  `create table reader (
    id text primary key, label text not null, deviceType text not null, serialNumber text not null, locationId text,
    status text, busyWith text, livemode text not null, seenAt integer not null
  ) strict`,
  `create table receipt (
    id text primary key, number integer not null unique check (number >= 1), kind text not null,
    billId text not null references bill (id), paymentId text not null references payment (id), refundId text,
    seller text not null, issuedAt integer not null, timeZone text not null, currency text not null,
    place text not null, plate text not null, energyWh integer not null, "from" integer, "until" integer,
    isAhead text not null, lines text not null, vat text not null, totalMinor integer not null, amountMinor integer not null,
    means text not null, meansDetail text not null, tenderedMinor integer, changeMinor integer,
    roundingMinor integer not null, servedBy text not null, footer text not null, mode text not null,
    copies integer not null
  ) strict`,
  `create index receiptOfBill on receipt (billId)`,
  `create table paymentTerms (
    id text primary key check (id = 'paymentTerms'), legalName text not null, organisationNumber text not null,
    vatNumber text not null, address text not null, receiptFooter text not null, means text not null,
    payWhileBooking text not null, payWithinMin integer not null, holdMinor integer not null,
    refundsUnused text not null, returnUrl text not null, locationId text, updatedAt integer not null
  ) strict`,
]

/** Bills, how they are paid, and what passes between the site and Stripe. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
