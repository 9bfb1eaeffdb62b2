import { type Kysely, sql } from 'kysely'

const statements = [
  `alter table site add column openingHours text not null default 'null'`,
  `alter table site add column turnaroundMin integer not null default 0`,
  `alter table site add column graceMin integer not null default 30`,
  `alter table site add column reserveAheadMin integer not null default 15`,
  `alter table site add column walkUpStayMin integer not null default 120`,
  `alter table connector add column standard text`,
  `alter table connector add column powerType text`,
  `alter table connector add column maxPowerW integer`,
  `create table customer (
    id text primary key, name text not null, kind text not null check (kind in ('fleet', 'person')),
    email text not null, phone text not null, reference text not null, note text not null,
    archivedAt integer, mergedInto text, createdAt integer not null, updatedAt integer not null
  ) strict`,
  `create table vehicle (
    id text primary key, plate text not null, name text not null, customerId text references customer (id),
    batteryWh integer, maxAcW integer, maxDcW integer, acPhases integer, standards text not null,
    departsAt text, costCentre text not null, note text not null,
    archivedAt integer, mergedInto text, createdAt integer not null, updatedAt integer not null
  ) strict`,
  `create index vehicleByCustomer on vehicle (customerId)`,
  `alter table idToken add column vehicleId text references vehicle (id)`,
  `alter table idToken add column customerId text references customer (id)`,
  `create index idTokenByVehicle on idToken (vehicleId) where vehicleId is not null`,
  `create index idTokenByCustomer on idToken (customerId) where customerId is not null`,
  `create table recurring (
    id text primary key, weekdays text not null, arrives text not null, departs text not null,
    firstOn text not null, lastOn text, stationId text references station (id), connectorId integer,
    flexibility text not null, need text not null, vehicleId text references vehicle (id),
    customerId text references customer (id), plate text not null, idToken text collate nocase,
    priority text not null, note text not null, endedAt integer, createdAt integer not null, updatedAt integer not null
  ) strict`,
  `create table booking (
    id text primary key, stationId text references station (id), connectorId integer,
    arrivesAt integer not null, departsAt integer not null check (departsAt > arrivesAt), latestDepartsAt integer,
    flexibility text not null check (flexibility in ('fixed', 'flexible')), need text not null,
    vehicleId text references vehicle (id), customerId text references customer (id), plate text not null,
    idToken text collate nocase, priority text not null check (priority in ('low', 'normal', 'high')), note text not null,
    state text not null check (state in
      ('requested', 'confirmed', 'arrived', 'charging', 'finished', 'left', 'noShow', 'cancelled')),
    origin text not null, revision integer not null, recurringId text references recurring (id), occursOn text,
    reservationId integer not null unique, reservation text not null, transactionId text,
    arrivedAt integer, finishedAt integer, leftAt integer, createdAt integer not null, updatedAt integer not null,
    check ((stationId is null) = (connectorId is null))
  ) strict`,
  `create index bookingHolding on booking (stationId, connectorId)
    where state in ('requested', 'confirmed', 'arrived', 'charging', 'finished')`,
  `create index bookingPresent on booking (arrivedAt) where arrivedAt is not null and leftAt is null`,
  `create index bookingAwaited on booking (arrivesAt) where state in ('requested', 'confirmed')`,
  `create index bookingNoShow on booking (stationId, connectorId, departsAt) where state = 'noShow'`,
  `create index bookingOpenByIdToken on booking (idToken, departsAt)
    where state in ('requested', 'confirmed', 'noShow', 'arrived')`,
  `create index bookingByArrival on booking (arrivesAt)`,
  `create index bookingByVehicle on booking (vehicleId, departsAt) where vehicleId is not null`,
  `create index bookingByCustomer on booking (customerId, departsAt) where customerId is not null`,
  `create index bookingByTransaction on booking (transactionId) where transactionId is not null`,
  `create unique index bookingByOccurrence on booking (recurringId, occursOn) where recurringId is not null`,
  `create table bookingStep (
    id text primary key, deskId text not null, act text not null, at integer not null,
    state text not null check (state in ('done', 'undone', 'void')), plate text not null, count integer not null
  ) strict`,
  `create table bookingStepChange (id text primary key references bookingStep (id), changes text not null) strict`,
  `create index bookingStepByDesk on bookingStep (deskId, id)`,
  `create table answeredCall (
    id text primary key, actor text not null, question text not null, answer text not null, at integer not null
  ) strict`,
  `create index answeredCallByTime on answeredCall (at)`,
]

/** Bookings, whose they are, what connectors are, and what a desk may take back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
