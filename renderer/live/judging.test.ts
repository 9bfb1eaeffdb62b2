import { describe, expect, test } from 'vitest'
import { aBooking, aroundOf, NOON, testId } from '../../shared/domain/booking/booking-fixture.ts'
import type { Booking } from '../../shared/domain/booking/booking.ts'
import type { BookingCommand } from '../../shared/domain/booking/command.ts'
import { judge } from '../../shared/domain/booking/decide.ts'
import { type PromiseAround, takeIntoBook } from '../../shared/domain/demand/grid-promises.ts'
import { slotAt } from '../../shared/domain/demand/slots.ts'
import { promiseBook } from '../../shared/domain/planning/promise-book.ts'
import { HOUR } from '../../shared/time/instant.ts'
import { bookChange, judgingGrid, loadEffect, slotsBetween } from './judging.ts'

const kWh = (count: number) => ({ kind: 'energy', energyWh: count * 1_000 }) as const

const demand: PromiseAround = {
  now: NOON,
  voltageV: 230,
  outlet: () => ({
    equipment: { standard: 'IEC_62196_T2', powerType: 'AC_3_PHASE', maxPowerW: 11_000 },
    status: 'Available',
    feederId: null,
    phaseRotation: 'RST',
  }),
  vehicle: () => undefined,
  transaction: () => undefined,
  feederName: () => '',
}

/** A site that bears 11 kW over the next six hours, with these bookings promised. */
function siteOf(...bookings: Booking[]) {
  const slots = 24
  const every = (powerW: number) => Array.from({ length: slots }, () => powerW)
  const firstSlot = slotAt(NOON)
  const book = promiseBook({
    ...{ firstSlot, slots, slotMinutes: 15, elapsed: 0, feeders: [] },
    ...{ baseW: every(0), limitW: every(11_000) },
  })
  for (const booking of bookings) takeIntoBook(book, booking, demand)
  const plain = aroundOf(bookings)
  const rows = new Map(bookings.map((row) => [row.id, row]))
  const around = {
    ...plain,
    ...judgingGrid(book, plain.occupancy, (id) => rows.get(id), demand),
  }
  return { book, around, plannedW: () => [...book.plannedW(book.range())] }
}

// Each takes the whole of its two hours.
const early = aBooking({ id: testId(1), need: kWh(22), departsAt: NOON + 3 * HOUR })
const late = aBooking({
  ...{ id: testId(2), connectorId: 2, need: kWh(22) },
  ...{ arrivesAt: NOON + 3 * HOUR, departsAt: NOON + 5 * HOUR },
})
const shifted = ({ id, arrivesAt, departsAt }: Booking, hours: number): BookingCommand => ({
  kind: 'change',
  id,
  patch: { arrivesAt: arrivesAt + hours * HOUR, departsAt: departsAt + hours * HOUR },
})

describe('what is held', () => {
  test('is refused where the grid is full, named with the hours and who charges then', () => {
    const { around } = siteOf(early, late)
    expect(judge([shifted(late, -1)], around)).toMatchObject({
      kind: 'refused',
      refusals: [{ code: 'gridFull', shortWh: 11_000, bookings: [{ bookingId: early.id }] }],
    })
  })

  test('takes its own promise along, and two may change places', () => {
    const { around } = siteOf(early, late)
    expect(judge([shifted(early, -1)], around).kind).toBe('done')
    expect(judge([shifted(early, 2), shifted(late, -2)], around).kind).toBe('done')
  })

  test('leaves book and occupancy as they were, however often it is judged', () => {
    const { around, plannedW } = siteOf(early, late)
    const before = plannedW()
    for (const hours of [-1, 1, -2]) judge([shifted(late, hours)], around)
    expect(plannedW()).toEqual(before)
    expect(around.occupancy.get(late.id)).toBe(late)
  })

  test('is proven together with all that is held beside it', () => {
    const { around } = siteOf()
    const drawn = (id: string, connectorId: number): BookingCommand => ({
      ...{ kind: 'create', id, origin: 'desk', requested: false },
      plan: { ...early, connectorId, need: kWh(15) },
    })
    expect(judge([drawn(testId(7), 1)], around).kind).toBe('done')
    expect(judge([drawn(testId(7), 1), drawn(testId(8), 2)], around).kind).toBe('refused')
  })
})

describe('the effect on the load', () => {
  const small = aBooking({ ...early, need: kWh(11) })
  const all = slotsBetween(NOON, NOON + 6 * HOUR)

  test('is what each slot draws more or less, and how the peak changes', () => {
    const { book } = siteOf(small)
    const shorter = { ...small, departsAt: small.arrivesAt + HOUR }
    const effect = loadEffect(book, bookChange(new Map([[small.id, shorter]]), demand), all)
    expect(effect?.peakChangeW).toBe(5_500)
    const first = slotAt(small.arrivesAt) - slotAt(NOON)
    expect(effect?.moreW.slice(first, first + 8).map(Math.round)).toEqual([
      ...[5_500, 5_500, 5_500, 5_500],
      ...[-5_500, -5_500, -5_500, -5_500],
    ])
  })

  test('of something that is taken away is less', () => {
    const { book } = siteOf(small)
    expect(loadEffect(book, bookChange(new Map([[small.id, null]]), demand), all)).toMatchObject({
      peakChangeW: -5_500,
      changed: [],
    })
  })

  test('is none where nothing is promised before or after', () => {
    const { book } = siteOf()
    const unpromised = aBooking({ need: null })
    const change = bookChange(new Map([[unpromised.id, unpromised]]), demand)
    expect(loadEffect(book, change, all)).toBeNull()
  })

  test('names the others whose charging moves', () => {
    const flexible = aBooking({ ...small, departsAt: NOON + 5 * HOUR })
    const { book } = siteOf(flexible)
    const blocking = aBooking({ ...late, need: kWh(22) })
    const effect = loadEffect(book, bookChange(new Map([[late.id, blocking]]), demand), all)
    expect(effect?.changed).toEqual([flexible.id])
  })
})
