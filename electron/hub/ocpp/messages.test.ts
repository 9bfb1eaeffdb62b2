import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventually } from './server/test-bench/eventually.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import { HOUR, MINUTE, SECOND } from '../../../shared/time/instant.ts'
import { freshHub, PASSWORD, type FreshHub } from './server/test-bench/fresh-hub.ts'
import { wireCharger, type WireCharger } from './server/test-bench/wire-charger.ts'

let hub: FreshHub
let stationId: Id
let charger: WireCharger

beforeEach(async () => {
  hub = await freshHub()
  stationId = await hub.addStation('CP1')
  charger = await wireCharger(hub.url, 'CP1', { password: PASSWORD })
})
afterEach(() => hub.stop())

const t0 = Math.floor(Date.now() / 1_000) * 1_000 - HOUR
const iso = (at: number): string => new Date(at).toISOString()

/** Sends a call and returns the payload of its CALLRESULT. */
async function say(action: string, payload: object): Promise<Record<string, unknown>> {
  const [type, , reply] = await charger.call(action, payload)
  expect(type).toBe(3)
  return reply as Record<string, unknown> // a CALLRESULT's payload is an object
}

const start = (changes: object = {}) =>
  say('StartTransaction', {
    connectorId: 1,
    idTag: 'CARD',
    meterStart: 1_000,
    timestamp: iso(t0),
    ...changes,
  })
const stop = (transactionId: unknown, changes: object = {}) =>
  say('StopTransaction', {
    transactionId,
    meterStop: 11_000,
    timestamp: iso(t0 + HOUR),
    ...changes,
  })
const measure = (at: number, sampledValue: object[], changes: object = {}) =>
  say('MeterValues', {
    connectorId: 1,
    meterValue: [{ timestamp: iso(at), sampledValue }],
    ...changes,
  })
const transactions = () => hub.store.reads.find('transaction', { stationId })
const theConnector = async () =>
  (await hub.store.reads.find('connector', { stationId, connectorId: 1 }))[0]

async function knowToken(
  idToken: string,
  status: 'Accepted' | 'Blocked' = 'Accepted',
): Promise<void> {
  await hub.store.work('test', (tx) =>
    tx.insert('idToken', {
      id: tx.newId(),
      idToken,
      status,
      label: '',
      parentIdToken: null,
      vehicleId: null,
      customerId: null,
      expiresAt: null,
      createdAt: 0,
      updatedAt: 0,
    }),
  )
}

test('a station boots as Accepted, with what it says of itself kept', async () => {
  const reply = await say('BootNotification', {
    chargePointVendor: ' Zap ',
    chargePointModel: 'Home',
    chargeBoxSerialNumber: 'S/N 7',
    firmwareVersion: '1.2',
  })
  expect(reply).toMatchObject({ status: 'Accepted' })
  expect(reply['interval']).toBeGreaterThanOrEqual(270)
  expect(await hub.store.reads.get('station', stationId)).toMatchObject({
    vendor: 'Zap',
    model: 'Home',
    serialNumber: 'S/N 7',
    firmwareVersion: '1.2',
    connection: 'online',
    ocppVersion: '1.6',
    bootedAt: expect.any(Number),
  })
})

test('boot is not asked for after a reconnect, and goings and comings are written down', async () => {
  await charger.close()
  await eventually(async () =>
    expect(await hub.store.reads.get('station', stationId)).toMatchObject({
      connection: 'offline',
    }),
  )
  charger = await wireCharger(hub.url, 'CP1', { password: PASSWORD })
  await say('Heartbeat', {})
  expect(await hub.store.reads.get('station', stationId)).toMatchObject({
    connection: 'online',
    remoteAddress: '127.0.0.1',
  })
})

