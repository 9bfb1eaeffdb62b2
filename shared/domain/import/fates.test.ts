import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOUR } from '../../time/instant.ts'
import {
  aBay,
  aBooking,
  aroundOf,
  aVehicle,
  NOON,
  STATION,
  testId,
} from '../booking/booking-fixture.ts'
import type { Booking } from '../booking/booking.ts'
import { type Customer, untoldBilling } from '../customer/customer.ts'
import type { IdToken } from '../id-token/id-token.ts'
import type { Station } from '../station/station.ts'
import type { Vehicle } from '../vehicle/vehicle.ts'
import { bookingFate } from './booking-fate.ts'
import { bookingFields } from './booking-fields.ts'
import { bookingKey } from './booking-row.ts'
import { csvText } from './csv-text.ts'
import { fateKind, type RowFate } from './fate.ts'
import { atOnce } from './in-turns.ts'
import { type ImportKind, importKind } from './kind.ts'
import { fieldsOf } from './kinds.ts'
import { type KnownBookings, knownOf } from './known.ts'
import { guessMapping } from './mapping.ts'
import { readRows } from './rows.ts'
import { isTable, readTable } from './table.ts'
import { tokenFate, tokenRowKey } from './token-fate.ts'
import { tokenFields } from './token-fields.ts'
import { vehicleFate, vehicleKey } from './vehicle-fate.ts'
import { vehicleFields } from './vehicle-fields.ts'

const acme: Customer = {
  id: testId(700),
  name: 'Acme Åkeri',
  kind: 'fleet',
  email: '',
  phone: '',
  reference: 'K-17',
  group: '',
  ...untoldBilling,
  note: '',
  archivedAt: null,
  mergedInto: null,
  createdAt: NOON,
  updatedAt: NOON,
}

// Only what a row can be found by matters of a station.
const station = { id: STATION, chargePointId: 'CP-A', name: 'A1', retiredAt: null } as Station

const card: IdToken = {
  id: testId(800),
  idToken: 'CARD1',
  status: 'Accepted',
  label: 'Kim',
  parentIdToken: null,
  expiresAt: null,
  vehicleId: null,
  customerId: null,
  createdAt: NOON,
  updatedAt: NOON,
}

interface Site {
  vehicles?: readonly Vehicle[]
  tokens?: readonly IdToken[]
  bookings?: readonly Booking[]
  customers?: readonly Customer[]
  /** How many connectors its station has. */
  connectors?: number
}

/** The ids that keys of rows lead to, one after the other. */
function idsInOrder(): (key: string) => string {
  const ids = new Map<string, string>()
  return (key) => {
    const known = ids.get(key) ?? testId(100 + ids.size)
    ids.set(key, known)
    return known
  }
}

function fatesOf(kind: ImportKind, text: string, site: Site = {}, idOf = idsInOrder()): RowFate[] {
  const { vehicles = [], tokens = [], bookings = [], customers = [acme], connectors = 3 } = site
  const table = atOnce(readTable(text))
  if (!isTable(table)) throw new Error(table.code)
  const bays = Array.from({ length: connectors }, (_, index) => aBay(index + 1))
  const known = knownOf({
    timeZone: 'Europe/Stockholm',
    vehicle: vehicles,
    customer: customers,
    station: [station],
    connector: bays,
    idToken: tokens,
  })
  const mapping = guessMapping(fieldsOf[kind], table.header)
  if (kind === 'vehicle')
    return atOnce(readRows(vehicleFields, vehicleKey, table, mapping, known)).map(
      (row) => vehicleFate(row, known).fate,
    )
  if (kind === 'idToken')
    return atOnce(readRows(tokenFields, tokenRowKey, table, mapping, known)).map(
      (row) => tokenFate(row, known).fate,
    )
  const around = aroundOf(bookings, { bays, vehicles })
  const judged: KnownBookings = {
    around,
    booking: (id) => around.occupancy.get(id),
    idOf,
    nextReservationId: () => 1,
  }
  const lineOf = new Map<string, number>()
  return atOnce(readRows(bookingFields, bookingKey, table, mapping, known)).map(
    (row) => bookingFate(row, known, judged, lineOf).fate,
  )
}

