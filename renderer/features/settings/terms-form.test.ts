import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstGridTerms } from '../../../shared/domain/site/grid.ts'
import { firstTerms } from '../../../shared/domain/site/booking-terms.ts'
import { firstDeskTerms } from '../../../shared/domain/site/desk-terms.ts'
import type { OpeningHours } from '../../../shared/domain/site/opening-hours.ts'
import { sitePatch } from '../../../shared/domain/site/site.ts'
import type { Site } from '../../../shared/domain/site/site.ts'
import { termsFlaws, termsFormOf, termsPatchOf } from './terms-form.ts'

const site: Site = {
  id: '01890000-0000-7000-8000-000000000001',
  name: 'Norra depån',
  timeZone: 'Europe/Stockholm',
  currency: 'SEK',
  ...firstGridTerms,
  ...firstTerms,
  ...firstDeskTerms,
  createdAt: 0,
  updatedAt: 0,
}
const form = termsFormOf(site)
const withMonday = (opens: string, closes: string) => ({
  ...form,
  always: false,
  days: form.days.map((stretches, day) => (day === 0 ? [{ opens, closes }] : stretches)),
})

test('only what was changed is sent', () => {
  expect(termsPatchOf(form, site)).toEqual({})
  expect(termsPatchOf({ ...form, graceMin: '45' }, site)).toEqual({ graceMin: 45 })
})

test('a site that was always open begins with usual hours on every day', () => {
  const { openingHours } = termsPatchOf({ ...form, always: false }, site)
  expect(openingHours).toHaveLength(7)
  expect(openingHours?.[0]).toEqual({ weekday: 1, opens: 360, closes: 1_320 })
})

test('a day without hours is closed, and no day at all is never open', () => {
  const closed = { ...form, always: false, days: form.days.map(() => []) }
  expect(termsPatchOf(closed, site)).toEqual({ openingHours: [] })
  expect(termsFormOf({ ...site, openingHours: [] })).toMatchObject({ always: false })
})

test('midnight closes at the end of the day', () => {
  for (const closes of ['00:00', '24:00', '24'])
    expect(termsPatchOf(withMonday('20', closes), site).openingHours?.[0]).toEqual({
      weekday: 1,
      opens: 1_200,
      closes: 1_440,
    })
})

test.each([
  ['08:00', '08:00'],
  ['18:00', '06:00'],
  ['', '06:00'],
  ['06:00', 'late'],
])('from %s until %s is no stretch', (opens, closes) => {
  expect(termsFlaws(withMonday(opens, closes))).toEqual([{ weekday: 1, index: 0 }])
})

test.each([
  ['graceMin', '-1'],
  ['turnaroundMin', '241'],
  ['reserveAheadMin', 'soon'],
  ['walkUpStayMin', '14'],
  ['walkUpStayMin', ''],
] as const)('%s can’t be %s', (name, typed) => {
  expect(termsFlaws({ ...form, [name]: typed })).toEqual([name])
})

test('whatever the hours, showing and saving them changes nothing, and changing them is taken', () => {
  const stretch = fc
    .record({
      weekday: fc.integer({ min: 1, max: 7 }),
      opens: fc.nat(1_439),
      length: fc.nat(1_439),
    })
    .map(({ weekday, opens, length }) => ({
      weekday,
      opens,
      closes: Math.min(1_440, opens + 1 + length),
    }))
  const hours: fc.Arbitrary<OpeningHours | null> = fc.option(fc.array(stretch, { maxLength: 14 }))
  fc.assert(
    fc.property(hours, hours, (before, after) => {
      const known = { ...site, openingHours: before }
      const same = termsPatchOf(termsFormOf(known), known)
      expect(same.openingHours ?? 'same').toBe('same')
      const patch = termsPatchOf(termsFormOf({ ...site, openingHours: after }), known)
      expect(sitePatch.safeParse(patch).success).toBe(true)
    }),
  )
})
