import { type Kysely, sql } from 'kysely'

const statements = [
  `create table message (
    id text primary key, visitId text not null, template text not null, occasion text not null,
    language text not null check (language in ('en', 'sv')), channel text not null check (channel in ('email', 'sms')),
    "to" text not null,
    state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'skipped')),
    attempts integer not null, rounds integer not null, doubts integer not null, nextAt integer not null,
    way text check (way in ('folder', 'smtp')), fault text, said text not null, beganAt integer not null,
    sentAt integer, createdAt integer not null, updatedAt integer not null
  ) strict`,
  // What keeps anything from being told twice.
  `create unique index messageOnce on message (visitId, template, occasion)`,
  `create index messageToSend on message (nextAt) where state = 'waiting'`,
  `create index messageUnderWay on message (id) where state = 'sending'`,
  `create index messageByTime on message (createdAt, id)`,
  `create table messageTerms (
    id text primary key check (id = 'messageTerms'), way text not null check (way in ('folder', 'smtp')),
    host text not null, port integer not null, security text not null check (security in ('starttls', 'tls', 'none')),
    "user" text not null, fromName text not null, fromAddress text not null, replyTo text not null,
    gateway text not null, countryCode text not null, off text not null, updatedAt integer not null
  ) strict`,
  `create table messageText (
    id text primary key, template text not null, language text not null check (language in ('en', 'sv')),
    subject text not null, text text not null, updatedAt integer not null
  ) strict`,
  // Sealed; without the hub's secret it is noise.
  `create table smtpPassword (id text primary key check (id = 'smtpPassword'), sealed text not null) strict`,
]

/** What drivers are told, in which words, and how it leaves. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
