import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { billedSite, type BilledSite, depotTariff } from './test-bench/billed-site.ts'

let site: BilledSite
beforeEach(async () => {
  site = await billedSite()
})
afterEach(() => site.close())

const book = async (words: object = {}): Promise<Booking> => {
  const plan = {
    ...{ stationId: site.stationId, connectorId: 1, plate: 'ABC 123', idToken: 'CARD' },
    ...{ arrivesAt: site.now + HOUR, departsAt: site.now + 3 * HOUR },
    need: { kind: 'energy', energyWh: 11_000 },
    ...words,
  }
  const { status, body } = await site.ask<Booking>('POST', '/bookings', plan)
  expect(status).toBe(201)
  return body
}
const billOf = async ({ id }: Booking): Promise<Bill> =>
  (await site.ask<Bill>('POST', `/bookings/${id}/bill`)).body
const billNow = async ({ id }: Bill): Promise<Bill> => (await site.detail(id)).bill
/** What happens to a booking by its charger is another room's: here its row is turned as that would. */
const turn = (booking: Booking, patch: Partial<Booking>) =>
  site.store.work('test', (tx) => tx.update('booking', booking.id, { updatedAt: tx.now, ...patch }))

/** A booking's car begins to charge: as with a charger, the booking knows of it in the same unit. */
const startFor = (booking: Booking) =>
  site.start({}, (tx, { id: transactionId, startedAt: arrivedAt }) =>
    tx.update('booking', booking.id, {
      ...{ state: 'charging', transactionId, arrivedAt, updatedAt: tx.now },
    }),
  )

describe('a booking', () => {
  test('has an estimate when somebody asks: an hour at 11 kW, then parking after the grace', async () => {
    const booking = await book()
    const bill = await billOf(booking)
    expect(bill).toMatchObject({
      ...{ state: 'estimated', bookingId: booking.id, transactionId: null, plate: 'ABC 123' },
      ...{ energyWh: 11_000, inclMinor: 3_520 + 4_500, estimatedMinor: 8_020, dueMinor: 0 },
      ...{ startsAt: booking.arrivesAt, endsAt: booking.departsAt, settlement: 'pay' },
    })
    expect((await billOf(booking)).id).toBe(bill.id)
    expect(await site.ask('POST', `/bookings/${site.newId()}/bill`)).toMatchObject({ status: 404 })
  })

  test('is estimated anew when it is changed, whatever is paid meanwhile', async () => {
    const booking = await book()
    const bill = await billOf(booking)
    site.now += MINUTE
    await site.ask('POST', `/bookings/${booking.id}/resize`, {
      departsAt: booking.arrivesAt + HOUR,
    })
    await site.after(0)
    expect(await billNow(bill)).toMatchObject({ state: 'estimated', estimatedMinor: 3_520 })
  })

  test('that is cancelled or taken back leaves a bill that is void', async () => {
    const [one, other] = [
      await book(),
      await book({ arrivesAt: site.now + 4 * HOUR, departsAt: site.now + 5 * HOUR }),
    ]
    const bills = [await billOf(one), await billOf(other)]
    site.now += MINUTE
    await site.ask('POST', `/bookings/${one.id}/cancel`, {})
    await site.store.work('test', (tx) => tx.remove('booking', other.id))
    await site.after(0)
    for (const bill of bills)
      expect(await billNow(bill)).toMatchObject({
        state: 'void',
        inclMinor: 0,
        dueMinor: 0,
        lines: [],
      })
  })

  test('that is cancelled has the bill it had, and a new one once it stands again', async () => {
    const booking = await book()
    const bill = await billOf(booking)
    site.now += MINUTE
    await site.ask('POST', `/bookings/${booking.id}/cancel`, {})
    await site.after(0)
    expect(await billOf(booking)).toMatchObject({ id: bill.id, state: 'void' })
    await turn(booking, { state: 'confirmed' })
    expect(await billOf(booking)).toMatchObject({ state: 'estimated' })
  })

  test('tells its price before it is made', async () => {
    const plan = {
      ...{ stationId: site.stationId, connectorId: 1 },
      ...{ arrivesAt: site.now + HOUR, departsAt: site.now + 2 * HOUR },
      need: { kind: 'energy', energyWh: 5_500 },
    }
    const { body } = await site.ask('POST', '/bookings/check', { plan })
    // Half an hour of charging, a quarter of grace, a quarter of parking.
    expect(body).toMatchObject({
      refusals: [],
      price: { inclMinor: 1_760 + 1_500, currency: 'SEK' },
    })
  })
})

