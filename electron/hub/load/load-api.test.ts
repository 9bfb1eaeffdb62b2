import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LoadCurve } from '../../../shared/domain/load/load.ts'
import { newStation } from '../../../shared/domain/station/new-station.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import { DAY, HOUR, type Instant, MINUTE } from '../../../shared/time/instant.ts'
import { type RestFace, restFace } from '../rpc/test-bench/rest-face.ts'

let hub: RestFace
const zone = 'Europe/Stockholm'
const noon = Date.UTC(2026, 2, 2, 12)
const at = (text: string): Instant =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds

beforeEach(async () => {
  hub = await restFace(noon)
})
afterEach(() => hub.close())

const report = (readings: object[]) => hub.ask('POST', '/load/building', { readings })
const curve = (query: string) => hub.ask<LoadCurve>('GET', `/load?${query}`)

/** Tells a power each minute of some time, and makes loads at its end. */
async function drawBetween(from: Instant, until: Instant, powerW: number): Promise<void> {
  hub.now = until
  const minutes = (until - from) / MINUTE + 1
  for (let first = 0; first < minutes; first += 1_000)
    await report(
      Array.from({ length: Math.min(1_000, minutes - first) }, (_, minute) => ({
        measuredAt: from + (first + minute) * MINUTE,
        powerW,
      })),
    )
  await hub.loads.roll()
}

describe('the building', () => {
  test('is told by its meter, and the latest reading at once', async () => {
    const told = await report([
      { measuredAt: noon - 2 * MINUTE, powerW: 9_000 },
      { measuredAt: noon - MINUTE, powerW: 12_000, currentDa: [180, 170, 160] },
    ])
    expect(told).toEqual({ status: 200, body: { taken: 2 } })
    expect(hub.building.now(noon).buildingW).toBe(12_000)
    expect(hub.building.now(noon + 10 * MINUTE).buildingW).toBeNull()
  })

  test('has a curve of its own', async () => {
    await drawBetween(noon, noon + HOUR, 12_000)
    const { body } = await curve(`scope=building&step=quarter&from=${noon}&until=${noon + HOUR}`)
    expect(body.lines).toEqual([
      {
        key: 'building',
        energyWh: [3_000, 3_000, 3_000, 3_000],
        maxW: [12_000, 12_000, 12_000, 12_000],
        meanDa: null,
        knownPct: [100, 100, 100, 100],
      },
    ])
  })

  test('usually draws what it drew on the same weekdays before, by the clock on the wall', async () => {
    // The clocks go forward on the 29th.
    await drawBetween(at('2026-03-23T07:00'), at('2026-03-23T08:00'), 6_000)
    await drawBetween(at('2026-03-30T07:00'), at('2026-03-30T08:00'), 8_000)
    hub.now = at('2026-04-06T06:00')
    await hub.building.refresh()
    const { usual } = hub.building.now(hub.now)
    expect(usual?.(1, 7 * 4 + 2)).toBe(7_000)
    expect(usual?.(1, 9 * 4)).toBeNull()
    expect(usual?.(2, 7 * 4)).toBeNull()
  })
})

describe('days', () => {
  test('on which the clocks change have 23 or 25 hours, and add up all the same', async () => {
    for (const [day, hours] of [
      ['2026-03-29', 23],
      ['2026-10-25', 25],
    ] as const) {
      const from = at(`${day}T00:00`)
      await drawBetween(from, from + hours * HOUR, 4_000)
      const whole = `scope=building&from=${from}&until=${from + hours * HOUR}`
      const byHour = (await curve(`${whole}&step=hour`)).body
      expect(byHour.startsAt.length).toBe(hours)
      expect(byHour.lines[0]?.energyWh).toEqual(Array.from({ length: hours }, () => 4_000))
      const byDay = (await curve(`${whole}&step=day`)).body
      expect(byDay.lines[0]?.energyWh).toEqual([hours * 4_000])
      expect(byDay.endsAt).toBe(from + hours * HOUR)
    }
  })

  test('are made anew when the site’s clock is another', async () => {
    await drawBetween(at('2026-03-02T22:00'), at('2026-03-03T02:00'), 1_000)
    const days = async () =>
      (
        await curve(`scope=building&step=day&from=${at('2026-03-02')}&until=${at('2026-03-04')}`)
      ).body.lines[0]?.energyWh.slice(0, 2)
    expect(await days()).toEqual([2_000, 2_000])
    await hub.ask('PATCH', '/site', { timeZone: 'America/New_York' })
    hub.now += 2 * MINUTE
    await hub.loads.roll()
    // The whole of it lies in the afternoon and evening of the second of March there.
    expect(await days()).toEqual([null, 4_000])
  })
})