describe('status', () => {
  const status = (changes: object) =>
    say('StatusNotification', {
      connectorId: 1,
      errorCode: 'NoError',
      status: 'Available',
      ...changes,
    })

  test('is kept per connector, the station itself being number 0', async () => {
    await status({ connectorId: 0 })
    await status({ status: 'Charging', timestamp: iso(t0) })
    expect(await theConnector()).toMatchObject({
      status: 'Charging',
      statusAt: t0,
      errorCode: null,
    })
    expect(await hub.store.reads.find('connector', { stationId, connectorId: 0 })).toHaveLength(1)
  })

  test('of a charger whose clock is set back is not taken for an old one', async () => {
    hub.aheadMs = HOUR
    await status({ status: 'Charging', timestamp: iso(Date.now() + HOUR) })
    await status({ status: 'Finishing', timestamp: iso(Date.now() + HOUR - 5 * MINUTE) })
    expect(await theConnector()).toMatchObject({ status: 'Finishing' })
  })

  test('from before the charger connected does not undo a newer one', async () => {
    hub.aheadMs = HOUR
    await status({ status: 'Charging', timestamp: iso(Date.now() + HOUR) })
    await status({ status: 'Preparing', timestamp: iso(Date.now() - 5 * MINUTE) })
    expect(await theConnector()).toMatchObject({ status: 'Charging' })
  })

  test('never ends a transaction', async () => {
    const { transactionId } = await start()
    await status({})
    expect(await transactions()).toMatchObject([{ state: 'active' }])
    await stop(transactionId)
    expect(await transactions()).toMatchObject([{ state: 'finished', energyWh: 10_000 }])
  })

  test('of an hour ago, sent late, does not overwrite what is known since', async () => {
    await status({ status: 'Charging' })
    await status({ status: 'Faulted', timestamp: iso(Date.now() - HOUR) })
    expect(await theConnector()).toMatchObject({ status: 'Charging' })
  })

  test('Faulted raises an alarm once, and it clears by itself', async () => {
    await status({ status: 'Faulted', errorCode: 'GroundFailure', vendorErrorCode: 'E7' })
    await status({ status: 'Faulted', errorCode: 'GroundFailure', vendorErrorCode: 'E7' })
    expect(await hub.store.reads.find('alarm', { clearedAt: null })).toMatchObject([
      { kind: 'connectorFaulted', stationId, connectorId: 1, detail: 'GroundFailure · E7' },
    ])
    await status({})
    expect(await hub.store.reads.find('alarm', { clearedAt: null })).toEqual([])
  })
})

describe('who may charge', () => {
  test('is answered by the site’s tokens, without regard to case', async () => {
    await knowToken('CARD')
    await knowToken('LOST', 'Blocked')
    expect(await say('Authorize', { idTag: 'card' })).toEqual({ idTagInfo: { status: 'Accepted' } })
    expect(await say('Authorize', { idTag: 'LOST' })).toEqual({ idTagInfo: { status: 'Blocked' } })
    expect(await say('Authorize', { idTag: 'NOBODY' })).toEqual({
      idTagInfo: { status: 'Invalid' },
    })
  })

  test('a start with an unknown token is kept, told Invalid and noted', async () => {
    expect(await start()).toMatchObject({ transactionId: 1, idTagInfo: { status: 'Invalid' } })
    expect(await transactions()).toMatchObject([{ notes: ['offline', 'unknownToken'] }])
  })
})

