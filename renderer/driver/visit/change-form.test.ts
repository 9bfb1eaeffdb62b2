import { expect, test } from 'vitest'
import { HOUR } from '../../../shared/time/instant.ts'
import { visits } from '../testing/visits.ts'
import { firstNeed } from '../wish/need-form.ts'
import {
  changeable,
  changeFormOf,
  changesOf,
  isChange,
  otherWishOf,
  postponed,
} from './change-form.ts'

const now = Date.parse('2026-03-02T15:20Z')
const visit = (name: string) => {
  const make = visits[name]
  if (make === undefined) throw new Error(`There is no visit ${name}.`)
  return make(now)
}
const booked = visit('booked')
const form = changeFormOf(booked)

test('a form that nobody touched changes nothing', () => {
  for (const name of ['booked', 'charging', 'bookedFlexible', 'pluggedIn']) {
    const view = visit(name)
    expect([name, changesOf(view, changeFormOf(view))]).toEqual([name, {}])
  }
  expect(isChange({})).toBe(false)
})

test('only what differs is sent', () => {
  expect(changesOf(booked, postponed(form, 60, booked.timeZone))).toEqual({
    departsAt: (booked.departsAt ?? 0) + HOUR,
  })
  const need = { ...firstNeed, kind: 'energy' as const, kWh: 25 }
  expect(changesOf(booked, { ...form, need, place: '7KQ2MX' })).toEqual({
    ...{ need: { kind: 'energy', energyWh: 25_000 }, place: '7KQ2MX' },
  })
})

test('who is there can’t come earlier, nor elsewhere', () => {
  const view = visit('charging')
  expect(changeable(view)).toEqual({ arrival: false, place: false })
  const other = {
    ...changeFormOf(view),
    place: '7KQ2MX',
    arrival: { date: '2026-03-02', time: '19:00' },
  }
  expect(changesOf(view, other)).toEqual({})
})

test('what can’t be read is no change yet', () => {
  expect(changesOf(booked, { ...form, departure: { date: '', time: '20:00' } })).toBeNull()
  expect(isChange(null)).toBe(false)
})

test('other times are looked for within what is typed, from now on', () => {
  const early = { ...form, arrival: { date: '2026-03-02', time: '08:00' } }
  expect(otherWishOf(early, booked.timeZone, now)).toMatchObject({
    ...{ arrivesFrom: now, departsBy: booked.departsAt },
  })
})
