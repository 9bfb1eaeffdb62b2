import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RefusedBooking } from '../../../shared/contract/booking.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { newConnector } from '../../../shared/domain/connector/new-connector.ts'
import type { Offer } from '../../../shared/domain/offer/offer.ts'
import { newStation } from '../../../shared/domain/station/new-station.ts'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { restFace, type RestFace } from '../rpc/test-bench/rest-face.ts'

/** Monday, 2 March 2026, 13:00 in Stockholm. */
const now = Date.UTC(2026, 2, 2, 12)
const POWER_W = 11_000

let face: RestFace
let stationId: string

beforeEach(async () => {
  face = await restFace(now, { plans: true })
  stationId = face.newId()
  await face.store.work('test', (tx) => {
    const words = { chargePointId: 'A1', zone: '', authentication: 'none' } as const
    tx.insert('station', newStation(words, stationId, now))
    for (const connectorId of [1, 2, 3])
      tx.insert('connector', {
        ...newConnector(tx.newId(), stationId, connectorId),
        standard: 'IEC_62196_T2',
        powerType: 'AC_3_PHASE',
        maxPowerW: POWER_W,
      })
  })
})
afterEach(() => face.close())

const limitTo = (gridLimitW: number | null) =>
  face.ask('PATCH', '/site', { gridLimitW, reservePct: 0 })
const book = (connectorId: number, hours: number, energyWh: number, words: object = {}) =>
  face.ask<Booking & { code: string; data: RefusedBooking }>('POST', '/bookings', {
    ...{ stationId, connectorId },
    arrivesAt: now + HOUR,
    departsAt: now + (1 + hours) * HOUR,
    need: { kind: 'energy', energyWh },
    ...words,
  })

describe('a booking', () => {
  test('is taken while every promise can be kept, and refused with when and who once not', async () => {
    await limitTo(15_000)
    const first = await book(1, 2, 20_000, { plate: 'ABC 123' })
    expect(first.status).toBe(201)
    expect((await book(2, 2, 10_000)).status).toBe(201)
    const third = await book(3, 2, 1_000)
    expect(third).toMatchObject({ status: 409, body: { code: 'BOOKING_REFUSED' } })
    expect(third.body.data.refusals).toMatchObject([
      {
        code: 'gridFull',
        shortWh: 1_000,
        stretches: [{ from: now + HOUR, until: now + 3 * HOUR, feederIds: [] }],
      },
    ])
    const [refusal] = third.body.data.refusals
    expect(refusal?.code === 'gridFull' && refusal.bookings.map(({ plate }) => plate)).toContain(
      'ABC 123',
    )
    // Where it fits instead is told too, and does fit.
    const [fits] = third.body.data.alternatives
    expect(fits).toBeDefined()
    expect((await book(3, 2, 1_000, fits)).status).toBe(201)
  })

  test('that the grid can’t promise fits at another time on the very connector', async () => {
    await limitTo(POWER_W)
    await book(1, 2, 22_000)
    const { body } = await book(2, 2, 22_000)
    expect(body.data.alternatives).toContainEqual({
      ...{ stationId, connectorId: 2 },
      arrivesAt: now + 3 * HOUR,
      departsAt: now + 5 * HOUR,
    })
  })

  test('of which several are asked for at once are judged together: all or none', async () => {
    await limitTo(15_000)
    const commands = [1, 2, 3].map((connectorId) => ({
      kind: 'create',
      id: face.newId(),
      plan: {
        ...{ stationId, connectorId },
        arrivesAt: now + HOUR,
        departsAt: now + 2 * HOUR,
        need: { kind: 'energy', energyWh: 6_000 },
      },
    }))
    expect((await face.ask('POST', '/bookings/apply', { commands })).status).toBe(409)
    expect(
      (await face.ask('POST', '/bookings/apply', { commands: commands.slice(1) })).status,
    ).toBe(200)
    expect((await book(1, 1, 3_000)).status).toBe(201)
    expect(
      (await book(1, 1, 3_001, { arrivesAt: now + 2 * HOUR, departsAt: now + 3 * HOUR })).status,
    ).toBe(201)
  })

  test('that was refused leaves nothing behind, and one that is cancelled makes room', async () => {
    await limitTo(POWER_W)
    const first = await book(1, 2, 22_000)
    expect((await book(2, 2, 5_000)).status).toBe(409)
    expect((await face.ask('POST', `/bookings/${first.body.id}/cancel`, {})).status).toBe(200)
    expect((await book(2, 2, 22_000)).status).toBe(201)
  })

  test('can be taken in without a promise: with a reason, which is journalled', async () => {
    await limitTo(POWER_W)
    await book(1, 2, 22_000)
    const second = await book(2, 2, 5_000, { overbook: 'The mayor comes' })
    expect(second).toMatchObject({ status: 201, body: { overbooked: 'The mayor comes' } })
    const lines = await face.store.reads.find('journal', { nounId: second.body.id })
    expect(lines).toMatchObject([{ act: 'booking.create', reason: 'The mayor comes' }])
    // The promise made before stands: no more is promised on account of it.
    expect((await book(3, 2, 1_000)).status).toBe(409)
  })

  test('is never refused for the grid while no limit is known', async () => {
    for (const connectorId of [1, 2, 3])
      expect((await book(connectorId, 1, POWER_W)).status).toBe(201)
  })

  test('is bound by the feeder that its station hangs on, named in the refusal', async () => {
    const feeder = await face.ask<{ id: string }>('POST', '/feeders', {
      ...{ name: 'North', parentId: null, limitW: POWER_W, limitDa: null },
    })
    await face.ask('PATCH', `/stations/${stationId}`, { feederId: feeder.body.id })
    expect((await book(1, 1, POWER_W)).status).toBe(201)
    const { body } = await book(2, 1, 2_000)
    expect(body.data.refusals).toMatchObject([{ code: 'gridFull', feeders: ['North'] }])
  })

  test('counts the building, and the reserve that is kept', async () => {
    await face.ask('PATCH', '/site', {
      gridLimitW: 20_000,
      reservePct: 10,
      baseLoad: { kind: 'constant', powerW: 10_000 },
    })
    expect((await book(1, 1, 8_001)).status).toBe(409)
    expect((await book(1, 1, 8_000)).status).toBe(201)
  })
})