describe('a transaction', () => {
  beforeEach(() => knowToken('CARD'))

  test('runs from start over meter values in any unit to stop', async () => {
    const now = Date.now()
    const { transactionId, idTagInfo } = await start({ timestamp: iso(now) })
    expect(idTagInfo).toEqual({ status: 'Accepted' })
    const [begun] = await transactions()
    expect(begun).toMatchObject({ state: 'active', startedAt: now, notes: [] })
    expect(await theConnector()).toMatchObject({ transactionId: begun?.id })
    await measure(
      now + MINUTE,
      [
        { value: '1.5', unit: 'kWh' },
        { value: '11', unit: 'kW', measurand: 'Power.Active.Import' },
        { value: '42', unit: 'Percent', measurand: 'SoC' },
        { value: '16', unit: 'A', measurand: 'Current.Import', phase: 'L1' },
      ],
      { transactionId },
    )
    expect(await transactions()).toMatchObject([{ energyWh: 500, powerW: 11_000, socPct: 42 }])
    expect(await theConnector()).toMatchObject({ powerW: 11_000, energyWh: 1_500, currentDa: 160 })
    await measure(now + 2 * MINUTE, [{ value: '2000', unit: 'Wh' }], { transactionId })
    expect(await transactions()).toMatchObject([{ energyWh: 1_000, powerW: 30_000 }])
    await stop(transactionId, {
      meterStop: 2_500,
      timestamp: iso(now + 3 * MINUTE),
      reason: 'EVDisconnected',
      idTag: 'CARD',
    })
    expect(await transactions()).toMatchObject([
      { state: 'finished', energyWh: 1_500, powerW: null, stopReason: 'EVDisconnected', notes: [] },
    ])
    expect(await theConnector()).toMatchObject({ powerW: 0, socPct: null })
    expect(await theConnector()).toMatchObject({ transactionId: null, powerW: 0 })
  })

  test('from offline times keeps the charger’s own times', async () => {
    const { transactionId } = await start()
    await stop(transactionId)
    expect(await transactions()).toMatchObject([
      { startedAt: t0, stoppedAt: t0 + HOUR, energyWh: 10_000, notes: ['offline'] },
    ])
  })

  test('started again under another message id keeps its number', async () => {
    const first = await start()
    expect(await start()).toEqual(first)
    expect(await transactions()).toHaveLength(1)
  })

  test('stopped with a number of nobody’s, or -1, is answered and kept', async () => {
    expect(await stop(4_711)).toEqual({})
    expect(await stop(-1, { meterStop: 5 })).toEqual({})
    expect(await stop(4_711)).toEqual({})
    const kept = await transactions()
    expect(kept.map(({ notes }) => notes)).toEqual([['startMissing'], ['startMissing']])
  })

  test('whose data comes with the stop keeps it, signed values to the letter', async () => {
    const { transactionId } = await start()
    const signed = { value: ' OCMF|{"x":1}|{} ', format: 'SignedData', context: 'Transaction.End' }
    await stop(transactionId, {
      transactionData: [
        { timestamp: iso(t0), sampledValue: [{ value: '1000', context: 'Transaction.Begin' }] },
        {
          timestamp: iso(t0 + HOUR),
          sampledValue: [{ value: '11000', context: 'Transaction.End' }, signed],
        },
      ],
    })
    const samples = await hub.store.reads.query.selectFrom('meterSample').selectAll().execute()
    expect(samples).toHaveLength(2)
    expect(samples[1]).toMatchObject({ context: 'Transaction.End', energyWh: 11_000 })
    expect(samples[1]?.other).toContain('OCMF|')
  })

  test('left open is superseded by the next start on its connector, and its own stop still counts', async () => {
    const first = await start({ timestamp: iso(t0) })
    await start({ timestamp: iso(t0 + 30 * MINUTE), meterStart: 5_000 })
    expect((await transactions()).map(({ state }) => state)).toEqual(['finished', 'active'])
    await stop(first['transactionId'], { meterStop: 5_000, timestamp: iso(t0 + 29 * MINUTE) })
    const [old] = await transactions()
    expect(old).toMatchObject({ energyWh: 4_000, notes: ['offline'] })
  })

  test('of another station can’t be stopped from here', async () => {
    const { transactionId } = await start()
    const other = await hub.addStation('CP2')
    const thief = await wireCharger(hub.url, 'CP2', { password: PASSWORD })
    await thief.call('StopTransaction', { transactionId, meterStop: 2, timestamp: iso(t0 + 1) })
    expect(await transactions()).toMatchObject([{ state: 'active' }])
    expect(await hub.store.reads.find('transaction', { stationId: other })).toMatchObject([
      { notes: ['startMissing'] },
    ])
  })

  test('values after the stop are kept and noted, and don’t change the bill', async () => {
    const { transactionId } = await start()
    await stop(transactionId)
    await measure(t0 + MINUTE, [{ value: '99000' }], { transactionId })
    expect(await transactions()).toMatchObject([
      { energyWh: 10_000, notes: ['offline', 'lateValues'] },
    ])
  })

  test('values without its number are its own when they were measured in it', async () => {
    const now = Date.now()
    await start({ timestamp: iso(now - MINUTE) })
    await measure(now, [{ value: '1700' }])
    await measure(now - HOUR, [{ value: '900' }])
    expect(await transactions()).toMatchObject([{ energyWh: 700 }])
    const samples = await hub.store.reads.query.selectFrom('meterSample').selectAll().execute()
    expect(samples.map(({ transactionId }) => transactionId !== '').toSorted()).toEqual([
      false,
      true,
    ])
  })

  test('the same value twice is stored once, and one that comes in parts grows', async () => {
    await measure(t0, [{ value: '1500' }])
    await measure(t0, [{ value: '1500' }])
    await measure(t0, [{ value: '7000', measurand: 'Power.Active.Import' }])
    const samples = await hub.store.reads.query.selectFrom('meterSample').selectAll().execute()
    expect(samples).toMatchObject([{ energyWh: 1_500, powerW: 7_000 }])
  })

  test('duplicated and reordered in any way gives the same bill', async () => {
    const bills = new Set<string>()
    for (let seed = 1; seed <= 12; seed += 1) {
      const id = `TRACE${seed}`
      const station = await hub.addStation(id)
      charger = await wireCharger(hub.url, id, { password: PASSWORD })
      const { transactionId } = seed % 3 === 0 ? { transactionId: -1 } : await start()
      const steps = [
        () => start(),
        () => measure(t0 + 10 * SECOND, [{ value: '2', unit: 'kWh' }], { transactionId }),
        () => measure(t0 + 20 * SECOND, [{ value: '3000' }], { transactionId }),
        () => stop(transactionId, { idTag: 'CARD' }),
      ]
      const order = [...steps, ...steps].map((step, index) => ({
        step,
        key: (seed * 2_654_435_761 * (index + 1)) % 97,
      }))
      for (const { step } of order.toSorted((a, b) => a.key - b.key)) await step()
      const [bill, ...others] = await hub.store.reads.find('transaction', { stationId: station })
      expect(others).toEqual([])
      bills.add(
        JSON.stringify([
          bill?.connectorId,
          bill?.startedAt,
          bill?.stoppedAt,
          bill?.meterStartWh,
          bill?.meterStopWh,
          bill?.energyWh,
        ]),
      )
    }
    expect([...bills]).toEqual([JSON.stringify([1, t0, t0 + HOUR, 1_000, 11_000, 10_000])])
  })

  test('that makes no sense is answered, kept apart and told', async () => {
    expect(await say('StartTransaction', { connectorId: 1 })).toMatchObject({
      idTagInfo: { status: 'Invalid' },
    })
    expect(await say('StopTransaction', { transactionId: {} })).toEqual({})
    expect(await say('MeterValues', {})).toEqual({})
    expect(await transactions()).toEqual([])
    expect(await hub.store.reads.find('ocppMessage', { outcome: 'refused' })).toHaveLength(3)
    expect(await hub.store.reads.find('alarm', { kind: 'badMessages' })).toHaveLength(1)
  })
})

