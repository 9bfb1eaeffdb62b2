import { type Kysely, sql } from 'kysely'

const statements = [
  `create table reportPreset (
    id text primary key, name text not null, spec text not null, createdAt integer not null, updatedAt integer not null
  ) strict`,
  `create table reportSchedule (
    id text primary key, presetId text not null references reportPreset (id),
    every text not null check (every in ('day', 'month')), atTime text not null, fileNamePattern text not null,
    folder text not null, lastDoneUntil integer not null, lastFile text, lastError text, lastFailure text, failedAt integer,
    pausedAt integer, createdAt integer not null, updatedAt integer not null
  ) strict`,
  `create table reportTerms (
    id text primary key check (id = 'reportTerms'), co2GPerKwh integer not null check (co2GPerKwh >= 0),
    updatedAt integer not null
  ) strict`,
  // From an entry to what it entered: bills are reported in the order of the ledger.
  `create index billRevisionEntered on billRevision (ledgerEntryId) where ledgerEntryId is not null`,
  `create index payoutByTime on payout (createdAt, id)`,
]

/** Reports under a name, and those that are written into a folder by themselves. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
