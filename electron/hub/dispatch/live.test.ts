import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SLOT_MS } from '../../../shared/domain/demand/slots.ts'
import { HOUR, MINUTE, SECOND } from '../../../shared/time/instant.ts'
import { awaken } from '../awakening.ts'
import { eventually } from '../ocpp/server/test-bench/eventually.ts'
import { sendAgain } from './send-again.ts'
import { dispatchingHub, type DispatchingHub } from './test-bench/dispatching-hub.ts'
import { ABLE, obedient, limitsOf } from './test-bench/scripted-charger.ts'

let hub: DispatchingHub

beforeEach(async () => {
  hub = await dispatchingHub()
})
afterEach(() => hub.stop())

describe('a car that begins to charge', () => {
  test('has its charger told what is planned, at once and with its transaction’s number', async () => {
    const { stationId, charger } = await hub.ready('A')
    const transactionId = await charger.start(1, 'CARD')
    await hub.plan(stationId, 1, [
      [0, 11_040],
      [HOUR, 0],
      [2 * HOUR, 5_000],
    ])
    await eventually(() => expect(limitsOf(charger, 'TxProfile')).toHaveLength(1))
    const last = charger.sent.at(-1)
    expect(last?.connectorId).toBe(1)
    expect(last?.profile).toMatchObject({
      transactionId,
      stackLevel: 3,
      chargingProfileKind: 'Absolute',
      chargingSchedule: {
        chargingRateUnit: 'A',
        chargingSchedulePeriod: [
          { startPeriod: 0, limit: 16, numberPhases: 3 },
          { limit: 0, numberPhases: 3 },
          { limit: 7.2, numberPhases: 3 },
        ],
      },
    })
    await eventually(async () =>
      expect(await hub.control(stationId, 1)).toMatchObject({
        live: { held: { answer: 'accepted', word: 'Accepted' }, asked: null },
        reason: null,
      }),
    )
  })

  test('is told again under the same number when it is to draw another power, not before its turn', async () => {
    const { stationId, charger } = await hub.ready('A')
    await charger.start(1, 'CARD')
    await hub.plan(stationId, 1, [[0, 11_040]])
    await hub.quiet()
    await hub.plan(stationId, 1, [[0, 10_500]])
    await hub.quiet()
    await hub.plan(stationId, 1, [[0, 5_000]])
    await hub.quiet()
    expect(limitsOf(charger, 'TxProfile')).toEqual([[16]])
    hub.aheadMs += 80 * SECOND
    await hub.quiet()
    expect(limitsOf(charger, 'TxProfile')).toEqual([[16], [7.2]])
    const numbers = charger.sent.map(({ profile }) => profile.chargingProfileId)
    expect(new Set(numbers.slice(-2)).size).toBe(1)
    expect(charger.calls.map(({ action }) => action)).not.toContain('ClearChargingProfile')
  })

  test('leaves its row empty when it has gone', async () => {
    const { stationId, charger } = await hub.ready('A')
    const transactionId = await charger.start(1, 'CARD')
    await hub.plan(stationId, 1, [[0, 11_040]])
    await hub.quiet()
    await charger.stop(transactionId)
    await eventually(async () =>
      expect((await hub.control(stationId, 1)).live).toEqual({ held: null, asked: null }),
    )
  })

  test('waits until another has given up the room it is to have', async () => {
    const first = await hub.ready('A')
    const second = await hub.ready('B')
    await first.charger.start(1, 'CARD')
    await hub.plan(first.stationId, 1, [[0, 22_080]], { maxW: 22_080 })
    await hub.quiet()
    expect(limitsOf(first.charger, 'TxProfile')).toEqual([[32]])
    let isHeld = true
    const take = obedient()
    first.charger.answers = (action, payload) => (isHeld ? undefined : take(action, payload))
    await second.charger.start(1, 'OTHER')
    // Its default is already more than the first leaves, so that one is cut before there is a plan.
    await eventually(() => expect(limitsOf(first.charger, 'TxProfile')).toEqual([[32], [16]]))
    await hub.plan(first.stationId, 1, [[0, 5_520]], { maxW: 22_080 })
    await hub.plan(second.stationId, 1, [[0, 16_560]], { maxW: 22_080 })
    await hub.look()
    await hub.look()
    expect(limitsOf(second.charger, 'TxProfile')).toEqual([])
    isHeld = false
    first.charger.answerLast()
    await eventually(() => expect(limitsOf(second.charger, 'TxProfile')).toEqual([[24]]))
    expect(limitsOf(first.charger, 'TxProfile')).toEqual([[32], [16], [8]])
  })
})

