import { type Kysely, sql } from 'kysely'

/** A plate as people compare it: spelled alike wherever it is asked for, see `plate-column.ts`. */
const plateKey = `upper(replace(replace(replace(replace(plate, ' ', ''), '-', ''), '.', ''), '·', ''))`

const statements = [
  `create table walkUp (
    id text primary key references booking (id), billId text references bill (id), stationId text not null,
    connectorId integer not null, plate text not null, vehicleId text, customerId text, phone text not null,
    need text not null, pays text not null check (pays in ('ask', 'hold', 'take', 'later')), means text,
    paymentId text, idToken text not null,
    state text not null check (state in ('waitingForPayment', 'starting', 'waitingForCar', 'charging', 'finished',
      'cancelled')),
    failure text, startCommandId text, starts integer not null, transactionId text, movedFromId text, movedToId text,
    tillId text, beganBy text not null, since integer not null, chargingAt integer, endedAt integer,
    createdAt integer not null, updatedAt integer not null
  ) strict`,
  `create index walkUpOpen on walkUp (createdAt) where endedAt is null`,
  `create index walkUpByTime on walkUp (createdAt)`,
  `create index walkUpByPlate on walkUp (${plateKey}, createdAt) where plate != ''`,
  // A phone as it is looked for: one number is written in many ways.
  `create table walkUpPhone (
    id text primary key references walkUp (id), phoneKey text not null
  ) strict, without rowid`,
  `create index walkUpByPhone on walkUpPhone (phoneKey)`,
  `create index walkUpByToken on walkUp (idToken collate nocase)`,
  `create index vehicleByPlate on vehicle (${plateKey}) where archivedAt is null`,
  `create index bookingByPlate on booking (${plateKey}, arrivesAt) where plate != ''`,
  `create table walkUpTerms (
    id text primary key check (id = 'walkUpTerms'), pays text not null, startsBeforePaid text not null,
    holdMinor integer not null, defaultNeed text not null, fullStayMin integer not null,
    mostStayMin integer not null, waitForCarMin integer not null, updatedAt integer not null
  ) strict`,
]

/** Cars that come without a booking and are taken in at the desk. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
