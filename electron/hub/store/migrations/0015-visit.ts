import { type Kysely, sql } from 'kysely'

const statements = [
  `create table visit (
    id text primary key, kind text not null check (kind in ('now', 'ahead')),
    state text not null check (state in ('waiting', 'offered', 'unpaid', 'agreed', 'over')),
    endReason text, bookingId text, wish text not null, isFlexible text not null, plate text not null,
    phone text not null, email text not null, language text not null check (language in ('en', 'sv')),
    pays text not null check (pays in ('online', 'atDesk')), depositMinor integer not null, holdUntil integer,
    lapse text not null, expectedAt integer, askedAs text not null unique, generation integer not null, expiresAt integer not null,
    since integer not null, createdAt integer not null, updatedAt integer not null
  ) strict`,
  `create index visitByState on visit (state, createdAt)`,
  `create index visitByTime on visit (createdAt)`,
  `create unique index visitByBooking on visit (bookingId) where bookingId is not null`,
  `create table houseRules (
    id text primary key check (id = 'houseRules'), takesNow text not null, takesAhead text not null,
    takesWaiting text not null, paysOnline text not null, paysAtDesk text not null, depositPct integer not null,
    leadMin integer not null, aheadDays integer not null, leastStayMin integer not null, mostStayMin integer not null,
    holdMin integer not null, claimMin integer not null, cancelFreeMin integer not null, lateMin integer not null,
    mostOpen integer not null, noticeEn text not null, noticeSv text not null, updatedAt integer not null
  ) strict`,
  `create table block (
    id text primary key, "of" text not null check ("of" in ('plate', 'phone', 'email')), value text not null,
    reason text not null, key text not null, createdBy text not null, createdAt integer not null
  ) strict`,
  `create unique index blockByKey on block ("of", key)`,
  `create table driverDoor (
    id text primary key check (id = 'driverDoor'), exposure text not null, port integer not null, slug text not null,
    publicUrl text not null, trustedProxies text not null, certFile text not null, keyFile text not null,
    updatedAt integer not null
  ) strict`,
]

/** What drivers book from their phones, by which house rules, and how the page is laid open. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
