import { type Kysely, sql } from 'kysely'

const statements = [
  `create table user (
    id text primary key, name text not null collate nocase unique,
    role text not null check (role in ('viewer', 'attendant', 'operator', 'accountant', 'supervisor')),
    language text check (language in ('en', 'sv')), archivedAt integer, createdAt integer not null, updatedAt integer not null
  ) strict`,
  `create trigger userIsKept before delete on user
    begin select raise(abort, 'a user is archived, never removed: the journal has their name'); end`,
  `create trigger userNameStays before update of name on user when new.name is not old.name
    begin select raise(abort, 'a name never changes: the journal has it'); end`,
  // The row of nobody is where wrong PINs of those who are no users are counted: as everybody's are.
  `create table userPin (
    id text primary key, hash text not null, failures integer not null, lockedUntil integer, changedAt integer not null
  ) strict`,
  `insert into userPin (id, hash, failures, lockedUntil, changedAt) values ('nobody', '', 0, null, 0)`,
  `alter table site add column lockAfterMin integer not null default 10`,
  // Each ends with the number that every line has, so that the newest come first without being sorted.
  `create index journalByTime on journal (at)`,
  `create index journalByActor on journal (actor, at)`,
  `create index journalByAct on journal (act, at)`,
  `drop index journalByNoun`,
  `create index journalByNoun on journal (noun, nounId, at)`,
  `create index journalOfNoun on journal (noun, at)`,
]

/** Who works here, their PINs, and what the journal is asked by. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
