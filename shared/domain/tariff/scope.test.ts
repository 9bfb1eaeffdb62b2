import { expect, test } from 'vitest'
import { isForTheSame } from './scope.ts'
import { anAssignment } from './tariff-fixture.ts'

test('two scopes are the same whatever the case of their words and the order of their hours', () => {
  const night = { weekdays: [1, 2], from: 1_320, until: 360 }
  const noon = { weekdays: [6], from: 700, until: 720 }
  const one = anAssignment({
    tariffId: 'one',
    customerGroup: 'Residents',
    idToken: 'card',
    hours: [night, noon],
  })
  const other = anAssignment({
    tariffId: 'other',
    customerGroup: 'residents',
    idToken: 'CARD',
    hours: [noon, { ...night, weekdays: [2, 1] }],
  })
  expect(isForTheSame(one, other)).toBe(true)
  expect(isForTheSame(one, { ...other, stationId: 'station' })).toBe(false)
  expect(isForTheSame(one, { ...other, isFlexible: true })).toBe(false)
  expect(isForTheSame(one, { ...other, hours: [noon] })).toBe(false)
  expect(isForTheSame(one, { ...other, hours: null })).toBe(false)
})
