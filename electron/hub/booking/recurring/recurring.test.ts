import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import type { Recurring } from '../../../../shared/domain/booking/recurring.ts'
import { newConnector } from '../../../../shared/domain/connector/new-connector.ts'
import { newStation } from '../../../../shared/domain/station/new-station.ts'
import { DAY, HOUR } from '../../../../shared/time/instant.ts'
import type { Chargers } from '../../chargers.ts'
import { noPromises } from '../../rpc/test-bench/no-planning.ts'
import { newBookingRow } from '../../rpc/test-bench/booking-rows.ts'
import { restFace, type RestFace } from '../../rpc/test-bench/rest-face.ts'
import { bookAhead } from './ahead.ts'

/** Monday, 2 March 2026, 13:00 in Stockholm; the clocks go forward on the 29th, within four weeks. */
const now = Date.UTC(2026, 2, 2, 12)

let face: RestFace
let stationId: string

beforeEach(async () => {
  face = await restFace(now)
  stationId = face.newId()
  const words = { chargePointId: 'A1', zone: '', authentication: 'none' } as const
  await face.store.work('test', (tx) => {
    tx.insert('station', newStation(words, stationId, now))
    for (const connectorId of [1, 2])
      tx.insert('connector', newConnector(tx.newId(), stationId, connectorId))
  })
})
afterEach(() => face.close())

interface Answer extends Recurring {
  code: string
  data: unknown
  recurring: Recurring
  made: number
  unplaced: Booking[]
  rows: Recurring[]
}

const ask = (method: string, path: string, body?: object, headers?: Record<string, string>) =>
  face.ask<Answer>(method, path, body, headers)

const words = (changes: object = {}) => ({
  weekdays: [1, 2, 3, 4, 5],
  arrives: '18:00',
  departs: '05:00',
  firstOn: '2026-03-01',
  lastOn: null,
  stationId,
  connectorId: 1,
  flexibility: 'fixed',
  need: { kind: 'energy', energyWh: 30_000 },
  vehicleId: null,
  customerId: null,
  plate: 'ABC 123',
  idToken: null,
  priority: 'normal',
  note: '',
  ...changes,
})
const create = async (changes: object = {}): Promise<Answer> =>
  (await ask('POST', '/recurring-bookings', words(changes))).body

async function bookings(): Promise<Booking[]> {
  const rows = await face.store.reads.find('booking', {})
  return rows.toSorted((a, b) => a.arrivesAt - b.arrivesAt)
}
const on = async (day: string): Promise<Booking> => {
  const found = (await bookings()).find(({ occursOn }) => occursOn === day)
  if (!found) throw new Error(`nothing is booked on ${day}`)
  return found
}
const wall = (at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO('Europe/Stockholm')
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })
const idle = {} as Chargers // no charger is connected, so none is ever spoken to
const rooms = { chargers: idle, promises: noPromises }

