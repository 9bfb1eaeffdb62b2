import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runChargePoint } from './charge-point.ts'
import type { ChargePoint } from './charge-point.ts'
import { demoDepot } from './depot.ts'
import * as habits from './habit.ts'
import type { Habit } from './habit.ts'
import { approving, hubDouble } from './hub-double.ts'
import type { Heard, HubDouble } from './hub-double.ts'
import type { Outlet } from './outlet.ts'
import { simulationClock } from './simulation-clock.ts'
import { newStation } from './station.ts'
import type { Station } from './station.ts'

const AC: Outlet = { kind: 'ac', phases: 3, maxCurrentA: 16 }
const SECOND_MS = 1_000
const { drivers } = demoDepot('test')
const PASSWORD = 'a password long enough'

let hub: HubDouble
let running: ChargePoint | null = null
let station: Station
/** The station's idea of real time, moved by hand: the cars' hours pass without waiting. */
let now = 0

beforeEach(async () => {
  hub = await hubDouble(PASSWORD)
})
afterEach(() => {
  running?.end()
  running = null
  hub.close()
})

async function plugIn(habit: Habit, arrives: boolean, speed = 60): Promise<void> {
  now = Date.now()
  const spec = {
    chargePointId: 'T-1',
    name: 'T',
    zone: '',
    password: PASSWORD,
    habit,
    outlets: [AC],
  }
  station = newStation(spec, simulationClock(speed, now), now, () => drivers)
  const [connector] = station.connectors
  if (connector === undefined) throw new Error('no connector')
  const arrivesAt = arrives ? now : now + 1e12
  const leavesAt = arrivesAt + 2 * 3_600_000
  const car = { ...connector.next.car, storedWh: 10_000, targetWh: 40_000, capacityWh: 60_000 }
  station.connectors = [
    { ...connector, next: { car, idTag: 'CARD', arrivesAt, leavesAt, starts: 'card' } },
  ]
  running = runChargePoint(station, hub.ocpp, now)
  await hearing('StatusNotification')
}

/** Lets the station live second by second until the hub has heard that many of an action. */
async function hearing(action: string, count = 1): Promise<Heard[]> {
  for (let tick = 0; tick < 5_000; tick += 1) {
    const heard = hub.heard.filter((call) => call.action === action)
    if (heard.length >= count) return heard
    now += SECOND_MS
    running?.tick(now)
    await pause(2)
  }
  throw new Error(`${action} was not heard ${count} times`)
}

function reported(): unknown[] {
  const calls = hub.heard.filter(({ action }) => action === 'StatusNotification')
  return calls.map(({ payload }) => Object(payload).status)
}

