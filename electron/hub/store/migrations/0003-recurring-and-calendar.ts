import { type Kysely, sql } from 'kysely'

const statements = [
  `create table recurringMade (
    id text primary key references booking (id) on delete cascade, revision integer not null
  ) strict`,
  `create table calendarFeed (
    id text primary key, kind text not null check (kind in ('station', 'customer')), subjectId text not null,
    language text not null check (language in ('en', 'sv')), generation integer not null,
    createdAt integer not null, updatedAt integer not null
  ) strict`,
  `create unique index calendarFeedBySubject on calendarFeed (kind, subjectId)`,
]

/** What rules have left of their bookings, and the calendars that programs may fetch. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