describe('a new rule', () => {
  test('books four weeks ahead at the time of day meant, the night the clocks change too', async () => {
    const { made, unplaced, recurring } = await create({ weekdays: [6, 7] })
    expect([made, unplaced]).toEqual([8, []])
    for (const booking of await bookings()) {
      expect([wall(booking.arrivesAt), wall(booking.departsAt)]).toEqual(['18:00', '05:00'])
      expect(booking).toMatchObject({
        stationId,
        connectorId: 1,
        state: 'confirmed',
        origin: 'recurring',
        recurringId: recurring.id,
        revision: 0,
        plate: 'ABC 123',
      })
    }
    const night = await on('2026-03-28')
    expect(night.departsAt - night.arrivesAt).toBe(10 * HOUR)
  })

  test('sent again under its id, or with its Idempotency-Key, is one', async () => {
    const id = face.newId()
    await create({ id })
    expect(await create({ id })).toMatchObject({ made: 0, recurring: { id } })
    const key = { 'idempotency-key': 'once' }
    const first = await ask('POST', '/recurring-bookings', words({ connectorId: 2 }), key)
    const again = await ask('POST', '/recurring-bookings', words({ connectorId: 2 }), key)
    expect(again.body.recurring.id).toBe(first.body.recurring.id)
    expect((await ask('GET', '/recurring-bookings')).body.rows).toHaveLength(2)
  })

  test('leaves a day that is taken waiting without a place, and says so', async () => {
    const arrivesAt = Date.UTC(2026, 2, 4, 20)
    await face.store.work('test', (tx) =>
      tx.insert('booking', newBookingRow({ id: tx.newId(), arrivesAt, stationId, connectorId: 1 })),
    )
    const { made, unplaced } = await create()
    expect(made).toBe(21)
    expect(unplaced).toMatchObject([
      { occursOn: '2026-03-04', stationId: null, connectorId: null, state: 'requested' },
    ])
  })

  test('is written down, and so is each of its bookings', async () => {
    const { recurring } = await create()
    const lines = await face.store.reads.find('journal', {})
    expect(lines.filter(({ act }) => act === 'recurring.create')).toMatchObject([
      { actor: 'api', noun: 'recurring', nounId: recurring.id },
    ])
    expect(lines.filter(({ act }) => act === 'booking.create')).toHaveLength(21)
  })

  test('is refused where it contradicts itself or names what is not there', async () => {
    const refused = async (changes: object) => {
      const { status, body } = await ask('POST', '/recurring-bookings', words(changes))
      return [status, body.code, body.data]
    }
    const no = (code: string) => [409, 'RECURRING_REFUSED', { code }]
    expect(await refused({ lastOn: '2026-02-01' })).toEqual(no('lastBeforeFirst'))
    expect(await refused({ connectorId: null })).toEqual(no('halfAPlace'))
    expect(await refused({ connectorId: 9 })).toEqual(no('noSuchConnector'))
    const id = face.newId()
    for (const noun of ['station', 'vehicle', 'customer'])
      expect(await refused({ [`${noun}Id`]: id })).toEqual([404, 'NOT_FOUND', { noun, id }])
    expect((await refused({ weekdays: [] }))[0]).toBe(400)
    expect((await refused({ arrives: '24:00' }))[0]).toBe(400)
    expect(await bookings()).toEqual([])
  })
})

