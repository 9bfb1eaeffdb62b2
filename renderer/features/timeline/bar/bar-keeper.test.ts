import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../../../shared/time/instant.ts'
import { barKeeper, laneKeeper } from './bar-keeper.ts'
import { bookingLike, connectorLike, transactionLike } from '../booking-fixture.ts'
import { visitFixture } from '../../../visit/visit-fixture.ts'
import { bookingIndexer } from './index-bars.ts'

const now = Date.UTC(2026, 2, 4, 18)
const bare = {
  ...{ transaction: null, vehicle: null, customer: null, connector: null, place: null },
  line: null,
  visit: null,
}
const charging = bookingLike({
  state: 'charging',
  arrivesAt: now - HOUR,
  departsAt: now + HOUR,
  need: { kind: 'energy', energyWh: 9_000 },
})

test('a bar that looks the same is the same, though clock and meter have moved', () => {
  const barFor = barKeeper()
  const before = barFor(
    { ...bare, booking: charging, connector: connectorLike({ powerW: 1 }) },
    now,
  )
  const after = barFor(
    { ...bare, booking: charging, connector: connectorLike({ powerW: 2 }) },
    now + MINUTE,
  )
  expect(after).toBe(before)
})

test('a bar is another once more energy has come', () => {
  const barFor = barKeeper()
  const at = (energyWh: number) =>
    barFor({ ...bare, booking: charging, transaction: transactionLike({ energyWh }) }, now)
  const before = at(1_000)
  expect(at(1_500)).not.toBe(before)
  expect(at(1_500)).toMatchObject({ receivedWh: 1_500 })
})

test('the bar of a changed booking is a new one', () => {
  const barFor = barKeeper()
  const before = barFor({ ...bare, booking: charging }, now)
  const changed = { ...charging, departsAt: now + 2 * HOUR }
  expect(barFor({ ...bare, booking: changed }, now)).not.toBe(before)
})

test('a bar is another once its driver has said something from the phone', () => {
  const barFor = barKeeper()
  const before = barFor({ ...bare, booking: charging, visit: visitFixture() }, now)
  const visit = visitFixture({ expectedAt: now + HOUR })
  expect(barFor({ ...bare, booking: charging, visit }, now)).not.toBe(before)
})

test('a car that stays too long takes a lane of its own once the next is due', () => {
  const stays = bookingLike({
    id: 'stays',
    state: 'finished',
    arrivesAt: now - 5 * HOUR,
    departsAt: now - HOUR,
  })
  const next = bookingLike({ id: 'next', arrivesAt: now + HOUR, departsAt: now + 3 * HOUR })
  const index = bookingIndexer()(new Map([stays, next].map((row) => [row.id, row])))
  const row = index.rows.get('station-1/1')
  const lanesFor = laneKeeper()
  expect(lanesFor(row, now).count).toBe(1)
  const later = lanesFor(row, now + 2 * HOUR)
  expect(later.count).toBe(2)
  expect(later.laneOf('stays').lane).not.toBe(later.laneOf('next').lane)
})

test('bookings that came to nothing take no room from others', () => {
  const window = { arrivesAt: now, departsAt: now + HOUR }
  const rows = [
    bookingLike({ id: 'a', ...window, state: 'noShow' }),
    bookingLike({ id: 'b', ...window, state: 'cancelled' }),
    bookingLike({ id: 'c', ...window }),
  ]
  const index = bookingIndexer()(new Map(rows.map((row) => [row.id, row])), true)
  expect(laneKeeper()(index.rows.get('station-1/1'), now).count).toBe(1)
})
