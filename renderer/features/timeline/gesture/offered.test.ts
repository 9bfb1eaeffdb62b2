import { expect, test } from 'vitest'
import {
  aBay,
  aBooking,
  aroundOf,
  aVehicle,
  NOON,
  STATION,
  testId,
} from '../../../../shared/domain/booking/booking-fixture.ts'
import { slotAt, startOfSlot } from '../../../../shared/domain/demand/slots.ts'
import { promiseBook } from '../../../../shared/domain/planning/promise-book.ts'
import { HOUR } from '../../../../shared/time/instant.ts'
import { findStarts, nearestStarts, type Sought } from './offered.ts'
import { runsIn } from './slot-runs.ts'

const FIRST = slotAt(NOON)
const SLOTS = 32
const equipment = {
  standard: 'IEC_62196_T2',
  powerType: 'AC_3_PHASE',
  maxPowerW: 11_000,
} as const
const bays = [aBay(1, { equipment }), aBay(2, { equipment })]
const key = (connectorId: number) => `${STATION}/${connectorId}`

/** Two hours at its full power, from one o'clock on. */
const wish = aBooking({ need: { kind: 'energy', energyWh: 22_000 } })

/** What can be found on a site that bears so much in each slot. */
function found(limitW: (slot: number) => number, words: Partial<Sought> = {}) {
  const slots = Array.from({ length: SLOTS }, (_, slot) => slot)
  const book = promiseBook({
    ...{ firstSlot: FIRST, slots: SLOTS, slotMinutes: 15, elapsed: 0, feeders: [] },
    ...{ baseW: slots.map(() => 0), limitW: slots.map(limitW) },
  })
  const search = findStarts({
    ...{ wish, book, voltageV: 230, around: aroundOf([], { bays }) },
    bays: bays.map((bay) => ({ bay, feederId: null, phaseRotation: 'RST' as const })),
    within: { from: FIRST, until: FIRST + SLOTS },
    ...words,
  })
  for (;;) {
    const next = search.next()
    if (next.done === true) return next.value
  }
}

test('it can begin wherever its energy fits under the limit for as long as it stays', () => {
  const starts = found((slot) => (slot >= 4 && slot < 8 ? 5_000 : 11_000))
  const [first, second, ...more] = runsIn(starts.get(key(1)) ?? [])
  expect(first).toEqual({ from: FIRST + 8, until: FIRST + SLOTS - 7 })
  expect([second, ...more]).toEqual([undefined])
  expect(starts.get(key(2))).toEqual(starts.get(key(1)))
})

test('only where nobody else has the connector', () => {
  const other = aBooking({
    ...{ id: testId(5), connectorId: 2 },
    ...{ arrivesAt: NOON + 2 * HOUR, departsAt: NOON + 7 * HOUR },
  })
  const starts = found(() => 11_000, { around: aroundOf([other, wish], { bays }) })
  expect(starts.get(key(1))?.length).toBe(SLOTS - 7)
  expect(starts.get(key(2))).toEqual([FIRST])
})

test('connectors that can’t take the vehicle offer nothing', () => {
  const vehicle = aVehicle({ standards: ['CHADEMO'] })
  const around = aroundOf([], { bays, vehicles: [vehicle] })
  const starts = found(() => 11_000, { around, wish: { ...wish, vehicleId: vehicle.id } })
  expect(starts.size).toBe(0)
})

test('who takes what is left needs no promise, so nothing is looked for', () => {
  expect(found(() => 0, { wish: { ...wish, need: null } }).size).toBe(0)
})

test('the nearest start on its own row comes first, then those nearest to the wish', () => {
  const starts = new Map([
    [key(1), [FIRST + 20, FIRST + 30]],
    [key(2), [FIRST + 5]],
    [key(3), [FIRST + 12]],
  ])
  const nearest = nearestStarts(starts, wish)
  expect(nearest.map(({ connectorId }) => connectorId)).toEqual([1, 2, 3])
  expect(nearest[0]).toMatchObject({
    arrivesAt: startOfSlot(FIRST + 20),
    departsAt: startOfSlot(FIRST + 20) + 2 * HOUR,
  })
  expect(nearestStarts(starts, wish, 1)).toHaveLength(1)
})