describe('a changed rule', () => {
  test('changes its bookings ahead, those changed or cancelled by themselves not', async () => {
    const { recurring } = await create()
    const moved = await on('2026-03-03')
    const { status } = await face.ask('PATCH', `/bookings/${moved.id}`, { note: 'Late shift' })
    expect(status).toBe(200)
    await face.ask('POST', `/bookings/${(await on('2026-03-05')).id}/cancel`, {})
    const path = `/recurring-bookings/${recurring.id}`
    const changed = await ask('PUT', path, words({ arrives: '20:00', weekdays: [1, 2, 3, 4] }))
    expect(changed.body).toMatchObject({ made: 15, unplaced: [] })
    expect(wall((await on('2026-03-03')).arrivesAt)).toBe('18:00')
    expect(await on('2026-03-05')).toMatchObject({ state: 'cancelled' })
    expect(await on('2026-03-06')).toMatchObject({ state: 'cancelled', revision: 1 })
    const other = await on('2026-03-04')
    expect([wall(other.arrivesAt), other.revision]).toEqual(['20:00', 1])
    // What the rule itself has taken back it brings back.
    await ask('PUT', path, words({ arrives: '20:00' }))
    expect(await on('2026-03-06')).toMatchObject({ state: 'confirmed', revision: 2 })
    expect(await on('2026-03-05')).toMatchObject({ state: 'cancelled' })
  })

  test('changes those too that were changed to and fro, and those of a vehicle that became another', async () => {
    const vehicle = async (plate: string): Promise<string> =>
      (await face.ask<{ id: string }>('POST', '/vehicles', { plate })).body.id
    const [kept, from] = [await vehicle('ABC 123'), await vehicle('ABC 124')]
    const { recurring } = await create({ vehicleId: from, plate: '' })
    const { id } = await on('2026-03-03')
    for (const note of ['Late shift', '']) await face.ask('PATCH', `/bookings/${id}`, { note })
    expect((await face.ask('POST', `/vehicles/${kept}/merge`, { from })).status).toBe(200)
    const path = `/recurring-bookings/${recurring.id}`
    const changed = await ask('PUT', path, words({ arrives: '20:00', vehicleId: kept, plate: '' }))
    expect(changed.body).toMatchObject({ made: 21, unplaced: [] })
  })

  test('may move each booking to where the next one was', async () => {
    const { recurring } = await create({ weekdays: [1, 2, 3, 4, 5, 6, 7], departs: '17:00' })
    const path = `/recurring-bookings/${recurring.id}`
    const later = { weekdays: [1, 2, 3, 4, 5, 6, 7], arrives: '20:00', departs: '19:00' }
    expect((await ask('PUT', path, words(later))).body.unplaced).toEqual([])
  })

  test('holds from a day to come as a rule of its own, which takes over the days from then on', async () => {
    const { recurring } = await create()
    await face.ask('POST', `/bookings/${(await on('2026-03-19')).id}/cancel`, {})
    const path = `/recurring-bookings/${recurring.id}`
    const { body } = await ask('PUT', path, { ...words({ arrives: '20:00' }), from: '2026-03-16' })
    expect(body.recurring).toMatchObject({ firstOn: '2026-03-16', arrives: '20:00' })
    expect(body.recurring.id).not.toBe(recurring.id)
    const { rows } = (await ask('GET', '/recurring-bookings')).body
    expect(rows).toMatchObject([{ id: recurring.id, lastOn: '2026-03-15', arrives: '18:00' }, {}])
    const before = await on('2026-03-13')
    expect([wall(before.arrivesAt), before.recurringId]).toEqual(['18:00', recurring.id])
    const after = await on('2026-03-16')
    expect([wall(after.arrivesAt), after.recurringId]).toEqual(['20:00', body.recurring.id])
    expect(await on('2026-03-19')).toMatchObject({ state: 'cancelled' })
    expect(await bookings()).toHaveLength(21)
  })

  test('that is gone or over is refused', async () => {
    const gone = `/recurring-bookings/${face.newId()}`
    expect((await ask('PUT', gone, words())).status).toBe(404)
    expect((await ask('POST', `${gone}/end`)).status).toBe(404)
    const { recurring } = await create()
    await ask('POST', `/recurring-bookings/${recurring.id}/end`)
    expect((await ask('PUT', `/recurring-bookings/${recurring.id}`, words())).body).toMatchObject({
      code: 'RECURRING_REFUSED',
      data: { code: 'ended' },
    })
  })
})

test('an ended rule has its bookings ahead cancelled, those changed by hand too, and is told no more', async () => {
  const { recurring } = await create()
  await face.ask('PATCH', `/bookings/${(await on('2026-03-03')).id}`, { note: 'Late shift' })
  face.now = now + DAY + 7 * HOUR
  const path = `/recurring-bookings/${recurring.id}/end`
  const { body } = await ask('POST', path)
  expect(body.endedAt).toBe(face.now)
  expect((await ask('POST', path)).body).toEqual(body)
  const states = (await bookings()).map(({ state }) => state)
  // Monday's and Tuesday's had begun.
  expect(states).toEqual(['confirmed', 'confirmed', ...Array<string>(19).fill('cancelled')])
  expect((await ask('GET', '/recurring-bookings')).body.rows).toEqual([])
  expect(await bookAhead(face.store, rooms)).toBe(0)
})

test('from day to day the next day within sight is booked, once', async () => {
  await create()
  expect(await bookAhead(face.store, rooms)).toBe(0)
  face.now = now + DAY
  expect(await bookAhead(face.store, rooms)).toBe(1)
  expect(await bookAhead(face.store, rooms)).toBe(0)
  expect((await bookings()).at(-1)?.occursOn).toBe('2026-03-31')
})
