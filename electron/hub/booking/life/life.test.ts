import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aVehicle } from '../../../../shared/domain/booking/booking-fixture.ts'
import { leftEarlyMs } from '../../../../shared/domain/booking/punctuality.ts'
import { HOUR, MINUTE } from '../../../../shared/time/instant.ts'
import { livingHub, type LivingHub } from './test-bench/living-hub.ts'

let hub: LivingHub
let now: number

beforeEach(async () => {
  hub = await livingHub()
  now = Date.now()
  await hub.status('Available')
})
afterEach(() => hub.stop())

describe('a car that booked', () => {
  test('arrives, charges, has charged, and leaves early', async () => {
    const { id } = await hub.book()
    await hub.status('Preparing')
    expect(await hub.booking(id)).toMatchObject({ state: 'arrived', arrivedAt: expect.any(Number) })
    const number = await hub.start('card')
    const [transaction] = await hub.store.reads.find('transaction', {})
    expect(await hub.booking(id)).toMatchObject({
      state: 'charging',
      transactionId: transaction?.id,
    })
    await hub.status('Charging')
    await hub.end(number)
    await hub.status('Finishing')
    expect(await hub.booking(id)).toMatchObject({ state: 'finished', leftAt: null })
    await hub.status('Available')
    const left = await hub.booking(id)
    expect(left.state).toBe('left')
    expect(leftEarlyMs(left)).toBeGreaterThan(HOUR)
    expect(await hub.bookings()).toHaveLength(1)
    const journal = await hub.store.reads.find('journal', { noun: 'booking', nounId: id })
    expect(journal.map(({ act, actor }) => [act, actor])).toEqual(
      ['arrive', 'charge', 'finish', 'leave'].map((act) => [`booking.${act}`, 'charger CP1']),
    )
  })

  test('lives once, however often and in whatever order the charger tells it', async () => {
    const { id } = await hub.book()
    const timestamp = hub.iso(now)
    const number = await hub.start('CARD', { timestamp })
    expect(await hub.start('CARD', { timestamp })).toBe(number)
    // This make frees the connector before it says that it has stopped.
    await hub.status('Available')
    await hub.status('Charging')
    await hub.status('Available')
    expect(await hub.booking(id)).toMatchObject({ state: 'charging' })
    const stop = { timestamp: hub.iso(now + MINUTE) }
    await hub.end(number, stop)
    const left = await hub.booking(id)
    expect(left).toMatchObject({ state: 'left', finishedAt: now + MINUTE, leftAt: now + MINUTE })
    await hub.end(number, stop)
    await hub.start('CARD', { timestamp })
    await hub.chore()
    expect(await hub.bookings()).toEqual([left])
  })

  test('has gone when the stop says that it was unplugged', async () => {
    const { id } = await hub.book()
    await hub.end(await hub.start('CARD'), { reason: 'EVDisconnected' })
    expect(await hub.booking(id)).toMatchObject({ state: 'left' })
  })

  test('begins once more as the same booking', async () => {
    const { id } = await hub.book()
    await hub.end(await hub.start('CARD'))
    await hub.status('Preparing')
    const second = await hub.start('CARD', { meterStart: 7 })
    expect(await hub.booking(id)).toMatchObject({ state: 'charging', finishedAt: null })
    await hub.end(second)
    expect(await hub.bookings()).toMatchObject([{ id, state: 'finished' }])
  })

  test('is awaited again when it was plugged in without charging, and gone after the grace', async () => {
    const { id } = await hub.book()
    await hub.status('Preparing')
    await hub.status('Available')
    expect(await hub.booking(id)).toMatchObject({ state: 'confirmed', arrivedAt: null })
    hub.aheadMs = 40 * MINUTE
    await hub.status('Preparing')
    await hub.status('Available')
    expect(await hub.booking(id)).toMatchObject({ state: 'left' })
  })

  test('stands elsewhere, and its booking with it, made shorter for who comes there next', async () => {
    const next = await hub.book({ connectorId: 2, arrivesAt: now + HOUR, idToken: 'NEXT' })
    const { id } = await hub.book()
    await hub.start('CARD', { connectorId: 2 })
    expect(await hub.booking(id)).toMatchObject({
      state: 'charging',
      connectorId: 2,
      departsAt: next.arrivesAt,
      revision: 1,
    })
    expect(await hub.alarms()).toEqual([])
  })

  test('is known by its vehicle’s token, and by its group’s', async () => {
    const vehicleId = await addVehicle('VAN 007')
    await hub.knowToken('VANCARD', { vehicleId })
    const van = await hub.book({ idToken: null, vehicleId, plate: '' })
    await hub.start('vancard')
    expect(await hub.booking(van.id)).toMatchObject({ state: 'charging' })
    await hub.knowToken('CARD', { parentIdToken: 'POOL' })
    await hub.knowToken('SPARE', { parentIdToken: 'POOL' })
    const pool = await hub.book({ connectorId: 2 })
    await hub.start('SPARE', { connectorId: 2 })
    expect(await hub.booking(pool.id)).toMatchObject({ state: 'charging' })
  })
})

