import { expect, test } from 'vitest'
import { NOON, testId } from '../../../shared/domain/booking/booking-fixture.ts'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { departureGroups } from './departure-groups.ts'
import { aRow } from './readiness-fixture.ts'

const departing = (number: number, departsAt: number) =>
  aRow({ id: testId(number), departsAt, state: 'charging' })

test('cars stand under the hour they depart in, after those that should have left', () => {
  const rows = [
    departing(1, NOON - MINUTE),
    departing(2, NOON + 5 * MINUTE),
    departing(3, NOON + 59 * MINUTE),
    departing(4, NOON + 60 * MINUTE),
  ]
  const groups = departureGroups(rows, NOON, 'Europe/Stockholm')
  expect(groups.map(({ from, rows: mine }) => [from, mine.length])).toEqual([
    [null, 1],
    [NOON, 2],
    [NOON + HOUR, 1],
  ])
})

test('an hour is the clock’s where it is half an hour off', () => {
  const [group] = departureGroups([departing(1, NOON + 10 * MINUTE)], NOON, 'Asia/Kolkata')
  expect(group?.from).toBe(NOON - 30 * MINUTE)
})