describe('a simulated charge point', () => {
  it.each(Object.entries(habits))(
    'of the make %s says nothing the published schemas forbid',
    async (_make, habit) => {
      await plugIn({ ...habit, mischief: { ...habit.mischief, dropEveryS: 0, lateBootS: 0 } }, true)
      await hearing('StopTransaction')
      expect(hub.heard.filter(({ fault }) => fault !== null)).toEqual([])
      expect(hub.heard.map(({ action }) => action)).toContain('MeterValues')
    },
  )

  it('draws no more than its profiles let it, pauses below 6 A, and charges on', async () => {
    await plugIn(habits.KVISTBERG, true)
    await hearing('StartTransaction')
    const limit = (limitA: number) =>
      hub.call('SetChargingProfile', {
        connectorId: 1,
        csChargingProfiles: {
          chargingProfileId: 1,
          stackLevel: 0,
          chargingProfilePurpose: 'TxDefaultProfile',
          chargingProfileKind: 'Relative',
          chargingSchedule: {
            chargingRateUnit: 'A',
            chargingSchedulePeriod: [{ startPeriod: 0, limit: limitA }],
          },
        },
      })
    const currents = async () => {
      const told = hub.heard.filter(({ action }) => action === 'MeterValues').length
      const [last] = (await hearing('MeterValues', told + 1)).slice(-1)
      const sampled: { measurand: string; value: string }[] = Object(last?.payload).meterValue[0]
        .sampledValue
      return sampled
        .filter(({ measurand }) => measurand === 'Current.Import')
        .map(({ value }) => Number(value))
    }
    expect((await limit(8))[2]).toEqual({ status: 'Accepted' })
    now += SECOND_MS
    running?.tick(now)
    const limited = await currents()
    expect(limited).toHaveLength(3)
    expect(Math.max(...limited)).toBeGreaterThan(7)
    expect(Math.max(...limited)).toBeLessThan(8.2)
    await limit(5.9)
    now += SECOND_MS
    running?.tick(now)
    expect(await currents()).toEqual([0, 0, 0])
    expect(reported().at(-1)).toBe('SuspendedEVSE')
    await limit(6)
    now += SECOND_MS
    running?.tick(now)
    expect(Math.max(...(await currents()))).toBeGreaterThan(5)
    expect(reported().at(-1)).toBe('Charging')
  })

  it('boots, tells its states, asks for the card, starts, measures, stops', async () => {
    await plugIn(habits.KVISTBERG, true)
    const [stop] = await hearing('StopTransaction')
    await hearing('StatusNotification', 6)
    const order = hub.heard.map(({ action }) => action)
    const firsts = [...new Set(order)]
    expect(firsts.slice(0, 4)).toEqual([
      'BootNotification',
      'StatusNotification',
      'Authorize',
      'StartTransaction',
    ])
    expect(reported()).toEqual(
      expect.arrayContaining(['Available', 'Preparing', 'Charging', 'Finishing']),
    )
    const start = hub.heard.find(({ action }) => action === 'StartTransaction')
    const wh = Object(stop?.payload).meterStop - Object(start?.payload).meterStart
    expect(wh).toBeGreaterThan(1_000)
    // Its two hours, and the minute of the tick at which its leaving is noticed.
    expect(wh).toBeLessThanOrEqual(2 * 11_040 + 11_040 / 60)
  })

  it('is started and stopped from afar', async () => {
    await plugIn(habits.KVISTBERG, false)
    const started = hub.call('RemoteStartTransaction', { connectorId: 1, idTag: 'DESK' })
    expect((await started)[2]).toEqual({ status: 'Accepted' })
    const [start] = await hearing('StartTransaction')
    expect(start?.payload).toMatchObject({ idTag: 'DESK' })
    await hearing('MeterValues')
    const unknown = await hub.call('RemoteStopTransaction', { transactionId: 1 })
    expect(unknown[2]).toEqual({ status: 'Rejected' })
    const stopped = await hub.call('RemoteStopTransaction', { transactionId: 1001 })
    expect(stopped[2]).toEqual({ status: 'Accepted' })
    const [stop] = await hearing('StopTransaction')
    expect(stop?.payload).toMatchObject({ transactionId: 1001, reason: 'Remote' })
  })

  it('lets only the card in for which it is reserved, and says that the reservation was used', async () => {
    await plugIn(habits.KVISTBERG, false)
    const reservation = { connectorId: 1, idTag: 'CARD', reservationId: 7 }
    const expiryDate = new Date(Date.now() + 3_600_000).toISOString()
    const reserved = await hub.call('ReserveNow', { ...reservation, expiryDate })
    expect(reserved[2]).toEqual({ status: 'Accepted' })
    await hearing('StatusNotification', 3)
    expect(reported().at(-1)).toBe('Reserved')
    const comes = (idTag: string) => {
      const [connector] = station.connectors
      if (connector === undefined) throw new Error('no connector')
      const arrivesAt = station.clock.at(now)
      const leavesAt = arrivesAt + 3_600_000
      const next = { ...connector.next, idTag, arrivesAt, leavesAt, starts: 'card' as const }
      station.connectors = [{ ...connector, next }]
    }
    comes('OTHER')
    await hearing('Authorize')
    while (reported().at(-1) !== 'Reserved')
      await hearing('StatusNotification', reported().length + 1)
    expect(hub.heard.map(({ action }) => action)).not.toContain('StartTransaction')
    comes('CARD')
    const [start] = await hearing('StartTransaction')
    expect(start).toMatchObject({ payload: { idTag: 'CARD', reservationId: 7 }, fault: null })
    await hearing('StopTransaction')
    while (reported().at(-1) !== 'Available')
      await hearing('StatusNotification', reported().length + 1)
  })

  it('charges on while the line is gone and delivers everything afterwards', async () => {
    await plugIn(habits.KVISTBERG, true)
    await hearing('MeterValues')
    hub.drop()
    for (let second = 0; second < 60; second += 1) {
      now += SECOND_MS
      running?.tick(now)
    }
    expect(station.queue.entries.length).toBeGreaterThan(3)
    const before = hub.heard.length
    await hearing('StopTransaction')
    const late = hub.heard.slice(before).filter(({ action }) => action === 'MeterValues')
    expect(late.length).toBeGreaterThan(3)
    expect(hub.connections()).toBe(2)
  })

  it('numbers a session that began offline once its start is answered', async () => {
    await plugIn(habits.KVISTBERG, true)
    station.cache.add('CARD')
    hub.drop()
    const [connector] = station.connectors
    if (connector !== undefined) station.connectors = [{ ...connector, guest: null }]
    await hearing('StopTransaction')
    const stop = hub.heard.find(({ action }) => action === 'StopTransaction')
    expect(stop?.payload).toMatchObject({ transactionId: 1001 })
    const asked = hub.heard.filter(({ action }) => action === 'Authorize')
    expect(asked.map(({ payload }) => Object(payload).idTag)).not.toContain('CARD')
  })

  it('waits in line while it is Pending and starts work once it is Accepted', async () => {
    let boots = 0
    hub.answer = (action) => {
      if (action !== 'BootNotification') return approving(action, () => 7)
      boots += 1
      const status = boots === 1 ? 'Pending' : 'Accepted'
      return { status, interval: 1, currentTime: new Date().toISOString() }
    }
    await plugIn(habits.KVISTBERG, true)
    const before = hub.heard.findIndex(({ action }) => action === 'StatusNotification')
    expect(hub.heard.slice(0, before).map(({ action }) => action)).toEqual([
      'BootNotification',
      'BootNotification',
    ])
  })

  it('leaves the driver of a refused card without a session', async () => {
    hub.answer = (action) =>
      action === 'Authorize' ? { idTagInfo: { status: 'Blocked' } } : approving(action, () => 7)
    await plugIn(habits.KVISTBERG, true)
    await hearing('Authorize')
    const told = hub.heard.filter(({ action }) => action === 'StatusNotification').length
    await hearing('StatusNotification', told + 1)
    expect(reported().slice(-2)).toEqual(['Preparing', 'Available'])
    expect(hub.heard.map(({ action }) => action)).not.toContain('StartTransaction')
  })

  it('ends a session whose start the hub does not approve of', async () => {
    hub.answer = (action) =>
      action === 'StartTransaction'
        ? { transactionId: 9, idTagInfo: { status: 'Blocked' } }
        : approving(action, () => 7)
    await plugIn(habits.KVISTBERG, true)
    const [stop] = await hearing('StopTransaction')
    expect(stop?.payload).toMatchObject({ transactionId: 9, reason: 'DeAuthorized' })
  })

  it('stops, goes and boots again when it is reset', async () => {
    await plugIn(habits.KVISTBERG, true)
    await hearing('MeterValues')
    expect((await hub.call('Reset', { type: 'Soft' }))[2]).toEqual({ status: 'Accepted' })
    await hearing('BootNotification', 2)
    const [stop] = await hearing('StopTransaction')
    expect(stop?.payload).toMatchObject({ reason: 'SoftReset' })
  })

  it('changes its key and comes back with the new one, or the old where the new is refused', async () => {
    await plugIn(habits.KVISTBERG, false)
    const key = 'another password, longer'
    hub.passwords.add(key)
    const written = await hub.call('ChangeConfiguration', { key: 'AuthorizationKey', value: key })
    expect(written[2]).toEqual({ status: 'Accepted' })
    hub.passwords.delete(PASSWORD)
    await hearing('BootNotification', 2)
    await hub.call('ChangeConfiguration', {
      key: 'AuthorizationKey',
      value: 'never let in anywhere',
    })
    await hearing('BootNotification', 3)
    expect(hub.connections()).toBe(3)
  })

  it('closes, opens, unlocks and tells what it is asked', async () => {
    await plugIn(habits.KVISTBERG, false)
    const ask = async (action: string, payload: object) =>
      (await hub.call(action, payload)).slice(2, 4)
    expect(await ask('ChangeAvailability', { connectorId: 0, type: 'Inoperative' })).toEqual([
      { status: 'Accepted' },
    ])
    await hearing('StatusNotification', 4)
    expect(reported().slice(2)).toEqual(['Unavailable', 'Unavailable'])
    expect(await ask('RemoteStartTransaction', { idTag: 'DESK' })).toEqual([{ status: 'Rejected' }])
    expect(await ask('ChangeAvailability', { connectorId: 7, type: 'Operative' })).toEqual([
      { status: 'Rejected' },
    ])
    expect(await ask('UnlockConnector', { connectorId: 1 })).toEqual([{ status: 'Unlocked' }])
    expect(await ask('UnlockConnector', { connectorId: 9 })).toEqual([{ status: 'NotSupported' }])
    expect(await ask('ClearCache', {})).toEqual([{ status: 'Accepted' }])
    expect(await ask('GetConfiguration', { key: ['NumberOfConnectors'] })).toEqual([
      {
        configurationKey: [{ key: 'NumberOfConnectors', readonly: true, value: '1' }],
        unknownKey: [],
      },
    ])
    expect(await ask('TriggerMessage', { requestedMessage: 'MeterValues' })).toEqual([
      { status: 'Accepted' },
    ])
    await hearing('MeterValues')
    expect(await ask('TriggerMessage', { requestedMessage: 'Song' })).toEqual([
      { status: 'NotImplemented' },
    ])
    expect((await ask('UpdateFirmware', {}))[0]).toBe('NotSupported')
    expect((await ask('Sing', {}))[0]).toBe('NotImplemented')
    expect((await ask('Reset', { type: 'Gentle' }))[0]).toBe('FormationViolation')
  })

  it('of the old make sends a stop twice and the same both times', async () => {
    const mischief = {
      ...habits.HALLMO_OLD.mischief,
      lateBootS: 0,
      dropEveryS: 0,
      doubleStopShare: 1,
    }
    await plugIn({ ...habits.HALLMO_OLD, mischief }, true)
    const [first, second] = await hearing('StopTransaction', 2)
    expect(second?.payload).toEqual(first?.payload)
  })
})
