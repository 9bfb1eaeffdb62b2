import { type Kysely, sql } from 'kysely'

const statements = [
  // Not without rowid: rows as large as these would lie beside the tree.
  `create table loadMinutes (
    hourAt integer not null, key text not null, steps blob not null, primary key (hourAt, key)
  ) strict`,
  `create table loadQuarters (
    dayAt integer not null, key text not null, steps blob not null, primary key (dayAt, key)
  ) strict`,
  `create table loadDay (
    key text not null, startsAt integer not null, endsAt integer not null, energyWh integer not null,
    maxW integer not null, l1Da integer not null, l2Da integer not null, l3Da integer not null,
    known integer not null, flags integer not null, primary key (key, startsAt)
  ) strict, without rowid`,
  `create table loadState (
    id text primary key check (id = 'load'), rolledAt integer not null, timeZone text not null
  ) strict`,
  `create table stationOnline (
    stationId text not null, "from" integer not null, "until" integer, primary key (stationId, "from")
  ) strict, without rowid`,
  `create table siteTree ("from" integer primary key, tree text not null) strict`,
  `create table buildingReading (
    measuredAt integer primary key, receivedAt integer not null, powerW integer not null,
    currentL1Da integer, currentL2Da integer, currentL3Da integer
  ) strict`,
]

/** Loads step by step, what they are made of, and how the site hung together at the time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
