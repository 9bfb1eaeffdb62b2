import { type Kysely, sql } from 'kysely'

const statements = [
  `create table tariff (
    id text primary key, name text not null, archivedAt integer, createdAt integer not null, updatedAt integer not null
  ) strict`,
  `create table tariffVersion (
    id text primary key, tariffId text not null references tariff (id), version integer not null check (version >= 1),
    validFrom integer not null, validUntil integer check (validUntil > validFrom), ocpi text not null,
    idleGraceMin integer not null check (idleGraceMin >= 0), createdAt integer not null, unique (tariffId, version)
  ) strict`,
  `create table tariffAssignment (
    id text primary key, tariffId text not null references tariff (id), stationId text references station (id),
    connectorId integer, customerId text references customer (id), customerGroup text, idToken text,
    hours text not null, settlement text check (settlement in ('pay', 'invoice', 'employee', 'free')),
    createdAt integer not null, check (connectorId is null or stationId is not null)
  ) strict`,
  `create index tariffAssignmentOfTariff on tariffAssignment (tariffId)`,
  `alter table customer add column "group" text not null default ''`,
]

/** Tariffs, their versions and whom they are for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
