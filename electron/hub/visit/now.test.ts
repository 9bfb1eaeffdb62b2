import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MINUTE } from '../../../shared/time/instant.ts'
import { refusalsOf, type VisitingHub, visitingHub } from './test-bench/visiting-hub.ts'

let bench: VisitingHub
beforeEach(async () => {
  bench = await visitingHub()
})
afterEach(() => bench.close())

const wish = () => ({
  need: { kind: 'energy', energyWh: 10_000 } as const,
  ...{ arrivesFrom: bench.at(12), departsBy: bench.at(15) },
})
const begin = (told: object = {}) => bench.book({ kind: 'now', wish: wish(), ...told })
const commands = () => bench.hub.face.store.reads.find('command', {})

describe('charging at once', () => {
  test('is offered where a car is plugged in first, with its price', async () => {
    await bench.status(1, 'Preparing')
    const { offers } = await bench.phone().offers({ ...wish(), kind: 'now' })
    expect(offers[0]).toMatchObject({
      ...{ labels: ['soonest'], place: { code: bench.codes[1] }, arrivesAt: bench.at(12) },
      ...{ energyWh: 10_000, price: { inclMinor: 3_200 }, depositMinor: 3_200 },
    })
    expect(offers).toHaveLength(3)
  })

  test('waits for its money, and the charger is told when that is there', async () => {
    await bench.status(0, 'Preparing')
    const { token, visit } = await begin()
    expect(visit).toMatchObject({ kind: 'now', state: 'unpaid', isPluggedIn: true })
    expect(await commands()).toEqual([])
    const paid = await bench.pay(token)
    expect(paid).toMatchObject({ state: 'agreed', money: { paidMinor: 3_200 } })
    expect(await commands()).toMatchObject([{ action: 'RemoteStartTransaction' }])
  })

  test('lets the connector go again when nobody pays', async () => {
    const { token } = await begin()
    await bench.settle()
    bench.hub.later(16 * MINUTE)
    await bench.settle()
    await bench.settle()
    expect(await bench.phone(token).visit()).toMatchObject({ state: 'over', endReason: 'notPaid' })
    const site = await bench.phone().site()
    expect(site.places[0]).toMatchObject({ state: 'free' })
    expect(await bench.hub.face.store.reads.find('walkUp', {})).toMatchObject([
      { state: 'cancelled' },
    ])
  })

  test('gives the money back to whoever pays and never plugs in', async () => {
    const { token } = await begin()
    await bench.pay(token)
    bench.hub.later(20 * MINUTE)
    await bench.settle()
    await bench.settle()
    expect(await bench.phone(token).visit()).toMatchObject({ state: 'over', endReason: 'noShow' })
    expect(await bench.hub.balance('customer/walkUp')).toBe(0)
  })

  test('where somebody was quicker is refused', async () => {
    await begin()
    expect(await refusalsOf(begin())).toEqual([{ code: 'taken' }])
  })

  test('until one leaves is as long as the driver says, and no longer than the rules', async () => {
    const until = { ...wish(), need: { kind: 'full' } as const, departsBy: bench.at(13) }
    const { offers } = await bench.phone().offers({ ...until, kind: 'now' })
    expect(offers[0]).toMatchObject({ departsAt: bench.at(13), energyWh: 22_000 })
    await bench.rules({ takesNow: false })
    expect(await bench.phone().offers({ ...until, kind: 'now' })).toMatchObject({
      ...{ offers: [], refusals: [{ code: 'notTaken' }] },
    })
  })

  test('may be cancelled before it charges, and what was paid goes back', async () => {
    const { token } = await begin()
    await bench.pay(token)
    await bench.phone(token).cancel({ seenFeeMinor: 0 })
    await bench.settle()
    expect(await bench.hub.balance('customer/walkUp')).toBe(0)
  })
})
