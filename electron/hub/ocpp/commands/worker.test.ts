import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventually } from '../server/test-bench/eventually.ts'
import type { CommandRequest } from '../../../../shared/domain/command/command.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import { freshHub, PASSWORD, type FreshHub } from '../server/test-bench/fresh-hub.ts'
import { wireCharger, type WireCharger } from '../server/test-bench/wire-charger.ts'

let hub: FreshHub
let stationId: Id
let charger: WireCharger

beforeEach(async () => {
  hub = await freshHub({ callTimeoutMs: 1_500 })
  stationId = await hub.addStation('CP1')
  charger = await wireCharger(hub.url, 'CP1', { password: PASSWORD })
})
afterEach(() => hub.stop())

const boot = () =>
  charger.call('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' })

/** Writes a command down and wakes the worker, as the desk does. */
async function request(wish: CommandRequest, secret?: Record<string, unknown>): Promise<Id> {
  return hub.store.work('test', (tx) => {
    const id = tx.newId()
    tx.insert('command', {
      id,
      stationId,
      action: wish.action,
      payload: wish.payload,
      state: 'requested',
      answer: null,
      failure: null,
      requestedBy: 'test',
      requestedAt: tx.now,
      sentAt: null,
      endedAt: null,
    })
    tx.afterCommit(() =>
      hub.ocpp.chargers.wake(stationId, secret && { commandId: id, payload: secret }),
    )
    return id
  })
}

const ended = (id: Id) =>
  eventually(async () => {
    const command = await hub.store.reads.get('command', id)
    if (command?.endedAt === null) throw new Error('it has not ended')
    return command
  })

async function answerNext(reply: object): Promise<unknown[]> {
  const frame = await charger.next()
  charger.send(JSON.stringify([3, frame[1], reply]))
  return frame
}

const clearCache: CommandRequest = { action: 'ClearCache', payload: {} }

test('a command is sent, and the charger’s own answer stored', async () => {
  await boot()
  const id = await request({ action: 'Reset', payload: { type: 'Soft' } })
  expect((await answerNext({ status: 'Rejected' })).slice(2)).toEqual(['Reset', { type: 'Soft' }])
  expect(await ended(id)).toMatchObject({
    state: 'answered',
    answer: { status: 'Rejected' },
    failure: null,
    sentAt: expect.any(Number),
  })
  await eventually(async () =>
    expect(await hub.store.reads.find('ocppMessage', { direction: 'out' })).toMatchObject([
      { action: 'Reset', outcome: 'result', response: expect.stringContaining('Rejected') },
    ]),
  )
})

test('commands go one after the other, in the order they were asked', async () => {
  await boot()
  await request({ action: 'Reset', payload: { type: 'Soft' } })
  const last = await request(clearCache)
  expect((await answerNext({ status: 'Accepted' }))[2]).toBe('Reset')
  expect((await answerNext({ status: 'Accepted' }))[2]).toBe('ClearCache')
  expect(await ended(last)).toMatchObject({ state: 'answered' })
})

describe('what goes wrong is told as it is', () => {
  beforeEach(boot)

  test('the charger answers with an error', async () => {
    const id = await request(clearCache)
    const [, uniqueId] = await charger.next()
    charger.send(JSON.stringify([4, uniqueId, 'NotSupported', 'no cache', {}]))
    expect(await ended(id)).toMatchObject({
      failure: 'callError',
      answer: { code: 'NotSupported', description: 'no cache' },
    })
  })

  test('the charger answers what it mustn’t', async () => {
    const id = await request(clearCache)
    await answerNext({ status: 'Later' })
    expect(await ended(id)).toMatchObject({ failure: 'badAnswer', answer: { status: 'Later' } })
  })

  test('the charger doesn’t answer, and the next command goes out all the same', async () => {
    const id = await request(clearCache)
    const next = await request({ action: 'Reset', payload: { type: 'Hard' } })
    expect(await ended(id)).toMatchObject({ failure: 'timeout' })
    await charger.next()
    await answerNext({ status: 'Accepted' })
    expect(await ended(next)).toMatchObject({ state: 'answered' })
  })

  test('the charger leaves: the one under way is disconnected, those behind it offline', async () => {
    const id = await request(clearCache)
    const behind = await request(clearCache)
    await charger.next()
    await charger.close()
    expect(await ended(id)).toMatchObject({ failure: 'disconnected' })
    expect(await ended(behind)).toMatchObject({ failure: 'offline' })
    expect(await ended(await request(clearCache))).toMatchObject({ failure: 'offline' })
  })
})

