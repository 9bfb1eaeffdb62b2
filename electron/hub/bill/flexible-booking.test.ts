import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { simpleTariff } from '../../../shared/domain/tariff/tariff-fixture.ts'
import type { TariffWords } from '../../../shared/domain/tariff/words.ts'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { billedSite, type BilledSite, depotTariff } from './test-bench/billed-site.ts'
import { estimateOf } from './estimate.ts'

let site: BilledSite
/** What a whole site is priced by is 3.20 a kWh; whoever lets it choose the hours pays 2.40. */
beforeEach(async () => {
  site = await billedSite(simpleTariff)
  const [element] = simpleTariff.elements
  const component = element?.price_components[0]
  if (component === undefined) throw new Error('it has a price')
  const ocpi = { ...simpleTariff, elements: [{ price_components: [{ ...component, price: 2.4 }] }] }
  const { body } = await site.ask<{ tariff: { id: string } }>('POST', '/tariffs', {
    ...{ name: 'Any time will do', ocpi },
  })
  await site.ask('POST', '/tariff-assignments', { tariffId: body.tariff.id, isFlexible: true })
})
afterEach(() => site.close())

const planOf = (words: object = {}) => ({
  ...{ stationId: site.stationId, connectorId: 1, plate: 'ABC 123' },
  ...{ arrivesAt: site.now + HOUR, departsAt: site.now + 3 * HOUR },
  need: { kind: 'energy', energyWh: 10_000 },
  ...words,
})
const flexibly = () => ({ flexibility: 'flexible', latestDepartsAt: site.now + 6 * HOUR })
const book = async (words: object = {}): Promise<Booking> => {
  const { status, body } = await site.ask<Booking>('POST', '/bookings', planOf(words))
  expect(status).toBe(201)
  return body
}
const billOf = async ({ id }: Booking): Promise<Bill> =>
  (await site.ask<Bill>('POST', `/bookings/${id}/bill`)).body
const change = async ({ id, revision }: Booking, patch: object): Promise<Booking> => {
  site.now += MINUTE
  const { status, body } = await site.ask<Booking>('PATCH', `/bookings/${id}`, {
    ...{ revision, ...patch },
  })
  expect(status).toBe(200)
  await site.after(0)
  return body
}
const startFor = (booking: Booking) =>
  site.start({}, (tx, { id: transactionId, startedAt: arrivedAt }) =>
    tx.update('booking', booking.id, {
      ...{ state: 'charging', transactionId, arrivedAt, updatedAt: tx.now },
    }),
  )

test('costs less, and what every booking does once it is fixed', async () => {
  const booking = await book(flexibly())
  const bill = await billOf(booking)
  expect(bill).toMatchObject({ state: 'estimated', estimatedMinor: 2_400 })
  const fixed = await change(booking, { flexibility: 'fixed', latestDepartsAt: null })
  expect((await site.detail(bill.id)).bill).toMatchObject({ estimatedMinor: 3_200 })
  await change(fixed, flexibly())
  expect((await site.detail(bill.id)).bill).toMatchObject({ estimatedMinor: 2_400 })
})

test('keeps the price it began with, whatever it is changed to and whatever is assigned', async () => {
  const booking = await book(flexibly())
  const bill = await billOf(booking)
  await site.after(60)
  const transaction = await startFor(booking)
  await site.after(1)
  await site.store.work('test', (tx) => {
    tx.update('booking', booking.id, { flexibility: 'fixed', updatedAt: tx.now })
    for (const { id, isFlexible } of tx.find('tariffAssignment', {}))
      if (isFlexible) tx.remove('tariffAssignment', id)
  })
  await site.after(20)
  const thought = await site.store.work('test', (tx) => {
    const [turned, running] = [tx.get('booking', booking.id), tx.get('bill', bill.id)]
    if (turned === undefined || running === undefined) throw new Error('they are there')
    return [estimateOf(tx, turned, running), estimateOf(tx, turned)]
  })
  // What is thought of a stay that has begun goes by what it began with; another like it would cost more.
  expect(thought).toMatchObject([{ estimatedMinor: 2_400 }, { estimatedMinor: 3_200 }])
  await site.stop(transaction, 5_000)
  await site.after(1)
  expect((await site.detail(bill.id)).bill).toMatchObject({ state: 'final', inclMinor: 1_200 })
})