test('the other messages of Core are answered and kept', async () => {
  expect(await say('DataTransfer', { vendorId: 'V', data: 'x' })).toEqual({
    status: 'UnknownVendorId',
  })
  await say('DiagnosticsStatusNotification', { status: 'Uploaded' })
  await say('FirmwareStatusNotification', { status: 'Installed' })
  expect(await hub.store.reads.get('station', stationId)).toMatchObject({
    diagnosticsStatus: 'Uploaded',
    firmwareStatus: 'Installed',
  })
})

test('every exchange stands in the wire log with its repairs', async () => {
  await measure(t0, [{ value: 5 }])
  charger.send('nonsense')
  await say('Heartbeat', {})
  const lines = await hub.store.reads.find('ocppMessage', { stationId })
  expect(lines).toMatchObject([
    {
      action: 'MeterValues',
      direction: 'in',
      outcome: 'result',
      notes: ['valueWrittenAsText: meterValue.0.sampledValue.0.value'],
    },
    { action: null, outcome: 'refused', errorCode: 'FormationViolation', request: 'nonsense' },
    { action: 'Heartbeat', outcome: 'result', response: expect.stringContaining('currentTime') },
  ])
})

test('a clock that can’t be right raises an alarm until a start has a right one', async () => {
  const clockAlarms = () => hub.store.reads.find('alarm', { kind: 'clockSuspect', clearedAt: null })
  await start({ timestamp: '1970-01-01T00:01:00Z' })
  expect(await clockAlarms()).toMatchObject([{ stationId, detail: '1970-01-01T00:01:00.000Z' }])
  expect(await transactions()).toMatchObject([
    { startedAt: 60_000, notes: ['clockSuspect', 'unknownToken'] },
  ])
  await start()
  expect(await clockAlarms()).toEqual([])
})