describe('a car that did not book', () => {
  test('gets a booking of its own, with its token’s vehicle, until the next one comes', async () => {
    const vehicleId = await addVehicle('VAN 007')
    await hub.knowToken('VANCARD', { vehicleId })
    await hub.book({ arrivesAt: now + HOUR, departsAt: now + 2 * HOUR })
    const number = await hub.start('VANCARD', { timestamp: hub.iso(now) })
    expect((await hub.bookings())[1]).toMatchObject({
      state: 'charging',
      origin: 'walkUp',
      vehicleId,
      idToken: 'VANCARD',
      arrivesAt: now,
      departsAt: now + HOUR,
    })
    await hub.end(number)
    await hub.status('Preparing')
    await hub.status('Available')
    expect((await hub.bookings())[1]).toMatchObject({ state: 'left' })
    expect(await hub.alarms()).toEqual([])
  })

  test('on a booked connector raises an alarm that names who booked, until it is gone', async () => {
    const { id } = await hub.book()
    await hub.status('Preparing')
    const number = await hub.start('OTHER')
    expect(await hub.bookings()).toMatchObject([
      { id, state: 'confirmed', arrivedAt: null },
      { origin: 'walkUp', state: 'charging', idToken: 'OTHER' },
    ])
    expect(await hub.alarms()).toEqual([{ kind: 'bookingConflict', detail: 'ABC 123 · OTHER' }])
    await hub.end(number)
    await hub.status('Finishing')
    expect(await hub.alarms()).toHaveLength(1)
    await hub.status('Available')
    expect(await hub.alarms()).toEqual([])
    // The one who booked is awaited all the time, and comes.
    await hub.start('CARD', { meterStart: 5 })
    expect(await hub.booking(id)).toMatchObject({ state: 'charging' })
  })

  test('and was taken for the booked one gives the place back', async () => {
    const { id } = await hub.book({ arrivesAt: now + HOUR, departsAt: now + 3 * HOUR })
    await hub.status('Preparing')
    expect(await hub.booking(id)).toMatchObject({ state: 'arrived' })
    await hub.start('OTHER')
    expect(await hub.booking(id)).toMatchObject({ state: 'confirmed', arrivedAt: null })
    expect(await hub.alarms()).toEqual([])
  })

  test('of the same group as the one before it is another car', async () => {
    await hub.knowToken('CARD', { parentIdToken: 'POOL' })
    await hub.knowToken('SPARE', { parentIdToken: 'POOL' })
    const first = await hub.book()
    await hub.end(await hub.start('CARD'))
    await hub.start('SPARE', { meterStart: 9 })
    expect(await hub.booking(first.id)).toMatchObject({ state: 'left' })
    expect(await hub.bookings({ origin: 'walkUp' })).toHaveLength(1)
  })

  test('sends the one before it away in the books, where the charger has not said that it left', async () => {
    const first = await hub.book()
    await hub.end(await hub.start('CARD'))
    await hub.start('OTHER', { meterStart: 9 })
    expect(await hub.booking(first.id)).toMatchObject({ state: 'left' })
    expect(await hub.bookings({ state: 'charging' })).toMatchObject([{ origin: 'walkUp' }])
  })
})

describe('what comes late', () => {
  test('brings a car that charged while the line was gone back from its no-show', async () => {
    const { id } = await hub.book({ arrivesAt: now - 2 * HOUR, departsAt: now - HOUR })
    await hub.chore()
    expect(await hub.booking(id)).toMatchObject({ state: 'noShow' })
    const number = await hub.start('CARD', { timestamp: hub.iso(now - 100 * MINUTE) })
    await hub.end(number, { timestamp: hub.iso(now - 80 * MINUTE) })
    expect(await hub.booking(id)).toMatchObject({
      state: 'left',
      arrivedAt: now - 100 * MINUTE,
      leftAt: now - 80 * MINUTE,
    })
  })

  test('does not send away or take the place of the car that is there now', async () => {
    const { id } = await hub.book({ idToken: null })
    await hub.status('Charging')
    expect(await hub.booking(id)).toMatchObject({ state: 'arrived' })
    const old = await hub.start('OLD', { timestamp: hub.iso(now - 5 * HOUR) })
    await hub.end(old, { timestamp: hub.iso(now - 4 * HOUR) })
    await hub.start('VISITOR', { meterStart: 3 })
    expect(await hub.bookings()).toMatchObject([
      { id, state: 'charging' },
      { origin: 'walkUp', state: 'left', leftAt: now - 4 * HOUR },
    ])
  })

  test('makes a start that follows its stop a booking that is over', async () => {
    await hub.end(0, { timestamp: hub.iso(now - HOUR), meterStop: 900, idTag: 'CARD' })
    expect(await hub.bookings()).toEqual([])
    await hub.start('CARD', { timestamp: hub.iso(now - 2 * HOUR) })
    expect(await hub.bookings()).toMatchObject([{ origin: 'walkUp', state: 'left' }])
  })
})

async function addVehicle(plate: string): Promise<string> {
  return hub.store.work('test', (tx) => {
    const id = tx.newId()
    tx.insert('vehicle', aVehicle({ id, plate, createdAt: tx.now, updatedAt: tx.now }))
    return id
  })
}