test('nothing is sent to a charger before its first boot', async () => {
  const id = await request(clearCache)
  expect((await charger.call('Heartbeat', {}))[0]).toBe(3)
  expect(await hub.store.reads.get('command', id)).toMatchObject({ state: 'requested' })
  void boot()
  await answerNext({ status: 'Accepted' })
  expect(await ended(id)).toMatchObject({ state: 'answered' })
})

test('one that has booted before may be sent to after a reconnect', async () => {
  await boot()
  await charger.close()
  charger = await wireCharger(hub.url, 'CP1', { password: PASSWORD })
  const id = await request(clearCache)
  await answerNext({ status: 'Accepted' })
  expect(await ended(id)).toMatchObject({ state: 'answered' })
})

describe('configuration', () => {
  beforeEach(boot)
  const keys = async () =>
    Object.fromEntries(
      (await hub.store.reads.find('configurationKey', { stationId })).map(({ key, value }) => [
        key,
        value,
      ]),
    )

  test('as read is kept; read whole, what is no longer told goes', async () => {
    const entry = (key: string, value: string) => ({ key, value, readonly: false })
    const all: CommandRequest = { action: 'GetConfiguration', payload: {} }
    const first = await request(all)
    await answerNext({ configurationKey: [entry('A', '1'), entry('B', '2')] })
    await ended(first)
    expect(await keys()).toEqual({ A: '1', B: '2' })
    const one = await request({ action: 'GetConfiguration', payload: { key: ['A'] } })
    await answerNext({ configurationKey: [entry('A', '3')], unknownKey: [] })
    await ended(one)
    expect(await keys()).toEqual({ A: '3', B: '2' })
    const again = await request(all)
    await answerNext({ configurationKey: [entry('B', '2')] })
    await ended(again)
    expect(await keys()).toEqual({ B: '2' })
  })

  test('as changed is kept when the charger accepts', async () => {
    const change = (value: string): CommandRequest => ({
      action: 'ChangeConfiguration',
      payload: { key: 'A', value },
    })
    const yes = await request(change('1'))
    await answerNext({ status: 'Accepted' })
    await ended(yes)
    const no = await request(change('2'))
    await answerNext({ status: 'Rejected' })
    await ended(no)
    expect(await keys()).toEqual({ A: '1' })
  })

  test('a new AuthorizationKey reaches the charger and nothing else', async () => {
    const value = 'A1B2C3D4E5F6A7B8C9D0'
    const key = 'AuthorizationKey'
    const id = await request(
      { action: 'ChangeConfiguration', payload: { key, value: '•••' } },
      { key, value },
    )
    expect((await answerNext({ status: 'Accepted' }))[3]).toEqual({ key, value })
    await ended(id)
    expect(hub.keysAnswered).toEqual([[stationId, 'Accepted']])
    const told = await request({ action: 'GetConfiguration', payload: {} })
    await answerNext({ configurationKey: [{ key, readonly: false, value }] })
    await ended(told)
    await eventually(async () => {
      const lines = await hub.store.reads.find('ocppMessage', {
        direction: 'out',
        outcome: 'result',
      })
      expect(lines).toHaveLength(2)
    })
    const everything = JSON.stringify([
      await hub.store.reads.find('ocppMessage', {}),
      await hub.store.reads.find('command', {}),
      await hub.store.reads.find('configurationKey', {}),
    ])
    expect(everything).not.toContain(value)
  })

  test('a new AuthorizationKey that only a former hub knew is not sent', async () => {
    const id = await request({
      action: 'ChangeConfiguration',
      payload: { key: 'AuthorizationKey', value: '•••' },
    })
    expect(await ended(id)).toMatchObject({ state: 'failed', failure: 'hubStopped' })
  })
})

