import { type Kysely, sql } from 'kysely'

const statements = [
  `alter table site add column gridLimitDa integer`,
  `alter table site add column voltageV integer not null default 230`,
  `alter table site add column reservePct integer not null default 5`,
  `alter table site add column baseLoad text not null default '{"kind":"none"}'`,
  `alter table site add column priceSignal text not null default '{"kind":"none"}'`,
  `alter table site add column planObjective text not null default 'flattest'`,
  `alter table site add column controlsChargers text not null default 'true'`,
  `create table feeder (
    id text primary key, name text not null, parentId text references feeder (id),
    limitW integer, limitDa integer, createdAt integer not null, updatedAt integer not null
  ) strict`,
  `alter table station add column feederId text references feeder (id)`,
  `alter table station add column phaseRotation text not null default 'RST'`,
  `alter table booking add column overbooked text`,
  `alter table vehicle add column resumes text not null default 'true'`,
  `create table temporaryLimit (
    id text primary key, limitW integer not null, "from" integer not null, "until" integer not null,
    reason text not null, setBy text not null, createdAt integer not null, liftedAt integer,
    check ("until" > "from")
  ) strict`,
  `create index temporaryLimitByEnd on temporaryLimit ("until") where liftedAt is null`,
  `create table siteSeries (
    kind text not null check (kind in ('base', 'price')), startsAt integer not null, endsAt integer not null,
    value integer not null, primary key (kind, startsAt), check (endsAt > startsAt)
  ) strict, without rowid`,
  `create table plan (
    id text primary key check (id = 'plan'), plannedAt integer not null, startsAt integer not null,
    slotMs integer not null, baseW text not null, limitW text not null, plannedW text not null,
    peakW integer not null, provenPeakW integer not null, cost integer, critical text not null,
    unmet integer not null
  ) strict`,
  `create table planLine (
    id text primary key, stationId text not null, connectorId integer not null, transactionId text,
    departsAt integer not null, promised text not null, needWh integer, remainingWh integer not null,
    maxW integer not null, powers text not null, readyAt integer, shortfallWh integer not null,
    because text, critical text not null
  ) strict`,
]

/** What the grid bears and what hangs on it, limits for a while, base load and prices, and the plan itself. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
