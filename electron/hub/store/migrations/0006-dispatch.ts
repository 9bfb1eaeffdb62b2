import { type Kysely, sql } from 'kysely'

const statements = [
  `create table chargingControl (
    id text primary key, stationId text not null references station (id), connectorId integer not null,
    charger text not null, fallbackDa integer, standing text not null, live text not null,
    follows text not null check (follows in ('unproven', 'yes', 'no')), followsSince integer not null,
    reason text, confirmedAt integer, unique (stationId, connectorId)
  ) strict`,
  `create index commandOfHubByEnd on command (endedAt) where requestedBy = 'hub'`,
]

/** How each connector is told what it may draw, and what it said. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