describe('the plan', () => {
  const plan = async () => {
    // What isn't urgent is planned some seconds later.
    face.now += 10_000
    await face.plan()
    // A plan that was under way already knew less.
    face.now += 10_000
    await face.plan()
    const [row] = await face.store.reads.find('plan', {})
    const lines = await face.store.reads.find('planLine', {})
    return { row, lines }
  }

  test('is the flattest there is, with the proof of it', async () => {
    await limitTo(20_000)
    await book(1, 2, 10_000)
    await book(2, 2, 10_000)
    const { row, lines } = await plan()
    expect(row).toMatchObject({ peakW: 10_000, provenPeakW: 10_000, unmet: 0, slotMs: 15 * MINUTE })
    expect(lines).toHaveLength(2)
    for (const line of lines) {
      expect(line).toMatchObject({ promised: true, remainingWh: 10_000, shortfallWh: 0 })
      expect(line.powers[0]?.[0]).toBe(now + HOUR)
      expect(line.readyAt).toBeLessThanOrEqual(now + 3 * HOUR)
    }
  })

  test('follows what changes, and lines that stay the same are not told again', async () => {
    await limitTo(20_000)
    const { body } = await book(1, 2, 10_000)
    await book(2, 2, 4_000, { arrivesAt: now + 5 * HOUR, departsAt: now + 6 * HOUR })
    await plan()
    const seen = face.store.feed.position()
    await face.ask('POST', `/bookings/${body.id}/cancel`, {})
    const { lines } = await plan()
    expect(lines).toHaveLength(1)
    const told = face.store.feed.since(seen) ?? []
    expect(told.filter(({ table }) => table === 'planLine')).toMatchObject([
      { id: body.id, row: null },
    ])
  })

  test('names the promises that a limit for a while breaks, before it does', async () => {
    await limitTo(22_000)
    const { body } = await book(1, 2, 20_000)
    const set = await face.ask<{ unkept: unknown[] }>('POST', '/limits', {
      ...{ limitW: 5_000, from: now + HOUR, until: now + 3 * HOUR, reason: 'The grid owner asks' },
    })
    expect(set.body.unkept).toEqual([{ bookingId: body.id, shortfallWh: 10_000 }])
    const { row, lines } = await plan()
    expect(row?.unmet).toBe(1)
    expect(lines).toMatchObject([{ shortfallWh: 10_000, because: 'limit' }])
    expect(await face.store.reads.find('alarm', { kind: 'promiseShort' })).toMatchObject([
      { stationId, connectorId: 1, clearedAt: null },
    ])
    const [limit] = await face.store.reads.find('temporaryLimit', {})
    await face.ask('POST', `/limits/${limit?.id}/lift`, {})
    const after = await plan()
    expect(after.row?.unmet).toBe(0)
    expect(await face.store.reads.find('alarm', { kind: 'promiseShort', clearedAt: null })).toEqual(
      [],
    )
    const acts = (await face.store.reads.find('journal', { nounId: body.id })).map(({ act }) => act)
    expect(acts).toEqual(['booking.create', 'promise.short', 'promise.kept'])
  })

  test('is told further ahead than it reaches, with the proven minimum', async () => {
    await limitTo(20_000)
    await book(1, 2, 10_000, { arrivesAt: now + 72 * HOUR, departsAt: now + 74 * HOUR })
    await face.plan()
    const { body } = await face.ask<{ plannedW: number[]; peakW: number; provenPeakW: number }>(
      'GET',
      `/planning/outlook?from=${now + 70 * HOUR}&until=${now + 76 * HOUR}`,
    )
    expect(body).toMatchObject({ peakW: 5_000, provenPeakW: 5_000 })
    expect(body.plannedW).toHaveLength(24)
  })
})

