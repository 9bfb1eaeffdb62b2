import { firstGridTerms } from '../../../shared/domain/site/grid.ts'
import { firstTerms } from '../../../shared/domain/site/booking-terms.ts'
import { firstDeskTerms } from '../../../shared/domain/site/desk-terms.ts'
import { firstHouseRules } from '../../../shared/domain/visit/house-rules.ts'
import { firstWalkUpTerms } from '../../../shared/domain/walk-up/walk-up-terms.ts'
import { unknownEquipment } from '../../../shared/domain/connector/equipment.ts'
import type { Equipment } from '../../../shared/domain/connector/equipment.ts'
import type { LiveRows } from '../../../shared/contract/live.ts'
import type { Connector } from '../../../shared/domain/connector/connector.ts'
import type { Station } from '../../../shared/domain/station/station.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { newId } from '../fake/fake-store.ts'
import { noRows } from '../fake/no-rows.ts'
import { seedControl } from './seed-control.ts'
import { seedBookings } from './seed-booking.ts'
import { seedFeeders, seedLimits } from './seed-feeder.ts'
import { seedFleet } from './seed-fleet.ts'
import { seedTariffs } from './seed-tariff.ts'
import { seedPayments } from './seed-payment.ts'
import type { MoneyWish } from './seed-payment.ts'
import { seedPlanning } from './seed-planning.ts'
import { seedRecurring } from './seed-recurring.ts'
import { seedTransaction } from './seed-transaction.ts'
import { makes, phases, tokens } from './seed-words.ts'
import type { Phase } from './seed-words.ts'
import { seedWaiting } from './seed-waiting.ts'
import { seedTills } from './seed-till.ts'
import { seedVisits } from './seed-visit.ts'
import { seedUsers } from './seed-user.ts'

/** What to seed: a site with so many stations, with or without pairing open and a known grid limit. */
export type SeedWish = {
  stations: number
  bookings: number
  pairing: boolean
  limit: boolean
  /** Whether limits hold for a while. */
  limited: boolean
  /** Whether drivers have booked from their phones. */
  visits: boolean
  /** How many users; without any every window is open. */
  users: number
  /** How many tills; at the first a shift is open. */
  tills: number
  money: MoneyWish
  now: number
}

/** The rows of a site in the middle of its day. The same wish gives the same site, ids apart. */
export function seedRows(wish: SeedWish): LiveRows {
  const { stations, bookings, pairing, limit, limited, now } = wish
  const rows: LiveRows = {
    ...noRows(),
    site: [
      {
        id: newId(now),
        name: stations === 0 ? 'Min anläggning' : 'Norra depån',
        timeZone: 'Europe/Stockholm',
        currency: 'SEK',
        ...firstGridTerms,
        gridLimitW: limit && stations > 0 ? Math.max(40_000, stations * 8_000) : null,
        ...firstTerms,
        ...firstDeskTerms,
        createdAt: now - 90 * DAY,
        updatedAt: now - DAY,
      },
    ],
    houseRules: [{ id: 'houseRules', ...firstHouseRules, updatedAt: now - DAY }],
    walkUpTerms: [{ id: 'walkUpTerms', ...firstWalkUpTerms, updatedAt: now - DAY }],
    pairing: [
      {
        id: 'pairing',
        openedBy: pairing ? 'Kim' : null,
        openUntil: pairing ? now + 12 * MINUTE : null,
      },
    ],
    idToken:
      stations === 0
        ? []
        : tokens.map(([idToken, label], index) => ({
            id: newId(now - index),
            idToken,
            label,
            status: index === 4 ? ('Blocked' as const) : ('Accepted' as const),
            parentIdToken: index < 2 ? 'VAKTMASTERI' : null,
            vehicleId: null,
            customerId: null,
            expiresAt: index === 3 ? now - 3 * DAY : index === 6 ? now + 40 * DAY : null,
            createdAt: now - 60 * DAY,
            updatedAt: now - 3 * DAY,
          })),
  }
  if (stations > 0) seedFleet(rows, stations, now)
  for (let index = 0; index < stations; index += 1) seedStation(rows, index, now)
  if (stations > 1) seedFeeders(rows, now)
  if (stations > 1) seedTariffs(rows, now)
  if (limited) seedLimits(rows, now)
  if (stations > 0) seedWaiting(rows, pairing, now)
  seedBookings(rows, bookings, now)
  seedControl(rows, now)
  if (stations > 0) seedRecurring(rows, now)
  seedPlanning(rows, now)
  seedPayments(rows, wish.money, now)
  if (wish.visits) seedVisits(rows, now)
  seedUsers(rows, wish.users, now)
  seedTills(rows, wish.tills, now)
  return rows
}

