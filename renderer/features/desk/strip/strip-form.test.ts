import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { LastChoice } from '../../../../shared/domain/walk-up/choice.ts'
import { HOUR, MINUTE } from '../../../../shared/time/instant.ts'
import {
  digitOf,
  emptyStrip,
  needOf,
  nextClock,
  nextStep,
  proposed,
  stepBack,
  steppedEnergy,
  steppedUntil,
} from './strip-form.ts'
import type { StripFacts, StripForm } from './strip-form.ts'
import { placeLike, whoLike } from './strip-fixture.ts'

const timeZone = 'Europe/Stockholm'
/** 12:02 in Stockholm, in winter. */
const now = Date.UTC(2026, 0, 15, 11, 2)
const cash = { kind: 'take', means: 'cash' } as const
const places = [placeLike(), placeLike({ stationId: 'station-2' })]
const facts = (told: Partial<StripFacts> = {}): StripFacts => ({
  who: null,
  places,
  terms: { defaultNeed: { kind: 'full' } },
  pay: cash,
  now,
  timeZone,
  ...told,
})
const last: LastChoice = {
  ...{ stationId: 'station-2', connectorId: 1, at: 0, phone: '' },
  ...{ need: { kind: 'energy', energyWh: 15_000 }, pays: 'take', means: 'cash' },
}

it('leaves a regular nothing to do but to press start', () => {
  const form = proposed(
    emptyStrip('abc123', now, timeZone),
    facts({ who: whoLike({ visits: 3, last }) }),
  )
  expect(form).toMatchObject({
    step: 'start',
    plate: 'ABC 123',
    place: { stationId: 'station-2', connectorId: 1 },
    needKind: 'energy',
    energy: '15',
    pay: cash,
  })
})

it('asks a regular only for the connector where the last one is taken', () => {
  const elsewhere = { ...last, stationId: 'station-9' }
  const form = proposed(
    emptyStrip('abc123', now, timeZone),
    facts({ who: whoLike({ last: elsewhere }) }),
  )
  expect(form.step).toBe('place')
  expect(nextStep(form)).toBe('start')
})

it('asks a regular for the connector where a car is plugged in and not where it was the last time', () => {
  const waiting = placeLike({ stationId: 'station-4', isPluggedIn: true })
  const who = whoLike({ visits: 3, last })
  const propose = (all: typeof places) =>
    proposed(emptyStrip('abc123', now, timeZone), facts({ who, places: all }))
  expect(propose([...places, waiting])).toMatchObject({
    step: 'place',
    place: { stationId: 'station-4' },
  })
  const there = placeLike({ stationId: 'station-2', isPluggedIn: true })
  expect(propose([waiting, there])).toMatchObject({
    step: 'start',
    place: { stationId: 'station-2' },
  })
})

it('asks a car that is new here from the connector on, with all defaults there', () => {
  const form = proposed(emptyStrip('abc123', now, timeZone), facts({ who: whoLike() }))
  expect(form).toMatchObject({ step: 'place', needKind: 'full', pay: cash })
  const steps = [form.step]
  while (steps.at(-1) !== 'start')
    steps.push(nextStep({ step: steps.at(-1) ?? 'start', known: false }))
  expect(steps).toEqual(['place', 'need', 'pay', 'start'])
})

it('begins where a car is plugged in, and never at a charger that is offline if another answers', () => {
  const offline = placeLike({ stationId: 'station-3', isOffline: true })
  const waiting = placeLike({ stationId: 'station-4', isPluggedIn: true })
  const form = emptyStrip('', now, timeZone)
  expect(proposed(form, facts({ places: [offline, ...places, waiting] })).place?.stationId).toBe(
    'station-4',
  )
  expect(proposed(form, facts({ places: [offline, ...places] })).place?.stationId).toBe('station-1')
  expect(proposed(form, facts({ places: [offline] })).place?.stationId).toBe('station-3')
  expect(proposed(form, facts({ places: [] })).place).toBeNull()
})

it('leaves what somebody has chosen already', () => {
  const chosen: StripForm = {
    ...emptyStrip('abc123', now, timeZone),
    place: { stationId: 'station-1', connectorId: 1 },
    step: 'need',
  }
  const form = proposed(chosen, facts({ who: whoLike({ last }) }))
  expect(form).toMatchObject({ step: 'need', place: { stationId: 'station-1' } })
})