describe('offers', () => {
  const find = (words: object = {}) =>
    face.ask<{ offers: Offer[]; mostWh: number }>('POST', '/offers', {
      arrivesFrom: now,
      departsBy: now + 8 * HOUR,
      need: { kind: 'energy', energyWh: 11_000 },
      ...words,
    })

  test('are windows that can be booked as they are', async () => {
    await limitTo(POWER_W)
    await book(1, 3, 22_000)
    const { body } = await find()
    expect(body.offers.length).toBeGreaterThan(3)
    for (const { stationId: station, connectorId, arrivesAt, departsAt, energyWh } of body.offers) {
      const { body: judged } = await face.ask<{ refusals: unknown[] }>('POST', '/bookings/check', {
        plan: {
          ...{ stationId: station, connectorId, arrivesAt, departsAt },
          need: { kind: 'energy', energyWh },
        },
      })
      expect(judged.refusals).toEqual([])
    }
  })

  test('tell the most that could be promised where none suffices', async () => {
    await limitTo(POWER_W)
    const { body } = await find({ need: { kind: 'energy', energyWh: 200_000 } })
    expect(body).toEqual({ offers: [], mostWh: 88_000 })
  })

  test('tell nothing of what a connector could give that somebody else has', async () => {
    await limitTo(POWER_W)
    await book(1, 4, 1_000, { arrivesAt: now + 4 * HOUR, departsAt: now + 8 * HOUR })
    const here = { stationId, connectorId: 1 }
    const need = { kind: 'energy', energyWh: 200_000 }
    expect((await find({ ...here, need })).body).toEqual({ offers: [], mostWh: 44_000 })
    const late = { ...here, arrivesFrom: now + 4 * HOUR }
    expect((await find({ ...late, need })).body).toEqual({ offers: [], mostWh: 0 })
    expect((await find({ ...late, need: null })).body).toEqual({ offers: [], mostWh: 0 })
  })

  test('of as much as there is time for end where somebody else comes, if need be', async () => {
    await limitTo(POWER_W)
    await book(1, 4, 1_000, { arrivesAt: now + 4 * HOUR, departsAt: now + 8 * HOUR })
    const { body } = await find({ stationId, connectorId: 1, need: null })
    expect(body.offers).toMatchObject([
      { arrivesAt: now, departsAt: now + 4 * HOUR, energyWh: 44_000 },
    ])
  })

  test('cost what their energy costs, and the cheapest come first when asked', async () => {
    await limitTo(30_000)
    await face.ask('PATCH', '/site', {
      priceSignal: {
        kind: 'periods',
        otherwisePerMWh: 100_000,
        periods: [{ weekdays: [1], from: 18 * 60, until: 20 * 60, pricePerMWh: 40_000 }],
      },
    })
    const { body } = await find({ order: 'cheapest', limit: 3 })
    // 18:00 at the site is five hours ahead.
    expect(body.offers[0]).toMatchObject({ arrivesAt: now + 5 * HOUR, costMinor: 440 })
  })

  test('of a vehicle that nobody knows are refused', async () => {
    expect((await find({ vehicleId: face.newId() })).status).toBe(404)
  })
})