describe('peaks and duration', () => {
  test('tell the highest quarters, one a day, and how long how much was drawn', async () => {
    await drawBetween(noon, noon + HOUR, 1_000)
    await drawBetween(noon + HOUR + MINUTE, noon + 2 * HOUR, 3_000)
    await drawBetween(noon + DAY, noon + DAY + HOUR, 2_000)
    const whose = `scope=building&from=${noon}&until=${noon + 2 * DAY}`
    const peaks = await hub.ask<{ rows: { meanW: number }[] }>('GET', `/load/peaks?${whose}`)
    expect(peaks.body.rows.map(({ meanW }) => meanW)).toEqual([3_000, 2_000])
    const { body } = await hub.ask<{ points: { meanW: number }[]; knownPct: number }>(
      'GET',
      `/load/duration?${whose}&step=hour`,
    )
    expect(body.points.map(({ meanW }) => Math.round(meanW / 100) * 100)).toEqual([
      3_000, 2_000, 1_000,
    ])
    expect(body.knownPct).toBe(12)
  })
})

describe('a question', () => {
  test('about nothing of ours is refused', async () => {
    const nobody = hub.newId()
    for (const scope of ['feeder', 'station', 'connector']) {
      const { status, body } = await hub.ask<{ code: string; data: object }>(
        'GET',
        `/load?scope=${scope}&id=${nobody}&from=${noon}&until=${noon + HOUR}`,
      )
      expect([status, body.code, body.data]).toEqual([
        404,
        'NOT_FOUND',
        { noun: scope, id: nobody },
      ])
    }
    const nameless = await curve(`scope=station&from=${noon}&until=${noon + HOUR}`)
    expect(nameless.status).toBe(404)
  })

  test('for more steps than can be shown is refused, with how many can', async () => {
    const { status, body } = await hub.ask<{ code: string; data: object }>(
      'GET',
      `/load?step=minute&from=${noon}&until=${noon + 30 * DAY}`,
    )
    expect([status, body.code]).toEqual([409, 'LOAD_TOO_FINE'])
    expect(body.data).toEqual({ steps: 43_200, most: 9_000 })
  })

  test('for no time has no steps', async () => {
    const { body } = await curve(`from=${noon}&until=${noon}`)
    expect(body.startsAt).toEqual([])
    expect(body.lines[0]?.energyWh).toEqual([])
  })

  test('by station and by phase has a line for each', async () => {
    const ids = [await addStation('A'), await addStation('B')]
    const asked = `step=hour&from=${noon}&until=${noon + HOUR}`
    const byStation = (await curve(`${asked}&split=station`)).body
    expect(byStation.lines.map(({ key }) => key).toSorted()).toEqual(ids.toSorted())
    const byPhase = (await curve(`${asked}&split=phase`)).body
    expect(byPhase.lines.map(({ key, meanDa }) => [key, meanDa])).toEqual([
      ['L1', [null]],
      ['L2', [null]],
      ['L3', [null]],
    ])
  })
})

async function addStation(chargePointId: string): Promise<Id> {
  const id = hub.newId()
  const words = { chargePointId, zone: '', authentication: 'password' } as const
  await hub.store.work('test', (tx) => tx.insert('station', newStation(words, id, noon)))
  return id
}