it('asks for the connector again where the one that was chosen is not free any more', () => {
  const chosen: StripForm = {
    ...emptyStrip('', now, timeZone),
    place: { stationId: 'station-9', connectorId: 1 },
    step: 'need',
  }
  const form = proposed(chosen, facts())
  expect(form).toMatchObject({ step: 'place', place: { stationId: 'station-1' } })
})

it('takes the need of the site where nothing is known of the car', () => {
  const propose = (defaultNeed: StripFacts['terms']['defaultNeed']) =>
    proposed(emptyStrip('', now, timeZone), facts({ terms: { defaultNeed } }))
  expect(propose({ kind: 'energy', energyWh: 12_500 })).toMatchObject({
    needKind: 'energy',
    energy: '12.5',
  })
  expect(propose({ kind: 'for', stayMin: 60 })).toMatchObject({ needKind: 'until', until: '13:05' })
})

it('goes back a step, and out at the first', () => {
  expect(stepBack({ step: 'start', plate: 'ABC 123' })).toBe('pay')
  expect(stepBack({ step: 'place', plate: 'ABC 123' })).toBeNull()
  expect(stepBack({ step: 'place', plate: '' })).toBe('plate')
  expect(stepBack({ step: 'plate', plate: '' })).toBeNull()
})

it('reads which choice a key picks', () => {
  expect(['1', '9', '0', 'a', 'Enter', '12'].map(digitOf)).toEqual([0, 8, 9, null, null, null])
})

it('makes a need of what is typed, or none', () => {
  const form = emptyStrip('', now, timeZone)
  const of = (told: Partial<StripForm>) => needOf({ ...form, ...told }, now, timeZone)
  expect(of({})).toEqual({ kind: 'full' })
  expect(of({ needKind: 'energy', energy: '7,5' })).toEqual({ kind: 'energy', energyWh: 7_500 })
  expect(of({ needKind: 'energy', energy: '0' })).toBeNull()
  expect(of({ needKind: 'energy', energy: 'much' })).toBeNull()
  expect(of({ needKind: 'until', until: '14' })).toEqual({
    kind: 'until',
    at: Date.UTC(2026, 0, 15, 13),
  })
  expect(of({ needKind: 'until', until: '25:00' })).toBeNull()
})

it('takes a time that has passed today for tomorrow’s, in the site’s own days of 23 and 25 hours', () => {
  expect(nextClock('12:02', now, timeZone)).toBe(now + 24 * HOUR)
  expect(nextClock('12:03', now, timeZone)).toBe(now + MINUTE)
  const beforeSpring = Date.UTC(2026, 2, 28, 11)
  expect(nextClock('12:00', beforeSpring, timeZone)).toBe(beforeSpring + 23 * HOUR)
  const beforeAutumn = Date.UTC(2026, 9, 24, 10)
  expect(nextClock('12:00', beforeAutumn, timeZone)).toBe(beforeAutumn + 25 * HOUR)
})

it('steps energy by 5 kWh and time by half an hour, never to nothing or into the past', () => {
  expect(steppedEnergy('20', 1)).toBe('25')
  expect(steppedEnergy('5', -1)).toBe('5')
  expect(steppedEnergy('', 1)).toBe('5')
  expect(steppedUntil('14:00', 1, now, timeZone)).toBe('14:30')
  expect(steppedUntil('12:30', -1, now, timeZone)).toBe('12:10')
})

it('never leaves a day by stepping back', () => {
  const clock = fc.integer({ min: 0, max: 1_439 }).map((minute) => {
    const part = (value: number) => String(value).padStart(2, '0')
    return `${part(Math.floor(minute / 60))}:${part(minute % 60)}`
  })
  fc.assert(
    fc.property(clock, fc.constantFrom<1 | -1>(1, -1), (until, by) => {
      const at = nextClock(steppedUntil(until, by, now, timeZone), now, timeZone)
      expect(at).toBeGreaterThan(now)
      expect(at).toBeLessThanOrEqual(now + 24 * HOUR)
    }),
  )
})
