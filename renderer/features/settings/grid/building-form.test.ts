import { expect, test } from 'vitest'
import { buildingFlaws, buildingFormOf, buildingPatchOf } from './building-form.ts'

const unknown = { baseLoad: { kind: 'none' as const } }
const form = buildingFormOf(unknown)

test('an untouched form changes nothing, of whatever kind', () => {
  for (const baseLoad of [
    { kind: 'none' as const },
    { kind: 'constant' as const, powerW: 7_500 },
    {
      kind: 'profile' as const,
      weekdayW: Array.from({ length: 24 }, (_, hour) => hour),
      weekendW: Array.from({ length: 24 }, () => 0),
    },
    { kind: 'meter' as const },
  ])
    expect(buildingPatchOf(buildingFormOf({ baseLoad }), { baseLoad })).toEqual({})
})

test('another kind is sent with what belongs to it', () => {
  expect(buildingPatchOf({ ...form, kind: 'constant', constantKw: '7,5' }, unknown)).toEqual({
    baseLoad: { kind: 'constant', powerW: 7_500 },
  })
  const { weekdayW, weekendW } = form
  expect(buildingPatchOf({ ...form, kind: 'profile' }, unknown)).toEqual({
    baseLoad: { kind: 'profile', weekdayW, weekendW },
  })
})

test('a constant load has to be told, and only where it is constant', () => {
  for (const constantKw of ['', 'x', '-1', '100001'])
    expect(buildingFlaws({ ...form, kind: 'constant', constantKw })).toEqual(['constant'])
  expect(buildingFlaws({ ...form, kind: 'series' })).toEqual([])
})
