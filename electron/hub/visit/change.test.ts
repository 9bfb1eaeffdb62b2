import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MINUTE } from '../../../shared/time/instant.ts'
import { refusalsOf, type VisitingHub, visitingHub } from './test-bench/visiting-hub.ts'

let bench: VisitingHub
let token: string
beforeEach(async () => {
  bench = await visitingHub()
  token = (await bench.book()).token
  await bench.pay(token)
})
afterEach(() => bench.close())

const kWh = (energyWh: number) => ({ kind: 'energy', energyWh: energyWh * 1_000 }) as const
const refunds = () => bench.hub.face.store.reads.find('refund', {})
const payments = () => bench.hub.face.store.reads.find('payment', {})
const change = async (changes: object, seenMinor: number, revision?: number) => {
  const { revision: now } = await bench.phone(token).visit()
  return bench.phone(token).change({ changes, seenMinor, revision: revision ?? now ?? 0 })
}

describe('a change', () => {
  test('is told with its price and difference before it is made', async () => {
    const less = await bench.phone(token).checkChange({ need: kWh(5) })
    expect(less).toMatchObject({
      ...{ isPossible: true, priceMinor: 1_600, differenceMinor: -1_600 },
      ...{ toPayMinor: 0, toRefundMinor: 1_600, energyWh: 5_000 },
    })
    const more = await bench.phone(token).checkChange({ need: kWh(20) })
    expect(more).toMatchObject({ priceMinor: 6_400, toPayMinor: 3_200, toRefundMinor: 0 })
    const tooMuch = await bench.phone(token).checkChange({ need: kWh(30) })
    expect(tooMuch).toMatchObject({ isPossible: false, refusals: [{ code: 'needTooMuch' }] })
    expect(await bench.phone(token).visit()).toMatchObject({ needWh: 10_000, revision: 1 })
  })

  test('to less is paid back at once, through the ledger', async () => {
    expect(await change({ need: kWh(5) }, 1_600)).toMatchObject({
      ...{ state: 'agreed', needWh: 5_000 },
      money: { estimatedMinor: 1_600, paidMinor: 1_600, depositMinor: 1_600 },
    })
    await bench.settle()
    expect(await refunds()).toMatchObject([{ amountMinor: 1_600, state: 'succeeded' }])
    expect(await bench.hub.balance('customer/walkUp')).toBe(-1_600)
  })

  test('to more asks for the rest, and stays when that is paid', async () => {
    const asked = await change({ need: kWh(20) }, 6_400)
    expect(asked).toMatchObject({
      ...{ state: 'agreed', needWh: 20_000, lapsesAt: bench.hub.face.now + 15 * MINUTE },
      payment: { amountMinor: 3_200 },
      may: ['pay', 'cancel', 'change', 'late'],
    })
    const paid = await bench.pay(token)
    expect(paid).toMatchObject({ lapsesAt: null, money: { paidMinor: 6_400 } })
    bench.hub.later(30 * MINUTE)
    await bench.settle()
    expect(await bench.phone(token).visit()).toMatchObject({ needWh: 20_000 })
  })

  test('to more that nobody pays is undone again', async () => {
    await change({ need: kWh(20), departsAt: bench.at(16) }, 6_400)
    await bench.settle()
    bench.hub.later(16 * MINUTE)
    await bench.settle()
    await bench.settle()
    expect(await bench.phone(token).visit()).toMatchObject({
      ...{ state: 'agreed', needWh: 10_000, departsAt: bench.at(15), lapsesAt: null },
      money: { paidMinor: 3_200, depositMinor: 3_200 },
    })
    expect((await payments()).map(({ state }) => state)).toEqual(['paid', 'cancelled'])
  })

  test('of time alone that costs the same moves no money', async () => {
    expect(await change({ arrivesAt: bench.at(16), departsAt: bench.at(17) }, 3_200)).toMatchObject(
      { arrivesAt: bench.at(16), departsAt: bench.at(17), payment: null },
    )
    expect(await refunds()).toEqual([])
  })

  test('to another connector holds that one, and lets the old one go', async () => {
    const [first = '', second = ''] = bench.codes
    expect(await change({ place: second }, 3_200)).toMatchObject({ place: { code: second } })
    expect((await bench.book({ place: first })).visit.state).toBe('unpaid')
    expect(await refusalsOf(bench.book({ place: second }))).toEqual([{ code: 'taken' }])
  })

  test('of what somebody changed meanwhile is refused, and nothing is lost', async () => {
    const { revision } = await bench.phone(token).visit()
    await change({ departsAt: bench.at(16) }, 3_200)
    expect(await refusalsOf(change({ need: kWh(5) }, 1_600, revision ?? 0))).toEqual([
      { code: 'changedSince' },
    ])
    expect(await bench.phone(token).visit()).toMatchObject({ departsAt: bench.at(16) })
  })

  test('at a price that was not shown is refused', async () => {
    expect(await refusalsOf(change({ need: kWh(20) }, 3_200))).toEqual([
      { code: 'priceChanged', priceMinor: 6_400 },
    ])
  })

  test('sent again under its key is made once', async () => {
    const { revision } = await bench.phone(token).visit()
    const wish = { changes: { need: kWh(5) }, seenMinor: 1_600, revision: revision ?? 0 }
    const first = await bench.phone(token, 'key-1').change(wish)
    const again = await bench.phone(token, 'key-1').change(wish)
    expect(again).toEqual(first)
    expect(await refunds()).toHaveLength(1)
  })

  test('keeps to the house rules, and to what can be promised', async () => {
    await bench.rules({ mostStayMin: 120 })
    expect(await refusalsOf(change({ departsAt: bench.at(18) }, 3_200))).toEqual([
      { code: 'tooLong', mostStayMin: 120 },
    ])
    await bench.book({
      ...{ arrivesAt: bench.at(15), departsAt: bench.at(16), plate: 'DEF 456' },
    })
    expect(await refusalsOf(change({ departsAt: bench.at(15.5) }, 3_200))).toEqual([
      { code: 'taken' },
    ])
  })
})