test('the token of a remote start is accepted although the site doesn’t know it', async () => {
  await boot()
  const idTag = 'DESK-1'
  const id = await request({ action: 'RemoteStartTransaction', payload: { connectorId: 1, idTag } })
  await answerNext({ status: 'Accepted' })
  await ended(id)
  const now = new Date().toISOString()
  const start = { connectorId: 1, idTag: 'desk-1', meterStart: 0, timestamp: now }
  expect((await charger.call('StartTransaction', start))[2]).toMatchObject({
    idTagInfo: { status: 'Accepted' },
  })
  // Also when it is sent again long after.
  hub.aheadMs = 3_600_000
  expect((await charger.call('StartTransaction', start))[2]).toMatchObject({
    idTagInfo: { status: 'Accepted' },
  })
  expect((await charger.call('Authorize', { idTag }))[2]).toEqual({
    idTagInfo: { status: 'Invalid' },
  })
})

describe('a reservation', () => {
  beforeEach(boot)
  const reservation = { connectorId: 1, idTag: 'CARD', reservationId: 7 }
  const reserve: CommandRequest = {
    action: 'ReserveNow',
    payload: { ...reservation, parentIdTag: 'VANS', expiryDate: '2026-05-04T08:00:00.000Z' },
  }
  const told = () => hub.events.filter(({ kind }) => kind === 'reservationAnswered')
  const answered = (answer: string) => ({
    kind: 'reservationAnswered',
    stationId,
    reservationId: 7,
    connectorId: 1,
    answer,
  })

  test('is asked for in the specification’s words, and the answer told in the unit that keeps it', async () => {
    const id = await request(reserve)
    expect((await answerNext({ status: 'Accepted' })).slice(2)).toEqual([
      'ReserveNow',
      reserve.payload,
    ])
    expect(await ended(id)).toMatchObject({ state: 'answered', answer: { status: 'Accepted' } })
    expect(told()).toEqual([answered('accepted')])
  })

  test.each(['Faulted', 'Occupied', 'Rejected', 'Unavailable'])(
    'is refused by %s',
    async (status) => {
      const id = await request(reserve)
      await answerNext({ status })
      await ended(id)
      expect(told()).toEqual([answered('refused')])
    },
  )

  test('is refused by a charger that doesn’t know the word', async () => {
    const id = await request(reserve)
    const [, uniqueId] = await charger.next()
    charger.send(JSON.stringify([4, uniqueId, 'NotImplemented', '', {}]))
    await ended(id)
    expect(told()).toEqual([answered('refused')])
  })

  test('is lost when the charger leaves, asked or not, and may be asked for again', async () => {
    const id = await request(reserve)
    await charger.next()
    await charger.close()
    await ended(id)
    await ended(await request(reserve))
    expect(told()).toEqual([answered('lost'), answered('lost')])
  })

  test('is given back under its number', async () => {
    const id = await request({ action: 'CancelReservation', payload: { reservationId: 7 } })
    expect((await answerNext({ status: 'Accepted' })).slice(2)).toEqual([
      'CancelReservation',
      { reservationId: 7 },
    ])
    expect(await ended(id)).toMatchObject({ state: 'answered' })
  })
})