describe('a charger that comes back', () => {
  test('is told the live profile again, and asked what it holds where no car charges', async () => {
    const { stationId, charger } = await hub.ready('A')
    await charger.status(2, 'Available')
    await charger.start(1, 'CARD')
    await hub.plan(stationId, 1, [[0, 8_000]])
    await hub.quiet()
    await charger.close()
    hub.aheadMs += 5 * MINUTE
    const again = await hub.connected('A', { boots: false })
    await hub.settle()
    expect(limitsOf(again, 'TxProfile')).toEqual([[11.5]])
    const asked = again.calls.filter(({ action }) => action === 'GetCompositeSchedule')
    expect(asked.map(({ payload }) => payload)).toMatchObject([{ connectorId: 2 }])
  })

  test('counts as drawing what it holds while it is away', async () => {
    const away = await hub.ready('A')
    const here = await hub.ready('B')
    await away.charger.start(1, 'CARD')
    await hub.plan(away.stationId, 1, [[0, 16_560]], { maxW: 22_080 })
    await hub.quiet()
    await away.charger.close()
    await eventually(async () =>
      expect(await hub.store.reads.get('station', away.stationId)).toMatchObject({
        connection: 'offline',
      }),
    )
    await here.charger.start(1, 'OTHER')
    await hub.plan(here.stationId, 1, [[0, 11_040]])
    await hub.quiet()
    expect(limitsOf(here.charger, 'TxProfile')).toEqual([[8]])
    expect(hub.dispatcher.reserved()).toMatchObject([{ stationId: away.stationId, w: 16_560 }])
  })

  test('after a restart of the hub counts at what was last told until it has taken it again', async () => {
    const { stationId, charger } = await hub.ready('A')
    await charger.start(1, 'CARD')
    await hub.plan(stationId, 1, [[0, 16_560]], { maxW: 22_080 })
    await hub.quiet()
    const other = await hub.ready('B')
    await other.charger.start(1, 'OTHER')
    charger.answers = () => undefined
    hub.aheadMs += 2 * MINUTE
    await hub.plan(stationId, 1, [[0, 5_520]], { maxW: 22_080 })
    await eventually(() => expect(limitsOf(charger, 'TxProfile')).toHaveLength(2))
    await charger.close()
    await other.charger.close()
    await awaken(hub.store, 'Europe/Stockholm')
    hub.forget()
    const back = await hub.connected('B', { boots: false })
    await hub.plan(other.stationId, 1, [[0, 16_560]], { maxW: 22_080 })
    await hub.settle()
    expect((await hub.control(stationId, 1)).live.asked?.answer).toBe('lost')
    expect(limitsOf(back, 'TxProfile').at(-1)).toEqual([8])
    const late = await hub.connected('A', { boots: false })
    await hub.settle()
    expect(limitsOf(late, 'TxProfile').at(-1)).toEqual([8])
    hub.aheadMs += 2 * MINUTE
    await hub.quiet()
    expect(limitsOf(back, 'TxProfile').at(-1)).toEqual([24])
  })
})

describe('a charger that refuses', () => {
  test('its own highest stack level is tried lower, and all that follows is sent as it likes it', async () => {
    const take = obedient()
    const picky: typeof take = (action, payload) =>
      action === 'SetChargingProfile' && JSON.stringify(payload).includes('"stackLevel":3')
        ? { status: 'Rejected' }
        : take(action, payload)
    const { stationId, charger } = await hub.ready('A', { answers: picky })
    await charger.start(1, 'CARD')
    await hub.plan(stationId, 1, [[0, 11_040]])
    await hub.quiet()
    expect(charger.sent.map(({ profile }) => profile.stackLevel)).toEqual([3, 2, 2])
    expect(await hub.store.reads.find('alarm', { clearedAt: null })).toEqual([])
  })

  test('everything raises an alarm, is left alone, and its full power is kept free', async () => {
    const refuse = obedient()
    const { stationId, charger } = await hub.ready('A', {
      answers: (action, payload) =>
        action === 'SetChargingProfile' ? { status: 'Rejected' } : refuse(action, payload),
    })
    expect(await hub.control(stationId, 1)).toMatchObject({
      reason: 'refused',
      standing: { held: null, asked: { answer: 'refused', word: 'Rejected' } },
    })
    expect(await hub.store.reads.find('alarm', { clearedAt: null })).toMatchObject([
      { kind: 'profileRefused', detail: 'Rejected' },
    ])
    const tries = charger.sent.length
    await charger.start(1, 'CARD')
    await hub.plan(stationId, 1, [[0, 5_000]])
    await hub.settle()
    expect(charger.sent).toHaveLength(tries)
    expect(hub.dispatcher.reserved()).toMatchObject([{ stationId, w: 11_040 }])
    charger.answers = refuse
    await hub.store.work('test', (tx) => sendAgain(tx, stationId))
    await hub.settle()
    expect(limitsOf(charger, 'TxProfile')).toEqual([[7.2]])
    expect(await hub.store.reads.find('alarm', { clearedAt: null })).toEqual([])
  })

  test('smart charging altogether is not told anything', async () => {
    const { charger, stationId } = await hub.ready('A', {
      answers: obedient({ ...ABLE, SupportedFeatureProfiles: 'Core,RemoteTrigger' }),
    })
    await charger.start(1, 'CARD')
    await hub.plan(stationId, 1, [[0, 5_000]])
    await hub.settle()
    expect(charger.sent).toEqual([])
    expect((await hub.control(stationId, 1)).reason).toBe('noSmartCharging')
  })
})