test('a token of broken characters is the same when its start comes again', async () => {
  const first = await start({ idTag: 'A\ud800\u0000B' })
  expect(await start({ idTag: 'A\ud800\u0000B' })).toEqual(first)
})

describe('a stranger that waits to be adopted', () => {
  let candidateId: Id

  beforeEach(async () => {
    candidateId = await hub.addCandidate('NEW')
    charger = await wireCharger(hub.url, 'NEW')
  })

  test('boots as Pending, and what it claims is kept', async () => {
    const reply = await say('BootNotification', {
      chargePointVendor: '<b>V</b>',
      chargePointModel: 'M',
    })
    expect(reply).toMatchObject({ status: 'Pending', interval: 10 })
    expect(await hub.store.reads.get('candidate', candidateId)).toMatchObject({
      vendor: '<b>V</b>',
    })
  })

  test('gets nothing else done, and keeps its transaction messages for later', async () => {
    charger.send(
      JSON.stringify([
        2,
        'tx',
        'StopTransaction',
        { transactionId: 1, meterStop: 5, timestamp: iso(t0) },
      ]),
    )
    const [type, , code] = await charger.call('StatusNotification', {
      connectorId: 1,
      errorCode: 'NoError',
      status: 'Available',
    })
    expect([type, code]).toEqual([4, 'SecurityError'])
    expect(await hub.store.reads.find('ocppMessage', {})).toEqual([])
    expect(await hub.store.reads.query.selectFrom('transaction').selectAll().execute()).toEqual([])
  })

  test('becomes a station on the socket it has', async () => {
    await say('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' })
    const adopted = await hub.addStation('NEW')
    expect(hub.ocpp.chargers.promote(candidateId, adopted, false)).toBe(true)
    expect(hub.ocpp.chargers.isConnected(adopted)).toBe(true)
    expect(
      await say('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' }),
    ).toMatchObject({
      status: 'Accepted',
    })
    expect(await hub.store.reads.get('station', adopted)).toMatchObject({ connection: 'online' })
    await charger.close()
    await eventually(() => expect(hub.ocpp.chargers.isConnected(adopted)).toBe(false))
  })

  test('is gone when it leaves, and is let go when pairing closes', async () => {
    hub.ocpp.chargers.disconnectCandidate('all', 'pairing closed')
    expect(await charger.closed).toBe(1008)
    await eventually(async () =>
      expect(await hub.store.reads.get('candidate', candidateId)).toMatchObject({ state: 'gone' }),
    )
  })
})
