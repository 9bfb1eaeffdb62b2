import { expect, test } from 'vitest'
import { HOUR } from '../../time/instant.ts'
import { aBooking, aroundOf, NOON, testId } from './booking-fixture.ts'
import type { Booking } from './booking.ts'
import { newBooking } from './command.ts'
import { decide } from './decide.ts'
import type { GridPromises } from './surroundings.ts'

const fiveKwh = { kind: 'energy', energyWh: 5_000 } as const

/** A grid that can promise nothing at all, or all; it tells who was asked about. */
function gridThat(promises: boolean): GridPromises & { asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    shortageFor({ id }) {
      asked.push(id)
      const stretches = [{ from: NOON, until: NOON + HOUR, feederIds: [] }]
      return promises
        ? null
        : { shortWh: 1_200, stretches, feeders: [], bookingIds: [testId(2), id] }
    },
  }
}

const plan = newBooking.parse({
  stationId: aBooking().stationId,
  connectorId: 1,
  arrivesAt: NOON + HOUR,
  departsAt: NOON + 3 * HOUR,
  need: fiveKwh,
})
const create = (words: { overbook?: string } = {}) =>
  ({ kind: 'create', id: testId(1), origin: 'desk', requested: false, plan, ...words }) as const
const other = aBooking({ id: testId(2), connectorId: 2, plate: 'DEF 456', need: fiveKwh })

function only(decision: ReturnType<typeof decide>): Booking | null | undefined {
  return decision.kind === 'done' ? decision.changes[0]?.after : undefined
}

test('what the grid can’t promise is refused, with who charges then', () => {
  const around = aroundOf([other], { grid: gridThat(false) })
  const decision = decide([create()], around, () => 7)
  expect(decision).toMatchObject({
    kind: 'refused',
    refusals: [
      {
        code: 'gridFull',
        shortWh: 1_200,
        stretches: [{ from: NOON, until: NOON + HOUR, feederIds: [] }],
        bookings: [{ bookingId: testId(2), plate: 'DEF 456' }],
      },
    ],
  })
  expect(around.occupancy.get(testId(1))).toBeUndefined()
})

test('with a reason it is taken in, and bears the reason', () => {
  const around = aroundOf([other], { grid: gridThat(false) })
  const after = only(decide([create({ overbook: 'The mayor comes' })], around, () => 7))
  expect(after?.overbooked).toBe('The mayor comes')
  expect(around.occupancy.get(testId(1))?.overbooked).toBe('The mayor comes')
})

test('a reason that was not needed is not kept: what can be promised is promised', () => {
  const around = aroundOf([other], { grid: gridThat(true) })
  expect(only(decide([create({ overbook: 'To be safe' })], around, () => 7))?.overbooked).toBeNull()
})

test('an overbooked booking may be moved about without another reason, and is promised once it can be', () => {
  const overbooked = aBooking({ need: fiveKwh, overbooked: 'The mayor comes' })
  const later = { departsAt: overbooked.departsAt + HOUR }
  const move = { kind: 'change', id: overbooked.id, patch: later } as const
  const full = aroundOf([overbooked], { grid: gridThat(false) })
  expect(only(decide([move], full, () => 7))?.overbooked).toBe('The mayor comes')
  const free = aroundOf([overbooked], { grid: gridThat(true) })
  expect(only(decide([move], free, () => 7))?.overbooked).toBeNull()
})

test('the grid is not asked about what asks nothing more of it', () => {
  const grid = gridThat(false)
  const around = aroundOf([other], { grid })
  const note = { kind: 'change', id: other.id, patch: { note: 'Blue van' } } as const
  const less = { kind: 'change', id: other.id, patch: { need: null } } as const
  expect(decide([note], around, () => 7).kind).toBe('done')
  expect(decide([less], around, () => 7).kind).toBe('done')
  expect(grid.asked).toEqual([])
})

test('no reason helps where something else is in the way', () => {
  const there = aBooking({ id: testId(2), need: fiveKwh })
  const around = aroundOf([there], { grid: gridThat(false) })
  expect(decide([create({ overbook: 'Please' })], around, () => 7)).toMatchObject({
    kind: 'refused',
    refusals: [{ code: 'overlaps' }],
  })
})
