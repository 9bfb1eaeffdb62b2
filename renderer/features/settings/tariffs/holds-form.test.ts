import { expect, test } from 'vitest'
import { readHolds, usualHolds } from './holds-form.ts'

const timeZone = 'Europe/Stockholm'
const now = Date.parse('2026-06-01T10:00:00Z')
const form = { begins: 'now', from: '', ends: false, until: '' } as const

test('a version holds from now on and without end, or at the times that are typed', () => {
  expect(readHolds(form, timeZone, now)).toEqual({ validFrom: null, validUntil: null })
  const later = { begins: 'later', from: '2026-06-01T13:00', ends: true, until: '2026-07-01T00:00' }
  expect(readHolds({ ...form, ...later, begins: 'later' }, timeZone, now)).toEqual({
    validFrom: Date.parse('2026-06-01T11:00:00Z'),
    validUntil: Date.parse('2026-06-30T22:00:00Z'),
  })
})

test('whoever says later is offered the next midnight of the site', () => {
  const usual = usualHolds(timeZone, now)
  expect(usual).toEqual({ ...form, from: '2026-06-02T00:00' })
  expect(readHolds({ ...usual, begins: 'later' }, timeZone, now)).toMatchObject({
    validFrom: Date.parse('2026-06-01T22:00:00Z'),
  })
})

test('it neither begins in the past nor ends before it begins', () => {
  const flaws = (told: object) => readHolds({ ...form, ...told }, timeZone, now)
  expect(flaws({ begins: 'later', from: '2026-06-01T12:00' })).toEqual({ flaws: ['from'] })
  expect(flaws({ begins: 'later' })).toEqual({ flaws: ['from'] })
  expect(flaws({ ends: true, until: '2026-06-01T12:00' })).toEqual({ flaws: ['until'] })
  expect(flaws({ ends: true })).toEqual({ flaws: ['until'] })
})
