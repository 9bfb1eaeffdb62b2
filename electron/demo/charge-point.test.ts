import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as habits from './habit.ts'
import { approving } from './hub-double.ts'
import { atHub } from './test-bench/at-hub.ts'
import type { AtHub } from './test-bench/at-hub.ts'

let wire: AtHub
beforeEach(async () => {
  wire = await atHub()
})
afterEach(() => wire.close())

describe('a simulated charge point', () => {
  it.each(Object.entries(habits))(
    'of the make %s says nothing the published schemas forbid',
    async (_make, habit) => {
      await wire.plugIn(
        { ...habit, mischief: { ...habit.mischief, dropEveryS: 0, lateBootS: 0 } },
        true,
      )
      await wire.hearing('StopTransaction')
      expect(wire.hub.heard.filter(({ fault }) => fault !== null)).toEqual([])
      expect(wire.hub.heard.map(({ action }) => action)).toContain('MeterValues')
    },
  )

  it('boots, tells its states, asks for the card, starts, measures, stops', async () => {
    await wire.plugIn(habits.KVISTBERG, true)
    const [stop] = await wire.hearing('StopTransaction')
    await wire.hearing('StatusNotification', 6)
    const order = wire.hub.heard.map(({ action }) => action)
    const firsts = [...new Set(order)]
    expect(firsts.slice(0, 4)).toEqual([
      'BootNotification',
      'StatusNotification',
      'Authorize',
      'StartTransaction',
    ])
    expect(wire.reported()).toEqual(
      expect.arrayContaining(['Available', 'Preparing', 'Charging', 'Finishing']),
    )
    const start = wire.hub.heard.find(({ action }) => action === 'StartTransaction')
    const wh = Object(stop?.payload).meterStop - Object(start?.payload).meterStart
    expect(wh).toBeGreaterThan(1_000)
    // Its two hours, and the minute of the tick at which its leaving is noticed.
    expect(wh).toBeLessThanOrEqual(2 * 11_040 + 11_040 / 60)
  })

  it('charges on while the line is gone and delivers everything afterwards', async () => {
    await wire.plugIn(habits.KVISTBERG, true)
    await wire.hearing('MeterValues')
    wire.hub.drop()
    for (let second = 0; second < 60; second += 1) {
      wire.passSecond()
    }
    expect(wire.station.queue.entries.length).toBeGreaterThan(3)
    const before = wire.hub.heard.length
    await wire.hearing('StopTransaction')
    const late = wire.hub.heard.slice(before).filter(({ action }) => action === 'MeterValues')
    expect(late.length).toBeGreaterThan(3)
    expect(wire.hub.connections()).toBe(2)
  })

  it('numbers a session that began offline once its start is answered', async () => {
    await wire.plugIn(habits.KVISTBERG, true)
    wire.station.cache.add('CARD')
    wire.hub.drop()
    const [connector] = wire.station.connectors
    if (connector !== undefined) wire.station.connectors = [{ ...connector, guest: null }]
    await wire.hearing('StopTransaction')
    const stop = wire.hub.heard.find(({ action }) => action === 'StopTransaction')
    expect(stop?.payload).toMatchObject({ transactionId: 1001 })
    const asked = wire.hub.heard.filter(({ action }) => action === 'Authorize')
    expect(asked.map(({ payload }) => Object(payload).idTag)).not.toContain('CARD')
  })

  it('waits in line while it is Pending and starts work once it is Accepted', async () => {
    let boots = 0
    wire.hub.answer = (action) => {
      if (action !== 'BootNotification') return approving(action, () => 7)
      boots += 1
      const status = boots === 1 ? 'Pending' : 'Accepted'
      return { status, interval: 1, currentTime: new Date().toISOString() }
    }
    await wire.plugIn(habits.KVISTBERG, true)
    const before = wire.hub.heard.findIndex(({ action }) => action === 'StatusNotification')
    expect(wire.hub.heard.slice(0, before).map(({ action }) => action)).toEqual([
      'BootNotification',
      'BootNotification',
    ])
  })

  it('leaves the driver of a refused card without a session', async () => {
    wire.hub.answer = (action) =>
      action === 'Authorize' ? { idTagInfo: { status: 'Blocked' } } : approving(action, () => 7)
    await wire.plugIn(habits.KVISTBERG, true)
    await wire.hearing('Authorize')
    const told = wire.hub.heard.filter(({ action }) => action === 'StatusNotification').length
    await wire.hearing('StatusNotification', told + 1)
    expect(wire.reported().slice(-2)).toEqual(['Preparing', 'Available'])
    expect(wire.hub.heard.map(({ action }) => action)).not.toContain('StartTransaction')
  })

  it('ends a session whose start the hub does not approve of', async () => {
    wire.hub.answer = (action) =>
      action === 'StartTransaction'
        ? { transactionId: 9, idTagInfo: { status: 'Blocked' } }
        : approving(action, () => 7)
    await wire.plugIn(habits.KVISTBERG, true)
    const [stop] = await wire.hearing('StopTransaction')
    expect(stop?.payload).toMatchObject({ transactionId: 9, reason: 'DeAuthorized' })
  })

  it('of the old make sends a stop twice and the same both times', async () => {
    const mischief = {
      ...habits.HALLMO_OLD.mischief,
      lateBootS: 0,
      dropEveryS: 0,
      doubleStopShare: 1,
    }
    await wire.plugIn({ ...habits.HALLMO_OLD, mischief }, true)
    const [first, second] = await wire.hearing('StopTransaction', 2)
    expect(second?.payload).toEqual(first?.payload)
  })
})
