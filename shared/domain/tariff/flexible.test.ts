import { expect, test } from 'vitest'
import { isMeantForFlexible, withType } from './flexible.ts'
import { simpleTariff } from './tariff-fixture.ts'

test('a tariff for the profile CHEAP is meant for flexible drivers', () => {
  expect(isMeantForFlexible({ type: 'PROFILE_CHEAP' })).toBe(true)
  expect(isMeantForFlexible({ type: 'PROFILE_FAST' })).toBe(false)
  expect(isMeantForFlexible({})).toBe(false)
})

test('what is only for flexible drivers is given out as such, unless it came as something else', () => {
  const [theirs, all] = [{ isFlexible: true }, { isFlexible: null }] as const
  expect(withType(simpleTariff, [theirs, theirs])).toEqual({
    ...simpleTariff,
    type: 'PROFILE_CHEAP',
  })
  expect(withType(simpleTariff, [theirs, all])).toBe(simpleTariff)
  expect(withType(simpleTariff, [])).toBe(simpleTariff)
  const green = { ...simpleTariff, type: 'PROFILE_GREEN' } as const
  expect(withType(green, [theirs])).toBe(green)
})
