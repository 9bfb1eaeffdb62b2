import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HOUR } from '../../../shared/time/instant.ts'
import { wholeHub, type WholeHub } from '../ocpp/server/test-bench/whole-hub.ts'
import { wireCharger } from '../ocpp/server/test-bench/wire-charger.ts'

const soon = Math.ceil(Date.now() / HOUR) * HOUR + HOUR

/** What these tests look at in an answer; each looks only at what its call tells. */
interface Answer {
  id: string
  code: string
  message: string
  revision: number
  station: { id: string }
  key: { password: string }
  rows: { id: string }[]
  data: { refusals: unknown[]; alternatives: { connectorId: number }[] }
}

let hub: WholeHub
let stationId: string

async function api(
  method: string,
  path: string,
  body?: object,
  headers?: Record<string, string>,
): Promise<{ status: number; body: Answer }> {
  const { status, body: told } = await hub.api(method, path, body, headers)
  return { status, body: told as Answer }
}

const book = (words: object = {}) =>
  api('POST', '/bookings', {
    stationId,
    connectorId: 1,
    arrivesAt: soon,
    departsAt: soon + 2 * HOUR,
    plate: 'ABC 123',
    ...words,
  })

beforeEach(async () => {
  hub = await wholeHub()
  const made = (await api('POST', '/stations', { chargePointId: 'CP' })).body
  stationId = made.station.id
  const charger = await wireCharger(hub.ocppUrl, 'CP', { password: made.key.password })
  await charger.call('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' })
  for (const connectorId of [1, 2])
    await charger.call('StatusNotification', {
      connectorId,
      errorCode: 'NoError',
      status: 'Available',
    })
})
afterEach(async () => {
  await hub.stop()
})

describe('a booking', () => {
  test('is made, listed within a window, moved, made longer, split and cancelled', async () => {
    const made = await book({ need: { kind: 'energy', energyWh: 10_000 } })
    expect(made).toMatchObject({ status: 201, body: { state: 'confirmed', origin: 'api' } })
    const { id } = made.body
    const listed = (from: number, until: number) =>
      api('GET', `/bookings?from=${from}&until=${until}&stationId=${stationId}`)
    expect((await listed(soon + HOUR, soon + 9 * HOUR)).body.rows).toMatchObject([{ id }])
    expect((await listed(soon + 2 * HOUR, soon + 9 * HOUR)).body.rows).toEqual([])

    const moved = await api('POST', `/bookings/${id}/move`, {
      arrivesAt: soon + HOUR,
      stationId,
      connectorId: 2,
    })
    expect(moved.body).toMatchObject({
      connectorId: 2,
      arrivesAt: soon + HOUR,
      departsAt: soon + 3 * HOUR,
      revision: 1,
    })
    const resized = await api('POST', `/bookings/${id}/resize`, { departsAt: soon + 5 * HOUR })
    expect(resized.body).toMatchObject({ arrivesAt: soon + HOUR, departsAt: soon + 5 * HOUR })
    const split = await api('POST', `/bookings/${id}/split`, { at: soon + 3 * HOUR })
    expect(split.body).toMatchObject({
      first: { id, departsAt: soon + 3 * HOUR, need: { energyWh: 5_000 } },
      second: { arrivesAt: soon + 3 * HOUR, need: { energyWh: 5_000 } },
    })
    const cancelled = await api('POST', `/bookings/${id}/cancel`, { reason: 'driver ill' })
    expect(cancelled.body).toMatchObject({ state: 'cancelled' })
    const journal = (await api('GET', `/journal?noun=booking&nounId=${id}`)).body.rows
    expect(journal).toMatchObject([
      { act: 'booking.cancel', reason: 'driver ill', actor: 'api' },
      { act: 'booking.split' },
      { act: 'booking.resize' },
      { act: 'booking.move' },
      { act: 'booking.create' },
    ])
  })

  test('that can’t be is refused with what is in the way, in words, and where it would fit', async () => {
    const first = (await book()).body
    const refused = await book({ plate: 'DEF 456', arrivesAt: soon + HOUR })
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'BOOKING_REFUSED',
        data: {
          refusals: [{ code: 'overlaps', bookingId: first.id, plate: 'ABC 123' }],
          alternatives: [{ stationId, connectorId: 2, arrivesAt: soon + HOUR }, {}],
        },
      },
    })
    expect(refused.body.message).toContain('ABC 123')
    const [nearest] = refused.body.data.alternatives
    expect((await book({ plate: 'DEF 456', ...nearest })).status).toBe(201)
  })

  test('is only asked about by check, which writes nothing', async () => {
    const plan = { stationId, connectorId: 1, arrivesAt: soon, departsAt: soon + HOUR }
    expect((await api('POST', '/bookings/check', { plan })).body).toEqual({
      refusals: [],
      alternatives: [],
      price: null,
    })
    expect((await api('GET', '/bookings')).body.rows).toEqual([])
    await book()
    expect((await api('POST', '/bookings/check', { plan })).body).toMatchObject({
      refusals: [{ code: 'overlaps' }],
    })
  })

  test('whose window makes no sense, or whose station is nobody’s, is told so', async () => {
    expect((await book({ departsAt: soon })).body).toMatchObject({
      data: { refusals: [{ code: 'departureBeforeArrival' }] },
    })
    expect((await book({ arrivesAt: 'tomorrow' })).status).toBe(400)
    expect((await book({ connectorId: 7 })).body).toMatchObject({
      data: { refusals: [{ code: 'noSuchConnector' }] },
    })
    const nowhere = '/bookings/019c0000-0000-7000-8000-000000000001'
    expect((await api('POST', `${nowhere}/cancel`, {})).status).toBe(404)
  })

  test('seen at an older revision is not changed over somebody’s head', async () => {
    const { id } = (await book()).body
    await api('PATCH', `/bookings/${id}`, { note: 'by the door' })
    const late = await api('POST', `/bookings/${id}/move`, {
      revision: 0,
      connectorId: 2,
      stationId,
    })
    expect(late).toMatchObject({
      status: 409,
      body: { data: { refusals: [{ code: 'changedSince', revision: 1 }] } },
    })
  })
})

