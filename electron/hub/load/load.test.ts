import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LoadCurve } from '../../../shared/domain/load/load.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import { HOUR, type Instant, MINUTE } from '../../../shared/time/instant.ts'
import { awaken } from '../awakening.ts'
import { eventually } from '../ocpp/server/test-bench/eventually.ts'
import { type FreshHub, freshHub, PASSWORD } from '../ocpp/server/test-bench/fresh-hub.ts'
import { wireCharger, type WireCharger } from '../ocpp/server/test-bench/wire-charger.ts'
import { askCurve, type Asked } from './ask.ts'
import { type LoadKeeper, loadKeeper } from './load-keeper.ts'

let hub: FreshHub
let loads: LoadKeeper
let stationId: Id
let charger: WireCharger

/** A full hour, so that steps of all lengths begin with it; the hub's clock is turned to some hours after. */
const noon = Math.floor(Date.now() / HOUR) * HOUR
const at = (minutes: number): Instant => noon + minutes * MINUTE
const iso = (minutes: number): string => new Date(at(minutes)).toISOString()

beforeEach(async () => {
  hub = await freshHub({}, (_, event) => loads.happened(event))
  loads = loadKeeper(hub.store)
  await awaken(hub.store, 'Europe/Stockholm')
  hub.aheadMs = noon - Date.now()
  await loads.roll()
  stationId = await hub.addStation('CP1')
  charger = await wireCharger(hub.url, 'CP1', { password: PASSWORD })
  await eventually(async () => {
    const station = await hub.store.reads.get('station', stationId)
    expect(station?.connection).toBe('online')
  })
})
afterEach(() => hub.stop())

/** Sends a call and returns the payload of its CALLRESULT. */
async function say(action: string, payload: object): Promise<Record<string, unknown>> {
  const [type, , reply] = await charger.call(action, payload)
  expect(type).toBe(3)
  return reply as Record<string, unknown> // a CALLRESULT's payload is an object
}

const register = (minutes: number, wh: number, connectorId = 1) =>
  say('MeterValues', {
    connectorId,
    meterValue: [{ timestamp: iso(minutes), sampledValue: [{ value: String(wh) }] }],
  })
const power = (minutes: number, watts: number, connectorId = 1) =>
  say('MeterValues', {
    connectorId,
    meterValue: [
      {
        timestamp: iso(minutes),
        sampledValue: [{ value: String(watts), measurand: 'Power.Active.Import', unit: 'W' }],
      },
    ],
  })

/** Turns the hub's clock to so many minutes after noon, puts what waits in its place and makes loads. */
async function rollAt(minutes: number): Promise<void> {
  hub.aheadMs = at(minutes) - Date.now()
  await hub.store.work('test', (tx) => tx.placeDeferred())
  await loads.roll()
}

async function curve(asked: Partial<Parameters<typeof askCurve>[1]> = {}): Promise<LoadCurve> {
  const whole: Asked & { step: 'minute' } = {
    scope: 'site',
    split: 'none',
    from: noon,
    until: noon + HOUR,
    step: 'minute',
  }
  const answer = await askCurve(hub.store.reads, { ...whole, ...asked }, hub.aheadMs + Date.now())
  if (answer.kind !== 'told') throw new Error(answer.kind)
  return answer.told
}
const energies = async (asked: Parameters<typeof curve>[0] = {}) =>
  (await curve(asked)).lines[0]?.energyWh ?? []
const sumOf = (values: readonly (number | null)[]) =>
  values.reduce<number>((sum, wh) => sum + (wh ?? 0), 0)

