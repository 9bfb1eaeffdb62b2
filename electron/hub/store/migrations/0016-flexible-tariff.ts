import { type Kysely, sql } from 'kysely'

/** Tariffs for drivers who let the site choose the hours; those that were given out before are for all drivers alike. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`alter table tariffAssignment add column isFlexible text not null default 'null'`)
    .execute(db)
}