describe('a call with an Idempotency-Key', () => {
  const plan = () => ({ stationId, connectorId: 1, arrivesAt: soon, departsAt: soon + HOUR })
  const key = { 'idempotency-key': 'plan-2026-11-26/17' }

  test('sent again is answered alike and done once', async () => {
    const first = await api('POST', '/bookings', plan(), key)
    const again = await api('POST', '/bookings', plan(), key)
    expect(again.body).toEqual(first.body)
    expect((await api('GET', '/bookings')).body.rows).toHaveLength(1)
  })

  test('is refused when the key came with another question', async () => {
    await api('POST', '/bookings', plan(), key)
    const other = await api('POST', '/bookings', { ...plan(), connectorId: 2 }, key)
    expect(other).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } })
  })

  test('that was refused may be tried again: only what was done is remembered', async () => {
    const { id } = (await book()).body
    expect((await api('POST', '/bookings', plan(), key)).status).toBe(409)
    await api('POST', `/bookings/${id}/cancel`, {})
    expect((await api('POST', '/bookings', plan(), key)).status).toBe(201)
  })
})

describe('a desk', () => {
  const desk = { deskId: 'desk-1' }
  const undo = () => api('POST', '/bookings/undo', desk)
  const redo = () => api('POST', '/bookings/redo', desk)
  const rows = async () => (await api('GET', '/bookings')).body.rows

  test('takes its steps back to the first, and does them again', async () => {
    const { id } = (await book(desk)).body
    await api('POST', `/bookings/${id}/move`, { stationId, connectorId: 2, ...desk })
    await api('POST', `/bookings/${id}/cancel`, desk)
    expect((await undo()).body).toMatchObject({ act: 'cancel', state: 'undone', plate: 'ABC 123' })
    expect(await rows()).toMatchObject([{ state: 'confirmed', connectorId: 2 }])
    expect((await undo()).body).toMatchObject({ act: 'move' })
    expect(await rows()).toMatchObject([{ connectorId: 1 }])
    expect((await undo()).body).toMatchObject({ act: 'create' })
    expect(await rows()).toEqual([])
    expect(await undo()).toMatchObject({ status: 409, body: { code: 'NOTHING_TO_UNDO' } })
    for (const act of ['create', 'move', 'cancel'])
      expect((await redo()).body).toMatchObject({ act, state: 'done' })
    expect(await rows()).toMatchObject([{ id, state: 'cancelled', connectorId: 2 }])
    expect(await redo()).toMatchObject({ status: 409, body: { code: 'NOTHING_TO_REDO' } })
  })

  test('has a line of steps of its own, and what it does anew ends what it could do again', async () => {
    const { id } = (await book(desk)).body
    await api('PATCH', `/bookings/${id}`, { note: 'theirs', deskId: 'desk-2' })
    await api('POST', `/bookings/${id}/move`, { stationId, connectorId: 2, ...desk })
    expect((await undo()).body).toMatchObject({ act: 'move' })
    await api('POST', `/bookings/${id}/resize`, { departsAt: soon + HOUR, ...desk })
    expect((await redo()).status).toBe(409)
    expect(await rows()).toMatchObject([{ note: 'theirs', connectorId: 1 }])
  })

  test('is told when another has changed the same since, and goes on to the step before', async () => {
    const { id } = (await book(desk)).body
    const to = (connectorId: number, deskId: string) =>
      api('POST', `/bookings/${id}/move`, { stationId, connectorId, deskId })
    await api('PATCH', `/bookings/${id}`, { note: 'mine', ...desk })
    await to(2, 'desk-1')
    await to(1, 'desk-2')
    expect((await undo()).body).toMatchObject({ data: { refusals: [{ code: 'changedSince' }] } })
    expect((await undo()).body).toMatchObject({ act: 'change', state: 'undone' })
    expect(await rows()).toMatchObject([{ note: '', connectorId: 1 }])
  })

  test('does several things as one step, all or none', async () => {
    const one = (await book()).body.id
    const two = (await book({ connectorId: 2 })).body.id
    const to = (id: string, connectorId: number) => ({
      kind: 'change',
      id,
      patch: { stationId, connectorId },
    })
    const commands = [to(one, 2), to(two, 1)]
    const swapped = await api('POST', '/bookings/apply', { commands, ...desk })
    expect(swapped.body).toMatchObject({ step: { act: 'move', count: 2, plate: '' } })
    expect((await undo()).status).toBe(200)
    const refused = await api('POST', '/bookings/apply', { commands: [to(one, 2)], ...desk })
    expect(refused.status).toBe(409)
    expect((await undo()).body.code).toBe('NOTHING_TO_UNDO')
  })
})