describe('what chargers tell', () => {
  test('is told at every length of step, with the same energy', async () => {
    await say('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Charging' })
    for (const [minutes, wh] of [
      [0, 1_000],
      [1, 1_100],
      [2, 1_201],
    ] as const)
      await register(minutes, wh)
    await rollAt(120)
    const connectors = await hub.store.reads.find('connector', { stationId, connectorId: 1 })
    const whose = [
      { scope: 'site' },
      { scope: 'station', id: stationId },
      { scope: 'connector', id: connectors[0]?.id },
    ] as const
    for (const { scope, ...id } of whose) {
      expect((await energies({ scope, ...id })).slice(0, 3)).toEqual([100, 101, null])
      for (const step of ['quarter', 'hour', 'day', 'month'] as const)
        expect([scope, step, sumOf(await energies({ scope, ...id, step }))]).toEqual([
          scope,
          step,
          201,
        ])
    }
  })

  test('twice counts once', async () => {
    for (const minutes of [0, 1, 1, 0]) await register(minutes, minutes * 100)
    await rollAt(10)
    expect(sumOf(await energies())).toBe(100)
  })

  test('late changes the minutes that it touches, and marks them', async () => {
    await register(0, 0)
    await register(30, 3_000)
    await rollAt(31)
    expect((await curve()).marks.map(({ mark }) => mark)).toEqual(['estimated'])
    hub.aheadMs = at(50) - Date.now()
    await register(10, 2_500)
    await rollAt(51)
    const told = await curve()
    expect(told.lines[0]?.energyWh[5]).toBe(250)
    expect(told.lines[0]?.energyWh[20]).toBe(25)
    expect(told.marks.find(({ mark }) => mark === 'late')).toEqual({
      from: at(0),
      until: at(11),
      mark: 'late',
    })
  })

  test('with a clock that was never set counts when it is received', async () => {
    await register(0, 0)
    hub.aheadMs = at(2) - Date.now()
    await say('MeterValues', {
      connectorId: 1,
      meterValue: [{ timestamp: '1970-01-01T00:00:10Z', sampledValue: [{ value: '60' }] }],
    })
    await rollAt(5)
    const told = await curve()
    expect(sumOf(told.lines[0]?.energyWh ?? [])).toBe(60)
    expect(told.marks.map(({ mark }) => mark)).toContain('clockSuspect')
  })

  test('of a transaction counts though nothing is told in between', async () => {
    const start = { connectorId: 1, idTag: 'CARD', meterStart: 500, timestamp: iso(5) }
    const { transactionId } = await say('StartTransaction', start)
    await rollAt(20)
    await say('StopTransaction', { transactionId, meterStop: 2_500, timestamp: iso(25) })
    await rollAt(40)
    const told = await curve()
    expect(sumOf(told.lines[0]?.energyWh ?? [])).toBe(2_000)
    expect(told.lines[0]?.energyWh[10]).toBe(100)
    expect(told.lines[0]?.energyWh[30]).toBe(0)
  })
})

describe('a connector that is idle', () => {
  beforeEach(() =>
    say('StatusNotification', { connectorId: 1, errorCode: 'NoError', status: 'Available' }),
  )

  test('is known to draw nothing while its charger is connected, and missing while it is not', async () => {
    await rollAt(10)
    expect((await energies())[5]).toBe(0)
    hub.aheadMs = at(10) - Date.now()
    await charger.close()
    await eventually(async () => {
      const station = await hub.store.reads.get('station', stationId)
      expect(station?.connection).toBe('offline')
    })
    await rollAt(40)
    const told = await curve()
    expect(told.lines[0]?.energyWh[8]).toBe(0)
    expect(told.lines[0]?.energyWh[20]).toBeNull()
    expect(told.marks.map(({ mark }) => mark)).toEqual(['missing'])
  })

  test('whose charger goes on charging when it says so is not', async () => {
    await power(0, 6_000)
    await power(1, 6_000)
    await rollAt(10)
    expect((await energies())[0]).toBe(100)
    expect((await energies())[5]).toBeNull()
  })
})

test('a main meter counts where no connector measures', async () => {
  await register(0, 0, 0)
  await register(30, 3_000, 0)
  await register(16, 0, 1)
  await register(17, 10, 1)
  await rollAt(60)
  const quarters = await energies({ step: 'quarter' })
  expect(quarters.slice(0, 2)).toEqual([1_500, 10])
})

test('a hub that stops before it has made loads makes them when it starts again', async () => {
  await register(0, 0)
  await rollAt(2)
  await register(10, 600)
  await hub.store.work('test', (tx) => tx.placeDeferred())
  hub.aheadMs = at(20) - Date.now()
  // What is in memory is gone with the first; nothing is made twice.
  await loadKeeper(hub.store).roll()
  await loadKeeper(hub.store).roll()
  expect(sumOf(await energies())).toBe(600)
})

test('feeders have what hung on them at the time', async () => {
  const feeder = (name: string, parentId: Id | null) =>
    hub.store.work('test', (tx) => {
      const row = { id: tx.newId(), name, parentId, limitW: null, limitDa: null }
      tx.insert('feeder', { ...row, createdAt: tx.now, updatedAt: tx.now })
      return row.id
    })
  const main = await feeder('Main', null)
  const [east, west] = [await feeder('East', main), await feeder('West', main)]
  const hang = (feederId: Id) =>
    hub.store.work('test', (tx) => tx.update('station', stationId, { feederId }))
  await hang(east)
  await rollAt(1)
  await register(0, 0)
  await register(30, 3_000)
  await rollAt(30)
  await hang(west)
  await rollAt(31)
  await register(60, 3_600)
  await rollAt(61)
  const of = (id: Id) => energies({ scope: 'feeder', id, step: 'quarter' })
  expect(await of(east)).toEqual([1_500, 1_500, null, null])
  expect(await of(west)).toEqual([null, null, 300, 300])
  expect(sumOf(await of(main))).toBe(3_600)
  const split = await curve({ split: 'feeder', step: 'hour' })
  expect(split.lines.map(({ key, energyWh }) => [key, energyWh])).toEqual([
    [main, [3_600]],
    ['site', [0]],
  ])
})
