import { type Kysely, sql } from 'kysely'

const statements = [
  // Not without rowid: rows as large as these would lie beside the tree.
  `create table loadMinutes (
    hourAt integer not null, key text not null, steps blob not null, primary key (hourAt, key)
  ) strict`,
  `create table loadKey (number integer primary key, key text not null unique) strict`,
  // What has one key lies together, in order of time: its number and the day's, block's or month's make the id.
  `create table loadQuarters (id integer primary key, steps blob not null) strict`,
  `create table loadHours (id integer primary key, steps blob not null) strict`,
  `create table loadDays (id integer primary key, steps blob not null) strict`,
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