function seedStation(rows: LiveRows, index: number, now: number): void {
  const make = makes[index % makes.length]
  const phase = phases[index % phases.length]
  if (!make || !phase) return
  const zone = 'ABCDEFGHIJKLMNOPQRST'[Math.floor(index / 12)] ?? 'Z'
  const online = phase !== 'offline'
  const station: Station = {
    id: newId(now - 60 * DAY + index),
    chargePointId: `${make.prefix}${String(index + 1).padStart(4, '0')}`,
    name: `${zone}${(index % 12) + 1}`,
    zone: `Zon ${zone}`,
    feederId: null,
    phaseRotation: 'RST',
    note: '',
    authentication: index === 5 ? 'none' : 'password',
    vendor: make.vendor,
    model: make.model,
    serialNumber: `SN-${100_200 + index}`,
    firmwareVersion: make.firmware,
    iccid: null,
    imsi: null,
    meterType: null,
    meterSerialNumber: null,
    ocppVersion: '1.6',
    connection: online ? 'online' : 'offline',
    connectionSince: now - (online ? 26 * HOUR : 18 * MINUTE),
    remoteAddress: `10.0.4.${10 + (index % 200)}`,
    lastSeenAt: now - (online ? 20_000 : 18 * MINUTE),
    bootedAt: now - 26 * HOUR,
    diagnosticsStatus: null,
    firmwareStatus: null,
    createdAt: now - 60 * DAY,
    updatedAt: now,
    retiredAt: null,
  }
  rows.station.push(station)
  rows.connector.push(seedConnector(station, 0, 'free', null, now))
  for (let number = 1; number <= make.connectors; number += 1) {
    const mine = number === 1 ? phase : 'free'
    const transactionId = seedTransaction(rows, station, number, mine, index, now)
    rows.connector.push(seedConnector(station, number, mine, transactionId, now))
  }
  if (phase === 'fault') seedAlarm(rows, station, 1, 'connectorFaulted', now)
  if (phase === 'offline') seedAlarm(rows, station, null, 'stationOffline', now)
}

function seedConnector(
  station: Station,
  connectorId: number,
  phase: Phase,
  transactionId: string | null,
  now: number,
): Connector {
  const charging = phase === 'charging'
  return {
    id: newId(now),
    stationId: station.id,
    connectorId,
    status: statuses[phase],
    errorCode: phase === 'fault' ? 'GroundFailure' : null,
    vendorErrorCode: phase === 'fault' ? 'E-041' : null,
    info: phase === 'fault' ? 'Residual current 38 mA' : null,
    statusAt: now - 40 * MINUTE,
    powerW: connectorId === 0 ? null : charging ? 10_840 : 0,
    energyWh: connectorId === 0 ? null : 1_284_220,
    currentDa: charging ? 159 : 0,
    socPct: charging && station.model?.includes('DC') === true ? 57 : null,
    sampledAt: connectorId === 0 ? null : now - 12_000,
    transactionId,
    ...(connectorId === 0 ? unknownEquipment : equipmentOf(station.model ?? '')),
  }
}

/** What a make's connectors are; of one make nobody has told. */
function equipmentOf(model: string): Equipment {
  if (model.includes('DC'))
    return { standard: 'IEC_62196_T2_COMBO', powerType: 'DC', maxPowerW: 150_000 }
  if (model === 'Duo') return unknownEquipment
  const maxPowerW = model.includes('22') ? 22_000 : 11_000
  return { standard: 'IEC_62196_T2', powerType: 'AC_3_PHASE', maxPowerW }
}

const statuses: Record<Phase, Connector['status']> = {
  free: 'Available',
  preparing: 'Preparing',
  charging: 'Charging',
  paused: 'SuspendedEVSE',
  carPaused: 'SuspendedEV',
  finished: 'Finishing',
  fault: 'Faulted',
  offline: 'Available',
  out: 'Unavailable',
}

function seedAlarm(
  rows: LiveRows,
  station: Station,
  connectorId: number | null,
  kind: 'connectorFaulted' | 'stationOffline',
  now: number,
): void {
  rows.alarm.push({
    id: newId(now),
    kind,
    stationId: station.id,
    connectorId,
    detail: kind === 'connectorFaulted' ? 'GroundFailure E-041 Residual current 38 mA' : '',
    raisedAt: now - 18 * MINUTE,
    clearedAt: null,
  })
}