describe('a charging profile', () => {
  beforeEach(boot)
  const limit: CommandRequest = {
    action: 'SetChargingProfile',
    payload: {
      connectorId: 1,
      csChargingProfiles: {
        chargingProfileId: 9,
        transactionId: 7,
        stackLevel: 0,
        chargingProfilePurpose: 'TxProfile',
        chargingProfileKind: 'Absolute',
        chargingSchedule: {
          startSchedule: '2026-05-04T08:00:00.000Z',
          chargingRateUnit: 'A',
          chargingSchedulePeriod: [{ startPeriod: 0, limit: 16.1, numberPhases: 1 }],
        },
      },
    },
  }
  const told = () => hub.events.filter(({ kind }) => kind === 'chargingProfileAnswered')
  const answered = (answer: string) => ({
    kind: 'chargingProfileAnswered',
    stationId,
    connectorId: 1,
    chargingProfileId: 9,
    purpose: 'TxProfile',
    answer,
  })

  test('is sent in the specification’s words, and the answer told in the unit that keeps it', async () => {
    const id = await request(limit)
    expect((await answerNext({ status: 'Accepted' })).slice(2)).toEqual([
      'SetChargingProfile',
      limit.payload,
    ])
    expect(await ended(id)).toMatchObject({ state: 'answered', answer: { status: 'Accepted' } })
    expect(told()).toEqual([answered('accepted')])
  })

  test.each(['Rejected', 'NotSupported'])('is refused by %s', async (status) => {
    const id = await request(limit)
    await answerNext({ status })
    await ended(id)
    expect(told()).toEqual([answered('refused')])
  })

  test('is refused by a charger that doesn’t know the word', async () => {
    const id = await request(limit)
    const [, uniqueId] = await charger.next()
    charger.send(JSON.stringify([4, uniqueId, 'NotImplemented', '', {}]))
    await ended(id)
    expect(told()).toEqual([answered('refused')])
  })

  test('is lost when the charger leaves, asked or not', async () => {
    const id = await request(limit)
    await charger.next()
    await charger.close()
    await ended(id)
    await ended(await request(limit))
    expect(told()).toEqual([answered('lost'), answered('lost')])
  })

  test('is taken back by what it is, and a charger that holds none says so', async () => {
    const payload = { chargingProfilePurpose: 'TxProfile', stackLevel: 0 } as const
    const id = await request({ action: 'ClearChargingProfile', payload })
    expect((await answerNext({ status: 'Unknown' })).slice(2)).toEqual([
      'ClearChargingProfile',
      payload,
    ])
    expect(await ended(id)).toMatchObject({ state: 'answered', answer: { status: 'Unknown' } })
  })
})

describe('a composite schedule', () => {
  beforeEach(boot)
  const ask: CommandRequest = {
    action: 'GetCompositeSchedule',
    payload: { connectorId: 1, duration: 3_600, chargingRateUnit: 'A' },
  }
  const told = () =>
    hub.events.flatMap((event) =>
      event.kind === 'compositeScheduleAnswered' ? [event.schedule] : [],
    )

  test('is told as the charger told it, in steps finer than it may be sent too', async () => {
    const id = await request(ask)
    await answerNext({
      status: 'Accepted',
      connectorId: 1,
      scheduleStart: '2026-05-04T08:00:00Z',
      chargingSchedule: {
        duration: 3_600,
        chargingRateUnit: 'A',
        chargingSchedulePeriod: [
          { startPeriod: 0, limit: 16, numberPhases: 3 },
          { startPeriod: 600, limit: 8.25 },
        ],
      },
    })
    expect(await ended(id)).toMatchObject({ state: 'answered' })
    expect(told()).toEqual([
      {
        startsAt: Date.UTC(2026, 4, 4, 8),
        durationS: 3_600,
        unit: 'A',
        periods: [
          { startS: 0, limit: 16, numberPhases: 3 },
          { startS: 600, limit: 8.25, numberPhases: null },
        ],
      },
    ])
  })

  test('is nothing when the charger can’t tell it, tells it not, or isn’t there', async () => {
    const refused = await request(ask)
    await answerNext({ status: 'Rejected' })
    await ended(refused)
    const empty = await request(ask)
    await answerNext({ status: 'Accepted', connectorId: 1 })
    await ended(empty)
    await charger.close()
    await ended(await request(ask))
    expect(told()).toEqual([null, null, null])
  })
})