describe('cancelling', () => {
  const cancel = (seenFeeMinor = 0) => bench.phone(token).cancel({ seenFeeMinor })

  test('in time is free, and all that was paid goes back', async () => {
    const { cancelling } = await bench.phone(token).visit()
    expect(cancelling).toEqual({ freeUntil: bench.at(13), feeMinor: 0 })
    expect(await cancel()).toMatchObject({ state: 'over', endReason: 'cancelled' })
    await bench.settle()
    expect(await refunds()).toMatchObject([{ amountMinor: 3_200, state: 'succeeded' }])
    expect(await bench.hub.balance('customer/walkUp')).toBe(0)
    expect((await bench.book()).visit.state).toBe('unpaid')
  })

  test('late costs what not coming costs; the rest goes back', async () => {
    bench.hub.later(70 * MINUTE)
    const { cancelling } = await bench.phone(token).visit()
    expect(cancelling).toMatchObject({ feeMinor: 1_000 })
    expect(await refusalsOf(cancel(0))).toEqual([{ code: 'priceChanged', priceMinor: 1_000 }])
    expect(await cancel(1_000)).toMatchObject({ state: 'over', endReason: 'cancelled' })
    await bench.settle()
    expect(await refunds()).toMatchObject([{ amountMinor: 2_200, state: 'succeeded' }])
    expect(await bench.hub.balance('customer/walkUp')).toBe(0)
    expect((await bench.book()).visit.state).toBe('unpaid')
  })

  test('of what isn’t paid yet ends its page', async () => {
    const place = bench.codes[1] ?? ''
    const other = await bench.book({ place })
    await bench.settle()
    await bench.phone(other.token).cancel({ seenFeeMinor: 0 })
    await bench.settle()
    expect((await payments()).map(({ state }) => state)).toEqual(['paid', 'cancelled'])
  })

  test('twice is once', async () => {
    await cancel()
    expect(await refusalsOf(cancel())).toEqual([{ code: 'notNow' }])
  })

  test('by the desk gives everything back, and says so', async () => {
    const { id } = await bench.phone(token).visit()
    await bench.hub.post(`/visits/${id}/cancel`, { reason: 'The charger is broken' })
    await bench.settle()
    expect(await bench.phone(token).visit()).toMatchObject({ state: 'over', endReason: 'byDesk' })
    expect(await refunds()).toMatchObject([{ amountMinor: 3_200 }])
  })
})

describe('who comes late', () => {
  test('and says so is waited for, within the house rules', async () => {
    const late = (expectedAt: number) => bench.phone(token).late({ expectedAt })
    expect(await refusalsOf(late(bench.at(15.5)))).toEqual([{ code: 'tooLate', lateMin: 60 }])
    expect(await late(bench.at(14.75))).toMatchObject({ expectedAt: bench.at(14.75) })
  })
})

test('whoever began at the price for flexible drivers stays flexible', async () => {
  const { bookingId } = Object(await bench.hub.face.store.reads.find('visit', {}))[0]
  await change({ departsAt: bench.at(20), isFlexible: true }, 3_200)
  await bench.hub.post(`/bookings/${bookingId}/arrive`)
  const { revision } = await bench.phone(token).visit()
  const changes = { departsAt: bench.at(19), isFlexible: false }
  const after = await bench.phone(token).change({
    ...{ changes, seenMinor: 3_200, revision: revision ?? 0 },
  })
  expect(after).toMatchObject({ departsAt: bench.at(19), isFlexible: true })
})
