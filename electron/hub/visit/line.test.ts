import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { MINUTE } from '../../../shared/time/instant.ts'
import { promoteLine } from './line.ts'
import { refusalsOf, type VisitingHub, visitingHub } from './test-bench/visiting-hub.ts'

let bench: VisitingHub
/** Whoever has the only connector. */
let holder: string
beforeEach(async () => {
  bench = await visitingHub({ stations: 1 })
  holder = (await bench.book()).token
  await bench.pay(holder)
})
afterEach(() => bench.close())

const wait = (told: object = {}) =>
  bench.phone().wait({
    ...{ id: crypto.randomUUID(), pays: 'online' },
    wish: {
      need: { kind: 'energy', energyWh: 20_000 },
      ...{ arrivesFrom: bench.at(14), departsBy: bench.at(15) },
    },
    ...told,
  })
const promote = () => promoteLine(bench.hub.face.store, bench.hub.face.drivers.rooms)
const giveUp = async () => {
  await bench.phone(holder).cancel({ seenFeeMinor: 0 })
  await promote()
}

describe('in line', () => {
  test('each has a place, by when they came', async () => {
    const first = await wait()
    bench.hub.later(1_000)
    const second = await wait()
    expect(first.visit).toMatchObject({ state: 'waiting', line: { position: 1, of: 1 } })
    expect(second.visit).toMatchObject({ line: { position: 2, of: 2 }, may: ['leaveLine'] })
    await bench.phone(first.token).leaveLine()
    expect((await bench.phone(second.token).visit()).line).toEqual({ position: 1, of: 1 })
  })

  test('nobody is offered anything while nothing is free', async () => {
    const { token } = await wait()
    await promote()
    expect((await bench.phone(token).visit()).state).toBe('waiting')
  })

  test('the first is offered what comes free, and has it once it is claimed and paid', async () => {
    const first = await wait()
    bench.hub.later(1_000)
    const second = await wait()
    await giveUp()
    const offered = await bench.phone(first.token).visit()
    expect(offered).toMatchObject({
      ...{ state: 'offered', holdUntil: bench.hub.face.now + 15 * MINUTE },
      ...{ arrivesAt: bench.at(14), may: ['claim', 'cancel'], money: { estimatedMinor: 6_400 } },
    })
    expect((await bench.phone(second.token).visit()).state).toBe('waiting')
    expect(await refusalsOf(bench.phone(first.token).claim({ seenMinor: 100 }))).toEqual([
      { code: 'priceChanged', priceMinor: 6_400 },
    ])
    await bench.phone(first.token).claim({ seenMinor: 6_400 })
    expect(await bench.pay(first.token)).toMatchObject({ state: 'agreed' })
  })

  test('what nobody claims goes to the next', async () => {
    const first = await wait()
    bench.hub.later(1_000)
    const second = await wait()
    await giveUp()
    bench.hub.later(16 * MINUTE)
    await bench.settle()
    await promote()
    expect(await bench.phone(first.token).visit()).toMatchObject({
      ...{ state: 'over', endReason: 'notClaimed' },
    })
    expect((await bench.phone(second.token).visit()).state).toBe('offered')
  })

  test('who waits in vain is told so', async () => {
    const { token } = await wait()
    bench.hub.later(4 * 60 * MINUTE)
    await bench.settle()
    expect(await bench.phone(token).visit()).toMatchObject({ state: 'over', endReason: 'inVain' })
  })

  test('asked for again under the same secret is the same place', async () => {
    const id = crypto.randomUUID()
    expect((await wait({ id })).token).toBe((await wait({ id })).token)
  })

  test('there is none where the rules have none', async () => {
    await bench.rules({ takesWaiting: false })
    expect(await refusalsOf(wait())).toEqual([{ code: 'notTaken' }])
  })
})