test('a vehicle is known by its plate however it is written, and only what differs changes', () => {
  const van = aVehicle({ plate: 'VAN 001', name: 'Van', batteryWh: 77_000 })
  const fates = fatesOf(
    'vehicle',
    'plate;name;battery;customer\nvan-001;Van;77;\nVAN001;;;\nABC 123;;40,5;acme åkeri\n',
    { vehicles: [van] },
  )
  expect(fates[0]).toMatchObject({ fate: 'same', id: van.id })
  expect(fates[1]).toMatchObject({
    fate: 'refused',
    problems: [{ code: 'duplicate', field: 'plate', otherLine: 2 }],
  })
  expect(fates[2]).toMatchObject({ fate: 'create', line: 4, subject: 'ABC 123' })
  const [changed] = fatesOf('vehicle', 'plate;name;battery;customer\nvan001;;80;K-17\n', {
    vehicles: [van],
  })
  expect(changed).toMatchObject({ fate: 'change', fields: ['customerId', 'batteryWh'] })
})

test('a vehicle put aside keeps no plate', () => {
  const gone = aVehicle({ plate: 'VAN 001', archivedAt: NOON })
  expect(fatesOf('vehicle', 'plate\nVAN 001\n', { vehicles: [gone] })).toMatchObject([
    { fate: 'create' },
  ])
})

test('everything that is wrong with a row is told at once, each with its field', () => {
  const twins = [acme, { ...acme, id: testId(701) }]
  const [fate] = fatesOf(
    'vehicle',
    'plate,battery,max AC,phases,plugs,ready by,customer,name\n' +
      `${'A'.repeat(21)},lots,200,4,Type 9,25:00,Acme Åkeri,${'n'.repeat(81)},more\n`,
    { customers: twins },
  )
  expect(
    fate?.problems.map((problem) => [problem.code, 'field' in problem ? problem.field : '']),
  ).toEqual([
    ['tooManyCells', ''],
    ['tooLong', 'plate'],
    ['tooLong', 'name'],
    ['ambiguous', 'customerId'],
    ['notANumber', 'batteryWh'],
    ['outOfRange', 'maxAcW'],
    ['notAChoice', 'acPhases'],
    ['notAChoice', 'standards'],
    ['notATime', 'departsAt'],
  ])
  expect(fatesOf('vehicle', 'plate,name\n,Van\n- -,Van\n')).toMatchObject([
    { problems: [{ code: 'missing', field: 'plate' }] },
    { problems: [{ code: 'missing', field: 'plate' }] },
  ])
})

test('a token is known by its text whatever its case', () => {
  const fates = fatesOf(
    'idToken',
    'bricka;innehavare;status;regnr\ncard1;Kim;godkänd;\nCARD1;x;;\nCARD2;;spärrad;VAN 001\nCARD3;;;NOBODY\n',
    { tokens: [card], vehicles: [aVehicle()] },
  )
  expect(fates).toMatchObject([
    { fate: 'same', id: card.id },
    { fate: 'refused', problems: [{ code: 'duplicate', otherLine: 2 }] },
    { fate: 'create' },
    { fate: 'refused', problems: [{ code: 'unknown', field: 'vehicleId', value: 'NOBODY' }] },
  ])
  const [blocked] = fatesOf('idToken', 'token,status\ncard1,Blocked\n', { tokens: [card] })
  expect(blocked).toMatchObject({ fate: 'change', fields: ['status'] })
})

const HEADER = 'reference,plate,station,connector,arrives,departs,energy'

