import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DAY, MINUTE, SECOND } from '../../../shared/time/instant.ts'
import { forgetPlansOwn } from '../command/retention.ts'
import { eventually } from '../ocpp/server/test-bench/eventually.ts'
import { dispatchingHub, type DispatchingHub } from './test-bench/dispatching-hub.ts'
import { ABLE, limitsOf, obedient, type Answers } from './test-bench/scripted-charger.ts'

let hub: DispatchingHub

beforeEach(async () => {
  hub = await dispatchingHub()
})
afterEach(() => hub.stop())

const configurationsAsked = (calls: readonly { action: string }[]) =>
  calls.filter(({ action }) => action === 'GetConfiguration').length

describe('what a charger may draw by itself', () => {
  test('is an even share, lowered for the first before the next is given its own', async () => {
    const a = await hub.ready('A')
    expect(limitsOf(a.charger, 'TxDefaultProfile')).toEqual([[32]])
    const b = await hub.ready('B')
    expect(limitsOf(a.charger, 'TxDefaultProfile')).toEqual([[32], [16]])
    expect(limitsOf(b.charger, 'TxDefaultProfile')).toEqual([[16]])
    expect(await hub.control(b.stationId, 1)).toMatchObject({ fallbackDa: 160, reason: null })
  })

  test('is 6 A for as many as can have it, nothing for the others', async () => {
    await hub.grid({ gridLimitW: null, gridLimitDa: 130 })
    const stations = [await hub.ready('A'), await hub.ready('B'), await hub.ready('C')]
    await hub.settle()
    const shares = await Promise.all(
      stations.map(async ({ stationId }) => (await hub.control(stationId, 1)).fallbackDa),
    )
    expect(shares).toEqual([65, 65, 0])
    expect(limitsOf(stations[2]?.charger ?? fail(), 'TxDefaultProfile')).toEqual([[0]])
  })

  test('has on a station with several connectors the supply’s most above it', async () => {
    const { charger } = await hub.ready('A')
    await charger.status(2, 'Available')
    hub.aheadMs += 2 * MINUTE
    await hub.quiet()
    expect(limitsOf(charger, 'ChargePointMaxProfile', 0)).toEqual([[32]])
    expect(limitsOf(charger, 'TxDefaultProfile', 2)).toEqual([[16]])
  })

  test('leaves room for the building at its highest', async () => {
    await hub.grid({ baseLoad: { kind: 'constant', powerW: 11_040 } })
    const { charger } = await hub.ready('A')
    expect(limitsOf(charger, 'TxDefaultProfile')).toEqual([[16]])
  })

  test('is asked for when the charger comes back, and told again where it is gone', async () => {
    const { charger } = await hub.ready('A')
    await charger.close()
    hub.aheadMs += 5 * MINUTE
    const take = obedient()
    const tells =
      (limit: number): Answers =>
      (action, payload) =>
        action === 'GetCompositeSchedule'
          ? {
              status: 'Accepted',
              connectorId: 1,
              scheduleStart: new Date(hub.now()).toISOString(),
              chargingSchedule: {
                duration: 3_600,
                chargingRateUnit: 'A',
                chargingSchedulePeriod: [{ startPeriod: 0, limit, numberPhases: 3 }],
              },
            }
          : take(action, payload)
    const again = await hub.connected('A', { boots: false, answers: tells(32) })
    await hub.settle()
    expect(again.sent).toEqual([])
    await again.close()
    hub.aheadMs += 5 * MINUTE
    const forgetful = await hub.connected('A', { boots: false, answers: tells(48) })
    await hub.settle()
    expect(limitsOf(forgetful, 'TxDefaultProfile')).toEqual([[32]])
  })
})