describe('a charger that accepts and ignores', () => {
  test('is found by its meter, and the others are cut to what it leaves', async () => {
    const ignoring = await hub.ready('A')
    const other = await hub.ready('B')
    const transactionId = await ignoring.charger.start(1, 'CARD')
    await other.charger.start(1, 'OTHER')
    await hub.plan(ignoring.stationId, 1, [[0, 5_520]])
    await hub.plan(other.stationId, 1, [[0, 16_560]], { maxW: 22_080 })
    await hub.quiet()
    expect(limitsOf(other.charger, 'TxProfile')).toEqual([[24]])
    for (let minute = 0; minute < 3; minute += 1) {
      hub.aheadMs += MINUTE
      await ignoring.charger.measure(1, transactionId, 11_040, hub.now())
      await hub.look()
    }
    expect(await hub.control(ignoring.stationId, 1)).toMatchObject({
      follows: 'no',
      reason: 'ignored',
    })
    expect(await hub.store.reads.find('alarm', { clearedAt: null })).toMatchObject([
      { kind: 'profileIgnored', connectorId: 1 },
    ])
    await hub.quiet()
    expect(limitsOf(other.charger, 'TxProfile')).toEqual([[24], [16]])
  })
})

describe('a car that takes less than it may', () => {
  test('gives the rest to another within a minute, and has it back when it asks', async () => {
    const full = await hub.ready('A')
    const hungry = await hub.ready('B')
    // What is given away holds until the next slot of the plan begins.
    hub.aheadMs += SLOT_MS - (hub.now() % SLOT_MS)
    const fullId = await full.charger.start(1, 'CARD')
    const hungryId = await hungry.charger.start(1, 'OTHER')
    await hub.plan(full.stationId, 1, [[0, 11_040]])
    await hub.plan(hungry.stationId, 1, [[0, 11_040]], { maxW: 22_080 })
    await hub.quiet()
    const measure = async (fullW: number, hungryW: number): Promise<void> => {
      await full.charger.measure(1, fullId, fullW, hub.now())
      await hungry.charger.measure(1, hungryId, hungryW, hub.now())
      await hub.look()
      await hub.quiet()
    }
    hub.aheadMs += MINUTE
    await measure(3_000, 11_000)
    hub.aheadMs += 45 * SECOND
    await measure(3_000, 11_000)
    expect(limitsOf(full.charger, 'TxProfile').at(-1)).toEqual([6.3, 16])
    expect(limitsOf(hungry.charger, 'TxProfile').at(-1)).toEqual([25.6, 16])
    hub.aheadMs += 80 * SECOND
    await measure(4_300, 17_600)
    hub.aheadMs += 20 * SECOND
    await measure(10_900, 11_000)
    expect(limitsOf(full.charger, 'TxProfile').at(-1)).toEqual([16])
    expect(limitsOf(hungry.charger, 'TxProfile').at(-1)).toEqual([16])
  })

  test('leaves alone whoever has all that was promised planned: a write is dearer than being ready sooner', async () => {
    const full = await hub.ready('A')
    const served = await hub.ready('B')
    hub.aheadMs += SLOT_MS - (hub.now() % SLOT_MS)
    const fullId = await full.charger.start(1, 'CARD')
    const servedId = await served.charger.start(1, 'OTHER')
    await hub.plan(full.stationId, 1, [[0, 11_040]])
    const readyAt = hub.now() + HOUR
    await hub.plan(served.stationId, 1, [[0, 11_040]], { maxW: 22_080, readyAt })
    await hub.quiet()
    for (const waitMs of [MINUTE, 45 * SECOND, 80 * SECOND]) {
      hub.aheadMs += waitMs
      await full.charger.measure(1, fullId, 3_000, hub.now())
      await served.charger.measure(1, servedId, 11_000, hub.now())
      await hub.look()
      await hub.quiet()
    }
    expect(limitsOf(full.charger, 'TxProfile').at(-1)).toEqual([16])
    expect(limitsOf(served.charger, 'TxProfile').at(-1)).toEqual([16])
  })
})
