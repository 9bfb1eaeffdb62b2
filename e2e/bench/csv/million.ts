import { DatabaseSync } from 'node:sqlite'
import { uuidV7 } from '../../../shared/domain/id/id.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/time/instant.ts'

/** The first stay; a year of them is written. */
export const FIRST_AT = Date.UTC(2025, 0, 1)
export const YEAR = 365 * DAY

const CUSTOMERS = 2_000
const VEHICLES = 5_000
const STATIONS = 200
const TOGETHER = 20_000

/** When that stay's bill was posted: the report's rows are in this order. */
export function postedAt(stay: number, stays: number): number {
  return FIRST_AT + Math.floor((stay * YEAR) / stays)
}

/**
 * Writes a year of stays into a site's database as the hub leaves them: transaction, bill, its revision with lines and
 * periods, payment, and their entries in the ledger. Guards and hashes are left out, since they take an hour and nothing
 * that is read here.
 */
export function writeStays(file: string, stays: number, told: (done: number) => void): void {
  const database = new DatabaseSync(file)
  database.exec('pragma synchronous = off; pragma cache_size = -262144; pragma journal_mode = wal')
  const triggers = database.prepare(`select name from sqlite_master where type = 'trigger'`).all()
  for (const { name } of triggers) database.exec(`drop trigger "${String(name)}"`)
  writePeople(database)
  const write = stayWriter(database)
  for (let first = 0; first < stays; first += TOGETHER) {
    database.exec('begin')
    for (let stay = first; stay < Math.min(stays, first + TOGETHER); stay += 1)
      write(stay, postedAt(stay, stays))
    database.exec('commit')
    told(Math.min(stays, first + TOGETHER))
  }
  database.exec('pragma wal_checkpoint(truncate)')
  database.close()
}

/** Ids that are the same whenever they are asked for. */
function idOf(kind: number, number: number, at = FIRST_AT): string {
  const bytes = new Uint8Array(10)
  new DataView(bytes.buffer).setUint32(2, number)
  bytes[9] = kind
  return uuidV7(at, bytes)
}

const plateOf = (stay: number): string =>
  `${String.fromCharCode(65 + (stay % 23), 65 + (stay % 19), 65 + (stay % 17))} ${String(stay % 1_000).padStart(3, '0')}`

function writePeople(database: DatabaseSync): void {
  database.exec('begin')
  const station = database.prepare(
    `insert into station (id, chargePointId, name, zone, note, authentication, connection, createdAt, updatedAt)
      values (?, ?, ?, '', '', 'none', 'never', 0, 0)`,
  )
  for (let number = 0; number < STATIONS; number += 1)
    station.run(idOf(1, number), `CP-${number}`, `Plats ${number}`)
  const customer = database.prepare(
    `insert into customer (id, name, kind, email, phone, reference, note, createdAt, updatedAt)
      values (?, ?, 'fleet', '', '', ?, '', 0, 0)`,
  )
  for (let number = 0; number < CUSTOMERS; number += 1)
    customer.run(idOf(2, number), `Åkeri ${number} AB`, `K-${number}`)
  const vehicle = database.prepare(
    `insert into vehicle (id, plate, name, customerId, resumes, standards, costCentre, note, createdAt, updatedAt)
      values (?, ?, ?, ?, 'true', '[]', ?, '', 0, 0)`,
  )
  for (let number = 0; number < VEHICLES; number += 1)
    vehicle.run(
      ...[idOf(3, number), `V ${number}`, `Bil ${number}`, idOf(2, number % CUSTOMERS)],
      String(4_000 + (number % 50)),
    )
  const token = database.prepare(
    `insert into idToken (id, idToken, status, label, createdAt, updatedAt, vehicleId)
      values (?, ?, 'Accepted', ?, 0, 0, ?)`,
  )
  for (let number = 0; number < VEHICLES; number += 1)
    token.run(idOf(4, number), `TAG${number}`, `Förare ${number}`, idOf(3, number))
  database.exec('commit')
}

