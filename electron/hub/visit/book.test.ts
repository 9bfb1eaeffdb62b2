import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { refusalsOf, type VisitingHub, visitingHub } from './test-bench/visiting-hub.ts'

let bench: VisitingHub
beforeEach(async () => {
  bench = await visitingHub()
})
afterEach(() => bench.close())

const bookings = () => bench.hub.face.store.reads.find('booking', {})
const payments = () => bench.hub.face.store.reads.find('payment', {})

describe('the site', () => {
  test('shows what is free and what it costs, and nothing of who has the rest', async () => {
    const { token } = await bench.book({ plate: 'ABC 123', phone: '070-123 45 67' })
    await bench.pay(token)
    const site = await bench.phone().site()
    expect(site.places.map(({ name, state }) => [name, state])).toEqual([
      ['CP1', 'free'],
      ['CP2', 'free'],
      ['CP3', 'free'],
    ])
    expect(site.places[0]).toMatchObject({ freeUntil: bench.at(14), words: 0 })
    expect(site.prices).toHaveLength(1)
    expect(JSON.stringify(site)).not.toMatch(/ABC|070/)
  })

  test('offers windows at the price that they are then booked at', async () => {
    const wish = {
      need: { kind: 'energy', energyWh: 10_000 } as const,
      ...{ arrivesFrom: bench.at(13), departsBy: bench.at(18) },
    }
    const { offers } = await bench.phone().offers({ ...wish, kind: 'ahead' })
    const [first] = offers
    expect(first).toMatchObject({ labels: ['soonest'], arrivesAt: bench.at(13), energyWh: 10_000 })
    if (first === undefined) return
    const { place, arrivesAt, departsAt, price } = first
    const { visit } = await bench.book({
      ...{ place: place.code, arrivesAt, departsAt, wish, seenMinor: price?.inclMinor ?? null },
    })
    expect(visit.money?.estimatedMinor).toBe(price?.inclMinor)
  })
})

describe('who doesn’t mind when', () => {
  test('is offered the whole time, at the price for flexible drivers, and booked at it', async () => {
    const elements = [{ price_components: [{ type: 'ENERGY', price: 2, vat: 25, step_size: 1 }] }]
    const ocpi = { currency: 'SEK', tax_included: 'YES', elements }
    const { body } = await bench.hub.post<{ tariff: { id: string } }>('/tariffs', {
      ...{ name: 'Whenever', ocpi, idleGraceMin: 0 },
    })
    await bench.hub.post('/tariff-assignments', { tariffId: body.tariff.id, isFlexible: true })
    const need = { kind: 'energy', energyWh: 10_000 } as const
    const wish = { need, arrivesFrom: bench.at(18), departsBy: bench.at(30) }
    const { offers } = await bench.phone().offers({ ...wish, kind: 'ahead' })
    const flexible = offers.find(({ labels }) => labels.includes('flexible'))
    expect(flexible).toMatchObject({
      ...{ arrivesAt: bench.at(18), departsAt: bench.at(30), isFlexible: true },
      price: { inclMinor: 2_000 },
    })
    expect(offers[0]).toMatchObject({ isFlexible: false, price: { inclMinor: 3_200 } })
    const { visit } = await bench.book({
      ...{ arrivesAt: bench.at(18), departsAt: bench.at(30), isFlexible: true, wish },
      seenMinor: 2_000,
    })
    expect(visit).toMatchObject({ isFlexible: true, money: { estimatedMinor: 2_000 } })
    expect((await bench.phone().site()).flexiblePrices).toHaveLength(1)
  })
})