describe('what a charger can', () => {
  test('is asked once, however often it boots, and again after a change of its firmware', async () => {
    const { charger, stationId } = await hub.ready('A')
    await charger.close()
    const again = await hub.connected('A')
    await hub.settle()
    expect(configurationsAsked([...charger.calls, ...again.calls])).toBe(1)
    await again.close()
    const take = obedient({ ...ABLE, ChargeProfileMaxStackLevel: '7' })
    const newer = await hub.connected('A', { firmware: '2.0', answers: take })
    await hub.settle()
    expect(configurationsAsked(newer.calls)).toBe(1)
    expect(await hub.control(stationId, 0)).toMatchObject({
      charger: { firmware: '2.0', manner: { stackLevel: 7 } },
    })
  })

  test('is asked at a moment of each charger’s own after it has connected', async () => {
    await hub.addStation('A')
    const charger = await hub.connected('A')
    await charger.status(1, 'Available')
    const asked: boolean[] = []
    for (let second = 0; second <= 20; second += 5) {
      hub.aheadMs += second === 0 ? 0 : 5 * SECOND
      await hub.quiet()
      asked.push(configurationsAsked(charger.calls) > 0)
    }
    expect(asked.at(-1)).toBe(true)
  })

  test('is guessed low where it doesn’t answer the question', async () => {
    const take = obedient()
    const { charger } = await hub.ready('A', {
      answers: (action, payload) =>
        action === 'GetConfiguration' ? { wrong: true } : take(action, payload),
    })
    expect(charger.sent.map(({ profile }) => profile.stackLevel)).toEqual([0])
  })
})

describe('a site that isn’t controlled', () => {
  test('is told nothing while no limit of its connection is known', async () => {
    await hub.grid({ gridLimitW: null })
    const { charger, stationId } = await hub.ready('A')
    await charger.start(1, 'CARD')
    await hub.plan(stationId, 1, [[0, 5_000]])
    await hub.settle()
    expect(charger.calls).toEqual([])
  })

  test('has its defaults taken out once, and live profiles run out by themselves', async () => {
    const { charger, stationId } = await hub.ready('A')
    const transactionId = await charger.start(1, 'CARD')
    await hub.plan(stationId, 1, [[0, 5_000]])
    await hub.quiet()
    const sent = charger.sent.length
    await hub.grid({ controlsChargers: false })
    await hub.settle()
    await hub.plan(stationId, 1, [[0, 9_000]])
    await hub.settle()
    const taken = charger.calls.filter(({ action }) => action === 'ClearChargingProfile')
    expect(taken.map(({ payload }) => payload)).toEqual([{ id: 12 }])
    expect(charger.sent).toHaveLength(sent)
    expect(await hub.control(stationId, 1)).toMatchObject({
      reason: 'notControlled',
      standing: { held: null, asked: null },
    })
    await charger.stop(transactionId)
    await hub.grid({ controlsChargers: true })
    hub.aheadMs += 2 * MINUTE
    await hub.quiet()
    expect(limitsOf(charger, 'TxDefaultProfile')).toEqual([[32], [32]])
  })

  test('hands a charger that is away back when it returns', async () => {
    const { charger } = await hub.ready('A')
    await charger.close()
    await hub.grid({ controlsChargers: false })
    await hub.settle()
    const again = await hub.connected('A', { boots: false })
    await eventually(async () => {
      await hub.look()
      expect(again.calls.map(({ action }) => action)).toEqual(['ClearChargingProfile'])
    })
  })
})

test('what the plan says to chargers fills neither the journal nor the commands for ever', async () => {
  const { charger, stationId } = await hub.ready('A')
  await charger.start(1, 'CARD')
  await hub.plan(stationId, 1, [[0, 5_000]])
  await hub.quiet()
  const actions = async () =>
    (await hub.store.reads.find('command', {})).map(({ action }) => action)
  expect(await actions()).toContain('SetChargingProfile')
  const journal = await hub.store.reads.find('journal', { act: 'command.request' })
  expect(journal.map(({ after }) => (after as { action: string }).action)).toEqual([
    'GetConfiguration',
  ])
  await forgetPlansOwn(hub.store, hub.now() + 6 * DAY)
  expect(await actions()).toContain('SetChargingProfile')
  await forgetPlansOwn(hub.store, hub.now() + 8 * DAY)
  expect(await actions()).toEqual(['GetConfiguration'])
})

function fail(): never {
  throw new Error('there is no such station')
}
