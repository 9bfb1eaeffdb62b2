import { expect, test } from 'vitest'
import { aBooking, NOON, STATION } from '../../../shared/domain/booking/booking-fixture.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { aPlanLine } from '../../../shared/domain/planning/plan-line-fixture.ts'
import type { ReadinessCause } from '../../../shared/domain/planning/readiness.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { aRow } from './readiness-fixture.ts'
import { actFor } from './row-act.ts'

const line = aPlanLine({ departsAt: NOON + 3 * HOUR, shortfallWh: 5_600, readyAt: null })

function act(
  because: ReadinessCause | null,
  words: Partial<Booking> = {},
  given = line,
  idToken: string | null = 'CARD',
) {
  const booking = aBooking(words)
  const fare = { ...aRow({}).fare, because, remainingWh: 22_000 }
  return actFor(booking, fare, given, idToken, NOON)
}

test('where nothing is in the way one looks at the timeline', () => {
  expect(act(null)).toEqual({ kind: 'show' })
  expect(act('carLate')).toEqual({ kind: 'show' })
})

test('a car without a connector needs one; one that is not there yet goes to another charger', () => {
  expect(act('unplaced', { stationId: null, connectorId: null })).toEqual({ kind: 'place' })
  expect(act('offline')).toEqual({ kind: 'move' })
  expect(act('offline', { state: 'charging' })).toEqual({ kind: 'look', stationId: STATION })
  expect(act('takesLess', { state: 'charging' })).toEqual({ kind: 'look', stationId: STATION })
})

test('a car that does not charge is started, with the token it may use', () => {
  expect(act('notStarted', { state: 'arrived' })).toEqual({
    kind: 'startNow',
    stationId: STATION,
    connectorId: 1,
    idToken: 'CARD',
  })
  expect(act('notStarted', { state: 'arrived' }, line, null)).toMatchObject({ kind: 'look' })
})

test('where the grid is full a car goes first, and one that does already stays longer', () => {
  expect(act('limit')).toEqual({ kind: 'raise' })
  expect(act('littleSlack')).toEqual({ kind: 'raise' })
  expect(act('littleSlack', { priority: 'high' })).toEqual({ kind: 'show' })
  expect(act('limit', { priority: 'high' })).toMatchObject({ kind: 'stay' })
})

test('a car stays until it is ready, to the next five minutes', () => {
  // 5,6 kWh at 11 kW: 31 minutes.
  expect(act('window')).toEqual({ kind: 'stay', until: NOON + 3 * HOUR + 35 * MINUTE })
})

test('who should have left stays as long as it takes from now', () => {
  const gone = { departsAt: NOON - HOUR, state: 'charging' } as const
  expect(act('overdue', gone)).toEqual({ kind: 'stay', until: NOON + 2 * HOUR })
})

test('who would have to stay for another day is moved', () => {
  const far = aPlanLine({ shortfallWh: 11_000 * 30, departsAt: NOON + DAY })
  expect(act('window', { departsAt: NOON + DAY }, far)).toEqual({ kind: 'move' })
})