describe('a window booked from a phone', () => {
  test('is held until it is paid, and agreed to by its money', async () => {
    const { token, visit } = await bench.book()
    expect(visit).toMatchObject({
      ...{ state: 'unpaid', bookingState: 'requested', holdUntil: bench.at(12) + 15 * MINUTE },
      money: { estimatedMinor: 3_200, depositMinor: 3_200, paidMinor: 0 },
    })
    const paid = await bench.pay(token)
    expect(paid).toMatchObject({ state: 'agreed', bookingState: 'confirmed', holdUntil: null })
    expect(await payments()).toMatchObject([{ state: 'paid', amountMinor: 3_200 }])
  })

  test('asked for again under the same secret is the same', async () => {
    const id = crypto.randomUUID()
    const first = await bench.book({ id })
    const again = await bench.book({ id })
    expect(again.token).toBe(first.token)
    expect(await bookings()).toHaveLength(1)
    expect(await payments()).toHaveLength(1)
  })

  test('is given back when nobody pays, and its page can’t be paid on any more', async () => {
    const { token } = await bench.book()
    await bench.settle()
    bench.hub.later(16 * MINUTE)
    await bench.settle()
    await bench.settle()
    expect(await bench.phone(token).visit()).toMatchObject({ state: 'over', endReason: 'notPaid' })
    expect(await bookings()).toMatchObject([{ state: 'cancelled' }])
    expect(await payments()).toMatchObject([{ state: 'cancelled', capturedMinor: 0 }])
  })

  test('that is paid in the moment its time is up is kept', async () => {
    const { token } = await bench.book()
    await bench.settle()
    bench.hub.later(16 * MINUTE)
    const [payment] = await payments()
    bench.hub.double.controls.payOnPage(payment?.stripeCheckoutSessionId ?? '', '4242424242424242')
    await bench.settle()
    await bench.settle()
    expect(await bench.phone(token).visit()).toMatchObject({ state: 'agreed' })
    expect(await payments()).toMatchObject([{ state: 'paid', refundedMinor: 0 }])
  })

  test('is refused at another price than was shown, and nothing of it stays', async () => {
    const asked = bench.book({ seenMinor: 100 })
    expect(await refusalsOf(asked)).toEqual([{ code: 'priceChanged', priceMinor: 3_200 }])
    expect(await bookings()).toEqual([])
    expect(await payments()).toEqual([])
  })

  test('that somebody else has is refused, with what could be had instead', async () => {
    await bench.book({ plate: 'ABC 123' })
    const error: unknown = await bench.book().catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'REFUSED', data: { refusals: [{ code: 'taken' }] } })
    expect(JSON.stringify(error)).not.toContain('ABC')
    const { data } = error as { data: { offers: { place: { code: string } }[] } }
    expect(data.offers.length).toBeGreaterThan(0)
    expect(data.offers[0]?.place.code).not.toBe(bench.codes[0])
  })

  test('is nobody’s vehicle and nobody’s account, whatever plate was typed', async () => {
    const { body: customer } = await bench.hub.post<{ id: string }>('/customers', {
      ...{ name: 'Åkeriet', kind: 'fleet' },
    })
    await bench.hub.post('/vehicles', { plate: 'ABC 123', customerId: customer.id })
    const { visit } = await bench.book({ plate: 'ABC 123' })
    expect(visit.money).toMatchObject({ settlement: 'pay', depositMinor: 3_200 })
    expect(await bookings()).toMatchObject([{ vehicleId: null, customerId: null }])
  })

  test('paid at the desk is agreed to at once, where the rules let it', async () => {
    expect(await refusalsOf(bench.book({ pays: 'atDesk' }))).toEqual([{ code: 'notTaken' }])
    await bench.rules({ paysAtDesk: true })
    const { visit } = await bench.book({ pays: 'atDesk' })
    expect(visit).toMatchObject({ state: 'agreed', money: { depositMinor: 0 }, payment: null })
  })

  test('asks only for the part that the rules name', async () => {
    await bench.rules({ depositPct: 25 })
    const { token, visit } = await bench.book()
    expect(visit.money).toMatchObject({ estimatedMinor: 3_200, depositMinor: 800 })
    expect(await bench.pay(token)).toMatchObject({ state: 'agreed', money: { paidMinor: 800 } })
  })

  test('keeps to the house rules', async () => {
    const { at } = bench
    await bench.rules({ leadMin: 60, aheadDays: 1, mostStayMin: 120 })
    const asked = (arrivesAt: number, departsAt: number) =>
      refusalsOf(bench.book({ arrivesAt, departsAt }))
    expect(await asked(at(12.5), at(13.5))).toEqual([{ code: 'tooSoon', leadMin: 60 }])
    expect(await asked(at(64), at(65))).toEqual([{ code: 'tooFarAhead', aheadDays: 1 }])
    expect(await asked(at(14), at(17))).toEqual([{ code: 'tooLong', mostStayMin: 120 }])
    expect(await asked(at(14), at(14) + 5 * MINUTE)).toEqual([
      { code: 'tooShort', leastStayMin: 15 },
    ])
    await bench.rules({ takesAhead: false })
    expect(await asked(at(14), at(15))).toEqual([{ code: 'notTaken' }])
  })

  test('is not for who is blocked, nor for who has enough already', async () => {
    const { body } = await bench.hub.post<{ id: string }>('/blocks', {
      ...{ of: 'phone', value: '+46 70 123 45 67', reason: 'Never pays' },
    })
    const phone = '070-1234567'
    expect(await refusalsOf(bench.book({ phone }))).toEqual([{ code: 'blocked' }])
    await bench.hub.face.ask('DELETE', `/blocks/${body.id}`)
    await bench.rules({ mostOpen: 1 })
    await bench.book({ phone })
    const place = bench.codes[1] ?? ''
    expect(await refusalsOf(bench.book({ phone, place }))).toEqual([
      { code: 'tooManyOpen', mostOpen: 1 },
    ])
  })

  test('can’t be paid for where there is no key, and is not booked then', async () => {
    await bench.close()
    bench = await visitingHub({ key: null })
    expect(await refusalsOf(bench.book())).toEqual([{ code: 'noPayment' }])
    expect(await bookings()).toEqual([])
  })
})

describe('a link', () => {
  test('opens its visit and no other; a guess, an old one and one that is over open nothing', async () => {
    const { token, visit } = await bench.book()
    const wrong = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`
    for (const guess of [wrong, '', 'x'.repeat(48), token.slice(1)])
      await expect(bench.phone(guess).visit()).rejects.toMatchObject({ code: 'NO_SUCH_VISIT' })
    await bench.hub.post(`/visits/${visit.id}/link`, { renew: true })
    await expect(bench.phone(token).visit()).rejects.toMatchObject({ code: 'NO_SUCH_VISIT' })
  })

  test('opens nothing any more a month after the stay', async () => {
    const { token } = await bench.book()
    bench.hub.later(32 * 24 * HOUR)
    await expect(bench.phone(token).visit()).rejects.toMatchObject({ code: 'NO_SUCH_VISIT' })
  })

  test('stands in no row', async () => {
    const { token } = await bench.book()
    await bench.pay(token)
    const { store } = bench.hub.face
    const tables = await store.work('test', (tx) =>
      tx.sql(
        `select name from sqlite_master where type = 'table' and sql not like '%virtual%'`,
        [],
      ),
    )
    const rows = await store.work('test', (tx) =>
      tables.flatMap(({ name }) => tx.sql(`select * from "${String(name)}"`, [])),
    )
    expect(JSON.stringify(rows)).not.toContain(token.slice(22))
  })
})
