import { type Kysely, sql } from 'kysely'

const charger = `
  vendor text, model text, serialNumber text, firmwareVersion text,
  iccid text, imsi text, meterType text, meterSerialNumber text`

const statements = [
  `create table site (
    id text primary key, name text not null, timeZone text not null, currency text not null,
    gridLimitW integer, createdAt integer not null, updatedAt integer not null
  ) strict`,
  `create table pairing (
    id text primary key check (id = 'pairing'), openedBy text, openUntil integer
  ) strict`,
  `create table station (
    id text primary key, chargePointId text not null, name text not null, zone text not null, note text not null,
    authentication text not null check (authentication in ('password', 'none')), ${charger},
    ocppVersion text, connection text not null check (connection in ('online', 'offline', 'never')),
    connectionSince integer, remoteAddress text, lastSeenAt integer, bootedAt integer,
    diagnosticsStatus text, firmwareStatus text,
    createdAt integer not null, updatedAt integer not null, retiredAt integer
  ) strict`,
  `create unique index stationByChargePointId on station (chargePointId) where retiredAt is null`,
  `create table connector (
    id text primary key, stationId text not null references station (id), connectorId integer not null,
    status text not null, errorCode text, vendorErrorCode text, info text, statusAt integer,
    powerW integer, energyWh integer, currentDa integer, socPct real, sampledAt integer, transactionId text,
    unique (stationId, connectorId)
  ) strict`,
  `create table credential (
    id text primary key, stationId text not null references station (id), hmac text not null,
    createdAt integer not null, confirmedAt integer, revokedAt integer, expiresAt integer, commandId text
  ) strict`,
  `create index credentialByStation on credential (stationId) where revokedAt is null`,
  `create table candidate (
    id text primary key, chargePointId text not null, ${charger},
    address text not null, credentials text not null, state text not null,
    firstSeenAt integer not null, lastSeenAt integer not null, bootedAt integer
  ) strict`,
  `create table connectionAttempt (
    id text primary key, chargePointId text not null, address text not null, reason text not null,
    firstAt integer not null, lastAt integer not null, count integer not null,
    unique (chargePointId, address, reason)
  ) strict`,
  `create table idToken (
    id text primary key, idToken text not null collate nocase unique, status text not null, label text not null,
    parentIdToken text collate nocase, expiresAt integer, createdAt integer not null, updatedAt integer not null
  ) strict`,
  `create table "transaction" (
    id text primary key, ocppTransactionId integer not null unique,
    stationId text not null references station (id), connectorId integer not null,
    idToken text not null collate nocase, state text not null check (state in ('active', 'finished')),
    startedAt integer not null, meterStartWh integer not null, startReceivedAt integer not null,
    stoppedAt integer, meterStopWh integer, stopReceivedAt integer, stopReason text, stopIdToken text,
    energyWh integer not null check (energyWh >= 0), powerW integer, socPct real, sampledAt integer,
    reservationId integer, notes text not null
  ) strict`,
  `create index transactionByContent on "transaction" (stationId, connectorId, startedAt)`,
  `create index transactionByStart on "transaction" (startedAt)`,
  `create index transactionActive on "transaction" (stationId, connectorId) where state = 'active'`,
  `create table meterSample (
    stationId text not null, connectorId integer not null, measuredAt integer not null,
    context text not null, transactionId text not null, receivedAt integer not null,
    energyWh integer, powerW integer, socPct real,
    currentL1Da integer, currentL2Da integer, currentL3Da integer,
    other text not null, notes text not null,
    primary key (stationId, connectorId, measuredAt, context, transactionId)
  ) strict, without rowid`,
  `create table configurationKey (
    id text primary key, stationId text not null references station (id), key text not null, value text,
    readonly integer not null, readAt integer not null,
    unique (stationId, key)
  ) strict`,
  `create table command (
    id text primary key, stationId text not null references station (id), action text not null,
    payload text not null, state text not null check (state in ('requested', 'sent', 'answered', 'failed')),
    answer text not null, failure text, requestedBy text not null, requestedAt integer not null,
    sentAt integer, endedAt integer
  ) strict`,
  `create index commandByStation on command (stationId, requestedAt)`,
  `create index commandByState on command (state)`,
  `create table ocppMessage (
    id integer primary key, stationId text, chargePointId text not null, at integer not null,
    direction text not null check (direction in ('in', 'out')), action text, messageId text,
    request text not null, response text, outcome text not null, errorCode text, latencyMs integer,
    notes text not null
  ) strict`,
  `create table ocppMessageOfStation (
    stationId text not null, firstMessageId integer not null, messageIds text not null,
    primary key (stationId, firstMessageId)
  ) strict, without rowid`,
  `create table deferred (id integer primary key, rows text not null) strict`,
  `create table alarm (
    id text primary key, kind text not null, stationId text, connectorId integer, detail text not null,
    raisedAt integer not null, clearedAt integer
  ) strict`,
  `create index alarmOpen on alarm (kind, stationId, connectorId) where clearedAt is null`,
  `create table journal (
    id integer primary key autoincrement, at integer not null, actor text not null, act text not null,
    noun text not null, nounId text not null, reason text, before text not null, after text not null
  ) strict`,
  `create index journalByNoun on journal (noun, nounId)`,
]

/** The tables of the first release: a site, its stations, who may charge, and what happened. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