test('bookings go through the rules of bookings, among those that are there and the rows before', () => {
  const there = aBooking({ id: testId(1), connectorId: 2 })
  const fates = fatesOf(
    'booking',
    `${HEADER}
B1,ABC 123,CP-A,1,2026-03-02 13:00,2026-03-02 15:00,10
B2,DEF 456,A1,1,2026-03-02 14:00,2026-03-02 16:00,
B3,DEF 456,A1,2,2026-03-02 14:00,2026-03-02 16:00,
B4,DEF 456,A1,9,2026-03-02 14:00,2026-03-02 16:00,
B5,DEF 456,,,2026-03-02 16:00,2026-03-02 14:00,
B6,DEF 456,nowhere,1,2026-03-02 14:00,2026-03-02 16:00,
B7,DEF 456,A1,,2026-03-02 14:00,2026-03-02 16:00,
B8,DEF 456,,,2026-03-29 02:30,2026-03-29 05:00,
`,
    { bookings: [there] },
  )
  expect(fates.map(({ fate }) => fate)).toEqual(['create', ...Array(7).fill('refused')])
  expect(fates.slice(1).map(({ problems }) => problems)).toMatchObject([
    [{ code: 'booking', refusal: { code: 'overlaps' }, otherLine: 2 }],
    [{ code: 'booking', refusal: { code: 'overlaps', bookingId: there.id }, otherLine: null }],
    [{ code: 'booking', refusal: { code: 'noSuchConnector' } }],
    [{ code: 'booking', refusal: { code: 'departureBeforeArrival' } }],
    [{ code: 'unknown', field: 'station' }],
    [{ code: 'missing', field: 'connectorId' }],
    [{ code: 'skippedTime', field: 'arrivesAt' }],
  ])
})

test('a station with one connector needn’t name it', () => {
  const text = `${HEADER}\nB1,ABC 123,A1,,2026-03-02 13:00,2026-03-02 15:00,\n`
  expect(fatesOf('booking', text, { connectors: 1 })).toMatchObject([{ fate: 'create' }])
})

test('a row with a reference says what its booking is to be, one without only that there is one', () => {
  const idOf = idsInOrder()
  const words = { plate: 'ABC 123', arrivesAt: NOON + HOUR, departsAt: NOON + 3 * HOUR }
  const named = aBooking({ ...words, id: idOf('reference B1') })
  const later = `${HEADER}\nB1,ABC 123,CP-A,1,2026-03-02 13:00,2026-03-02 16:00,12\n`
  expect(fatesOf('booking', later, { bookings: [named] }, idOf)).toMatchObject([
    { fate: 'change', id: named.id, fields: ['departsAt', 'energyWh'] },
  ])
  const unnamed = `${HEADER}\n,ABC 123,CP-A,1,2026-03-02 13:00,2026-03-02 15:00,12\n`
  expect(fatesOf('booking', unnamed, { bookings: [named] }, idOf)).toMatchObject([
    { fate: 'same', id: named.id, notes: [{ code: 'differsHere' }] },
  ])
})

test('what was cancelled here is not made again, and what is over is left in peace', () => {
  const idOf = idsInOrder()
  const text = `${HEADER}\nB1,ABC 123,CP-A,1,2026-03-02 13:00,2026-03-02 16:00,\n`
  const withState = (state: Booking['state']) =>
    fatesOf('booking', text, { bookings: [aBooking({ id: idOf('reference B1'), state })] }, idOf)
  expect(withState('cancelled')).toMatchObject([
    { fate: 'refused', problems: [{ code: 'cancelledSince', value: 'B1' }] },
  ])
  expect(withState('left')).toMatchObject([{ fate: 'same' }])
})

test('the hour that comes twice is taken in with a note', () => {
  const text = `${HEADER}\nB1,ABC 123,,,2026-10-25 02:30,2026-10-25 05:00,\n`
  expect(fatesOf('booking', text)).toMatchObject([
    { fate: 'create', notes: [{ code: 'repeatedTime', field: 'arrivesAt' }] },
  ])
})

test('every row of any file has a fate; a refused one has a reason, another has none', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('ABC 123', 'CP-A', '1', '77', '11 kW', '2026-03-02 13:00', '2026-03-02 15:00'),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...importKind.options),
      fc.array(fc.array(text, { minLength: 3, maxLength: 14 }), { minLength: 1, maxLength: 12 }),
      (kind, rows) => {
        const header = Object.values(fieldsOf[kind]).map(({ headings }) => headings[0] ?? '')
        const full = rows.map((cells) => ['x', ...cells])
        const fates = fatesOf(kind, csvText([header, ...full], ';'))
        expect(fates).toHaveLength(rows.length)
        for (const { fate, problems } of fates) {
          expect(fateKind.options).toContain(fate)
          expect(problems.length > 0).toBe(fate === 'refused')
        }
      },
    ),
  )
})
