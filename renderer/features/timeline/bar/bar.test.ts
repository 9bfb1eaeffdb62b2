import { expect, test } from 'vitest'
import { bookingState } from '../../../../shared/domain/booking/booking.ts'
import { HOUR, MINUTE } from '../../../../shared/time/instant.ts'
import { aPlanLine } from '../../../../shared/domain/planning/plan-line-fixture.ts'
import { barOf, familyOf, spanOf } from './bar.ts'
import { bookingLike, connectorLike, transactionLike } from '../booking-fixture.ts'

const now = Date.UTC(2026, 2, 4, 18)
const bare = {
  ...{ transaction: null, vehicle: null, customer: null, connector: null, place: null },
  line: null,
  visit: null,
}
const agreed = { arrivesAt: now - 2 * HOUR, departsAt: now + 2 * HOUR }
const ahead = { arrivesAt: now + HOUR, departsAt: now + 5 * HOUR }

test('every state has a bar of some length', () => {
  for (const state of bookingState.options) {
    const bar = barOf({ ...bare, booking: bookingLike({ ...agreed, state }) }, now)
    expect(bar.until).toBeGreaterThan(bar.from)
    expect(familyOf(bar.look)).toBe(bar.family)
  }
})

test('what is agreed for later is booked, and late once its time has come without a car', () => {
  expect(barOf({ ...bare, booking: bookingLike(ahead) }, now).look).toBe('booked')
  expect(barOf({ ...bare, booking: bookingLike(agreed) }, now)).toMatchObject({
    look: 'late',
    missedUntil: now,
  })
})

test('a car begins when it came, and what was agreed before that is a thin trace', () => {
  const arrivedAt = now - HOUR
  const bar = barOf(
    { ...bare, booking: bookingLike({ ...agreed, state: 'arrived', arrivedAt }) },
    now,
  )
  expect(bar.from).toBe(arrivedAt)
  expect(bar.traces).toEqual([{ from: agreed.arrivesAt, until: arrivedAt }])
})

test('a car that came before its time leaves no trace', () => {
  const booking = bookingLike({ ...ahead, state: 'charging', arrivedAt: now - MINUTE })
  expect(barOf({ ...bare, booking }, now)).toMatchObject({ from: now - MINUTE, traces: [] })
})

test('a car that stays too long grows with the clock, and says from when on', () => {
  const booking = bookingLike({
    arrivesAt: now - 5 * HOUR,
    departsAt: now - HOUR,
    state: 'finished',
    arrivedAt: now - 5 * HOUR,
  })
  expect(barOf({ ...bare, booking }, now)).toMatchObject({ until: now, overstayFrom: now - HOUR })
})

test('a booking nobody came to does not grow', () => {
  const booking = bookingLike({ arrivesAt: now - 5 * HOUR, departsAt: now - HOUR })
  expect(spanOf(booking, now).until).toBe(now - HOUR)
})

test('a car that left early leaves a thin trace until its departure', () => {
  const booking = bookingLike({
    ...agreed,
    state: 'left',
    arrivedAt: agreed.arrivesAt,
    leftAt: now - HOUR,
  })
  const bar = barOf({ ...bare, booking }, now)
  expect(bar.until).toBe(now - HOUR)
  expect(bar.traces).toEqual([{ from: now - HOUR, until: agreed.departsAt }])
  expect(bar.overstayFrom).toBeNull()
})

test('the slack of a flexible booking reaches to its latest departure', () => {
  const latestDepartsAt = ahead.departsAt + 3 * HOUR
  const flexible = bookingLike({ ...ahead, flexibility: 'flexible', latestDepartsAt })
  expect(barOf({ ...bare, booking: flexible }, now).slackUntil).toBe(latestDepartsAt)
  const over = bookingLike({ ...flexible, state: 'cancelled' })
  expect(barOf({ ...bare, booking: over }, now).slackUntil).toBeNull()
})

test('what was received is told as a share of the need, never more than all of it', () => {
  const booking = bookingLike({
    ...agreed,
    state: 'charging',
    need: { kind: 'energy', energyWh: 32_000 },
  })
  const half = barOf({ ...bare, booking, transaction: transactionLike({ energyWh: 16_000 }) }, now)
  expect(half).toMatchObject({ share: 0.5, receivedWh: 16_000, neededWh: 32_000 })
  const more = barOf({ ...bare, booking, transaction: transactionLike({ energyWh: 40_000 }) }, now)
  expect(more.share).toBe(1)
})

test('a car that charges looks as its connector does when that waits, is out of order or silent', () => {
  const booking = bookingLike({ ...agreed, state: 'charging' })
  const looks = (['waiting', 'waitingCar', 'fault', 'offline', 'charging'] as const).map(
    (place) => barOf({ ...bare, booking, place }, now).look,
  )
  expect(looks).toEqual(['waiting', 'waitingCar', 'fault', 'offline', 'charging'])
})

test('a promise is at risk when what is left to bring can’t flow in the time left', () => {
  const connector = connectorLike({ maxPowerW: 11_000 })
  const booking = bookingLike({
    ...agreed,
    state: 'charging',
    need: { kind: 'energy', energyWh: 40_000 },
  })
  const facts = { ...bare, booking, connector }
  expect(barOf({ ...facts, transaction: transactionLike({ energyWh: 10_000 }) }, now).atRisk).toBe(
    true,
  )
  expect(barOf({ ...facts, transaction: transactionLike({ energyWh: 20_000 }) }, now).atRisk).toBe(
    false,
  )
  const unknown = { ...facts, connector: connectorLike({ maxPowerW: null }) }
  expect(barOf({ ...unknown, transaction: null }, now).atRisk).toBe(false)
})

const charges = { ...agreed, state: 'charging', need: { kind: 'energy', energyWh: 9_000 } } as const
const paused = aPlanLine({
  powers: [
    [now - HOUR, 0],
    [now + HOUR, 11_000],
  ],
})

test('a car that the plan pauses says until when it waits', () => {
  const booking = bookingLike(charges)
  const bar = barOf({ ...bare, booking, place: 'waiting', line: paused }, now)
  expect(bar).toMatchObject({ look: 'waiting', waitsUntil: now + HOUR, plan: paused })
})

test('it waits too where its charger calls that charging, as long as nothing flows', () => {
  const facts = { ...bare, booking: bookingLike(charges), place: 'charging', line: paused } as const
  const at = (powerW: number) => barOf({ ...facts, transaction: transactionLike({ powerW }) }, now)
  expect(at(0)).toMatchObject({ look: 'waiting', waitsUntil: now + HOUR })
  expect(at(3_000)).toMatchObject({ look: 'charging', waitsUntil: null })
})

test('a pause that is not planned has no end that anybody knows', () => {
  const facts = { ...bare, booking: bookingLike(charges), place: 'waiting' } as const
  expect(barOf(facts, now)).toMatchObject({ look: 'waiting', waitsUntil: null })
  const planned = aPlanLine({ powers: [[now - HOUR, 11_000]] })
  expect(barOf({ ...facts, line: planned }, now).waitsUntil).toBeNull()
})

test('what the plan can’t give by the departure is at risk', () => {
  const facts = { ...bare, booking: bookingLike(charges), connector: connectorLike({}) }
  expect(barOf({ ...facts, line: aPlanLine({ shortfallWh: 0 }) }, now).atRisk).toBe(false)
  expect(barOf({ ...facts, line: aPlanLine({ shortfallWh: 1 }) }, now).atRisk).toBe(true)
})