test('turned fixed just before its car comes is priced as fixed', async () => {
  const booking = await book(flexibly())
  const bill = await billOf(booking)
  await site.after(60)
  // In one unit with the start, so that its estimate hasn't followed it yet.
  const transaction = await site.start({}, (tx, { id: transactionId, startedAt: arrivedAt }) => {
    const turned = { flexibility: 'fixed', latestDepartsAt: null, updatedAt: tx.now } as const
    tx.update('booking', booking.id, { ...turned, state: 'charging', transactionId, arrivedAt })
  })
  await site.after(20)
  await site.stop(transaction, 5_000)
  await site.after(1)
  expect((await site.detail(bill.id)).bill).toMatchObject({ state: 'final', inclMinor: 1_600 })
})

test('tells its price before it is made', async () => {
  const priceOf = async (words: object) => {
    const { body } = await site.ask('POST', '/bookings/check', { plan: planOf(words) })
    return body
  }
  expect(await priceOf({})).toMatchObject({ price: { inclMinor: 3_200 } })
  expect(await priceOf(flexibly())).toMatchObject({ price: { inclMinor: 2_400 } })
})

test('who comes without a booking, or is taken in at the desk, pays what everybody does', async () => {
  const transaction = await site.start()
  await site.after(20)
  await site.stop(transaction, 5_000)
  await site.after(1)
  expect(await site.onlyBill()).toMatchObject({ state: 'final', inclMinor: 1_600 })
  await site.store.work('test', (tx) => {
    const connector = tx.one('connector', { stationId: site.stationId, connectorId: 1 })
    if (connector) tx.change('connector', connector, { status: 'Available' })
  })
  const { body } = await site.ask<{ places: { words: TariffWords }[] }>('GET', '/walk-ups/choices')
  expect(body.places.map(({ words }) => words.phrases.map(({ price }) => price))).toEqual([['3.2']])
})

test('a customer’s own price is theirs, however flexible they are', async () => {
  const { body: customer } = await site.ask<{ id: string }>('POST', '/customers', {
    ...{ name: 'Norrbud', kind: 'person' },
  })
  const { body } = await site.ask<{ tariff: { id: string } }>('POST', '/tariffs', {
    ...{ name: 'Theirs', ocpi: depotTariff },
  })
  const assigned = { tariffId: body.tariff.id, customerId: customer.id }
  await site.ask('POST', '/tariff-assignments', assigned)
  const chosen = async (words: object) =>
    (await site.ask<{ by: string }>('POST', '/tariffs/choose', words)).body.by
  expect(await chosen({ isFlexible: true })).toBe('flexible')
  expect(await chosen({})).toBe('site')
  expect(await chosen({ isFlexible: true, customerId: customer.id })).toBe('customer')
  const refused = await site.ask('POST', '/tariff-assignments', {
    ...{ tariffId: body.tariff.id, isFlexible: false },
  })
  expect(refused).toMatchObject({ status: 400 })
  expect(JSON.stringify(refused.body)).toContain('Give true, or leave it out')
})

test('a tariff for flexible drivers alone goes out as OCPI’s PROFILE_CHEAP', async () => {
  const { body } = await site.ask<{
    rows: { tariff: { name: string }; versions: { id: string }[] }[]
  }>('GET', '/tariffs')
  const types = await Promise.all(
    body.rows.map(async ({ tariff, versions }) => {
      const path = `/tariff-versions/${versions[0]?.id}/ocpi`
      return [tariff.name, (await site.ask<{ type?: string }>('GET', path)).body.type]
    }),
  )
  expect(types).toEqual([
    ['Any time will do', 'PROFILE_CHEAP'],
    ['Depot', undefined],
  ])
})