describe('a booking whose car comes', () => {
  test('hands its bill to the first transaction; the second has one of its own', async () => {
    const booking = await book()
    const bill = await billOf(booking)
    await site.after(60)
    const first = await startFor(booking)
    await site.after(0)
    expect(await billNow(bill)).toMatchObject({
      ...{ state: 'running', transactionId: first.id, estimatedMinor: 8_020, inclMinor: 0 },
    })
    await site.after(30)
    await site.stop(first, 5_000)
    const second = await startFor(booking)
    await site.after(0)
    expect(await site.bills()).toMatchObject([
      { transactionId: second.id, bookingId: booking.id, state: 'running', plate: 'ABC 123' },
      { id: bill.id, state: 'final', inclMinor: 1_600 },
    ])
  })

  test('and that has charged is asked for what it took, not for what it was thought to', async () => {
    const bill = await billOf(await book())
    await site.after(60)
    const [booking] = (await site.ask<{ rows: Booking[] }>('GET', '/bookings')).body.rows
    if (booking === undefined) throw new Error('it was booked')
    const transaction = await startFor(booking)
    await site.status('Charging')
    await site.after(30)
    await site.stop(transaction, 5_000)
    await site.status('Finishing')
    await site.after(0)
    expect(await billNow(bill)).toMatchObject({
      ...{ state: 'running', inclMinor: 1_600, estimatedMinor: 1_600 },
    })
    await site.after(30)
    const later = await billNow(bill)
    expect(later.inclMinor).toBeGreaterThan(1_600)
    expect(later.estimatedMinor).toBe(later.inclMinor)
  })

  test('is billed as a person said it should be, whatever the tariff says', async () => {
    const booking = await book()
    const bill = await billOf(booking)
    const { body } = await site.ask<Bill>('PATCH', `/bills/${bill.id}`, { settlement: 'free' })
    expect(body).toMatchObject({ settlement: 'free', estimatedMinor: 0, energyWh: 11_000 })
    await site.after(60)
    const transaction = await startFor(booking)
    await site.after(10)
    await site.stop(transaction, 5_000)
    await site.after(0)
    expect(await billNow(bill)).toMatchObject({
      ...{ state: 'final', settlement: 'free', inclMinor: 0, energyWh: 5_000 },
      lines: [{ kind: 'energy', quantity: 5, exclMinor: 0 }],
    })
  })

  test('that was paid ahead stays whose it was, and in its currency', async () => {
    const booking = await book()
    const bill = await billOf(booking)
    const ahead = { billId: bill.id, means: 'cash', tenderedMinor: 10_000 }
    expect((await site.ask('POST', '/payments/manual', ahead)).status).toBe(201)
    const { body: fleet } = await site.ask<{ id: string }>('POST', '/customers', {
      ...{ name: 'Bud', kind: 'fleet' },
    })
    await site.ask('PUT', '/id-tokens', { idToken: 'CARD', customerId: fleet.id })
    await site.store.work('test', (tx) => {
      for (const version of tx.find('tariffVersion', {}))
        tx.insert('tariffVersion', {
          ...{ ...version, id: tx.newId(), version: version.version + 1, validFrom: tx.now },
          ocpi: { ...version.ocpi, currency: 'EUR' },
        })
    })
    const paid = { customerId: null, settlement: 'pay', currency: 'SEK' }
    site.now += MINUTE
    await turn(booking, { plate: 'CBA 321' })
    await site.after(60)
    expect(await billNow(bill)).toMatchObject({ ...paid, plate: 'CBA 321', inclMinor: 8_020 })
    await site.stop(await startFor(booking), 5_000)
    await site.after(1)
    expect(await billNow(bill)).toMatchObject({ ...paid, state: 'final', idToken: 'CARD' })
  })
})

describe('a booking whose car never comes', () => {
  test('costs what the tariff says of that, and nothing where it says nothing', async () => {
    const booking = await book()
    await site.after(90)
    await turn(booking, { state: 'noShow' })
    await site.after(0)
    const [bill] = await site.bills()
    expect(bill).toMatchObject({
      ...{ bookingId: booking.id, state: 'final', inclMinor: 1_000, dueMinor: 1_000 },
      lines: [{ kind: 'noShow', quantity: 1, unit: 'session' }],
    })
    await site.after(5)
    expect(await site.bills()).toHaveLength(1)

    await site.close()
    const [energy] = depotTariff.elements
    site = await billedSite({ ...depotTariff, elements: energy ? [energy] : [] })
    const free = await book()
    const asked = await billOf(free)
    await site.after(90)
    await turn(free, { state: 'noShow' })
    await site.after(0)
    expect(await billNow(asked)).toMatchObject({ state: 'void' })
    // Of this one nobody has asked what it would cost.
    await turn(await book(), { state: 'noShow', arrivesAt: site.now - HOUR })
    await site.after(0)
    expect(await site.bills()).toHaveLength(1)
  })

  test('and comes all the same pays for the stay alone', async () => {
    const booking = await book()
    await site.after(90)
    await turn(booking, { state: 'noShow' })
    await site.after(0)
    const transaction = await startFor(booking)
    await site.after(30)
    await site.stop(transaction, 5_000)
    await site.after(0)
    expect(await site.bills()).toMatchObject([
      { transactionId: transaction.id, state: 'final', inclMinor: 1_600 },
      { transactionId: null, state: 'final', inclMinor: 0, dueMinor: 0, revision: 2 },
    ])
  })
})

test('every offer has its price', async () => {
  await site.close()
  site = await billedSite(depotTariff, { plans: true })
  const { body } = await site.ask<{ offers: object[] }>('POST', '/offers', {
    need: { kind: 'energy', energyWh: 11_000 },
    arrivesFrom: site.now,
    departsBy: site.now + 6 * HOUR,
    limit: 3,
  })
  expect(body.offers).toHaveLength(3)
  for (const offer of body.offers)
    expect(offer).toMatchObject({ energyWh: 11_000, price: { inclMinor: 3_520, currency: 'SEK' } })
})
