import { expect, test } from 'vitest'
import { bookingState } from '../booking/booking.ts'
import { isAhead, isRunning } from './ahead.ts'
import { wordsFromMerged } from './merge.ts'
import type { Vehicle } from './vehicle.ts'

const van: Vehicle = {
  id: 'van',
  plate: 'ABC 123',
  name: '',
  customerId: null,
  batteryWh: null,
  maxAcW: 0,
  maxDcW: null,
  acPhases: null,
  resumes: true,
  standards: [],
  departsAt: '05:30',
  costCentre: '',
  note: '',
  archivedAt: null,
  mergedInto: null,
  createdAt: 0,
  updatedAt: 0,
}

test('a merged vehicle fills what the other lacks and changes nothing that it has', () => {
  const other: Vehicle = {
    ...van,
    id: 'other',
    plate: 'ABC 124',
    name: 'Van 7',
    customerId: 'customer',
    batteryWh: 60_000,
    maxAcW: 11_000,
    standards: ['IEC_62196_T2'],
    departsAt: '07:00',
  }
  expect({ ...van, ...wordsFromMerged(van, other) }).toEqual({
    ...van,
    name: 'Van 7',
    customerId: 'customer',
    batteryWh: 60_000,
    maxAcW: 0, // said: it takes no AC
    standards: ['IEC_62196_T2'],
  })
})

test('a booking is ahead until its window ends, and for as long as its car stands there', () => {
  const ahead = (departsAt: number) =>
    bookingState.options.filter((state) => isAhead({ state, departsAt }, 1_000))
  expect(ahead(1_001)).toEqual(['requested', 'confirmed', 'arrived', 'charging', 'finished'])
  expect(ahead(1_000)).toEqual(['arrived', 'charging', 'finished'])
})

test('a rule runs through its last day, unless it was taken back', () => {
  expect(isRunning({ endedAt: null, lastOn: null }, '2026-03-29')).toBe(true)
  expect(isRunning({ endedAt: null, lastOn: '2026-03-29' }, '2026-03-29')).toBe(true)
  expect(isRunning({ endedAt: null, lastOn: '2026-03-28' }, '2026-03-29')).toBe(false)
  expect(isRunning({ endedAt: 1, lastOn: null }, '2026-03-29')).toBe(false)
})