function stayWriter(database: DatabaseSync): (stay: number, at: number) => void {
  const transaction = database.prepare(
    `insert into "transaction" (id, ocppTransactionId, stationId, connectorId, idToken, state, startedAt, meterStartWh,
      startReceivedAt, stoppedAt, meterStopWh, stopReceivedAt, stopReason, energyWh, notes)
      values (?, ?, ?, ?, ?, 'finished', ?, ?, ?, ?, ?, ?, 'Local', ?, '[]')`,
  )
  const bill = database.prepare(
    `insert into bill (id, transactionId, stationId, connectorId, customerId, plate, idToken, settlement, settledByHand,
      state, currency, energyWh, lines, exclMinor, inclMinor, vat, estimatedMinor, revision, paidMinor, heldMinor,
      dueMinor, startsAt, endsAt, finalAt, reminders, createdAt, updatedAt)
      values (?, ?, ?, ?, ?, ?, ?, 'pay', 'false', 'final', 'SEK', ?, ?, ?, ?, ?, ?, 1, ?, 0, 0, ?, ?, ?, 0, ?, ?)`,
  )
  const revision = database.prepare(
    `insert into billRevision (id, billId, revision, reason, note, lines, exclMinor, inclMinor, vat, energyWh,
      settlement, timeZone, periods, corrections, ledgerEntryId, at)
      values (?, ?, 1, 'ended', '', ?, ?, ?, ?, ?, 'pay', 'Europe/Stockholm', ?, '[]', ?, ?)`,
  )
  const payment = database.prepare(
    `insert into payment (id, billId, means, capture, state, mode, currency, amountMinor, capturedMinor, refundedMinor,
      feeMinor, roundingMinor, reference, note, stripePaymentIntentId, stripeChargeId, disputed, cardLast4, takenBy,
      receiptNumber, paidAt, createdAt, updatedAt)
      values (?, ?, ?, 'automatic', 'paid', 'live', 'SEK', ?, ?, 0, ?, 0, '', '', ?, ?, 'false', ?, 'Kim', ?, ?, ?, ?)`,
  )
  const entry = database.prepare(
    `insert into ledgerEntry (id, at, kind, billId, paymentId, actor, text, previousHash, hash)
      values (?, ?, ?, ?, ?, 'hub', ?, '', '')`,
  )
  return (stay, at) => {
    const startedAt = at - HOUR
    const [billId, paymentId, transactionId] = [
      idOf(5, stay, at),
      idOf(6, stay, at),
      idOf(7, stay, at),
    ]
    const [stationId, connectorId] = [idOf(1, stay % STATIONS), 1 + (stay % 2)]
    const customerId = stay % 3 === 0 ? null : idOf(2, (stay * 7_919) % CUSTOMERS)
    const energyWh = 5_000 + ((stay * 37) % 60_000)
    const exclMinor = Math.round(energyWh * 0.256)
    const vatMinor = Math.round(exclMinor / 4)
    const inclMinor = exclMinor + vatMinor
    const tag = `TAG${(stay * 31) % VEHICLES}`
    const line = { unitPrice: '3.2', from: startedAt, until: at - MINUTE, ratePct: 25 }
    const lines = JSON.stringify([
      { kind: 'energy', quantity: energyWh / 1_000, unit: 'kWh', ...line, exclMinor, vatMinor },
      ...(stay % 5 === 0
        ? [{ kind: 'parking', quantity: 0.1, unit: 'h', ...line, exclMinor: 0, vatMinor: 0 }]
        : []),
    ])
    const vat = JSON.stringify([{ ratePct: 25, exclMinor, vatMinor }])
    const period = { energyMilliWh: energyWh * 500, powerW: 11_000, currentA: null }
    const periods = JSON.stringify([
      { startsAt: startedAt, seconds: 1_800, state: 'CHARGING', ...period },
      { startsAt: startedAt + HOUR / 2, seconds: 1_740, state: 'CHARGING', ...period },
    ])
    const entryId = 2 * stay + 1
    transaction.run(
      ...[transactionId, stay + 1, stationId, connectorId, tag, startedAt, 1_000, startedAt],
      ...[at - MINUTE, 1_000 + energyWh, at - MINUTE, energyWh],
    )
    bill.run(
      ...[billId, transactionId, stationId, connectorId, customerId, plateOf(stay), tag, energyWh],
      ...[
        lines,
        exclMinor,
        inclMinor,
        vat,
        inclMinor,
        inclMinor,
        startedAt,
        at - MINUTE,
        at,
        at,
        at,
      ],
    )
    entry.run(entryId, at, 'billPosted', billId, null, plateOf(stay))
    revision.run(
      ...[idOf(8, stay, at), billId, lines, exclMinor, inclMinor, vat, energyWh, periods, entryId],
      at,
    )
    const isCard = stay % 5 !== 0
    payment.run(
      ...[paymentId, billId, isCard ? 'reader' : 'cash', inclMinor, inclMinor, isCard ? 175 : 0],
      ...(isCard
        ? [`pi_${stay}`, `ch_${stay}`, String(1_000 + (stay % 9_000))]
        : [null, null, null]),
      ...[stay + 1, at, at, at],
    )
    entry.run(entryId + 1, at, 'paymentTaken', billId, paymentId, plateOf(stay))
  }
}
