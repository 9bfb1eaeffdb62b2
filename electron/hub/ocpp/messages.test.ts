import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { eventually } from './server/test-bench/eventually.ts'
import { PASSWORD } from './server/test-bench/fresh-hub.ts'
import { iso, speaking, type Speaking, t0 } from './server/test-bench/speaking.ts'
import { wireCharger } from './server/test-bench/wire-charger.ts'

let wire: Speaking
beforeEach(async () => {
  wire = await speaking()
})
afterEach(() => wire.hub.stop())

test('a station boots as Accepted, with what it says of itself kept', async () => {
  const reply = await wire.say('BootNotification', {
    chargePointVendor: ' Zap ',
    chargePointModel: 'Home',
    chargeBoxSerialNumber: 'S/N 7',
    firmwareVersion: '1.2',
  })
  expect(reply).toMatchObject({ status: 'Accepted' })
  expect(reply['interval']).toBeGreaterThanOrEqual(270)
  expect(await wire.hub.store.reads.get('station', wire.stationId)).toMatchObject({
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
  await wire.charger.close()
  await eventually(async () =>
    expect(await wire.hub.store.reads.get('station', wire.stationId)).toMatchObject({
      connection: 'offline',
    }),
  )
  wire.charger = await wireCharger(wire.hub.url, 'CP1', { password: PASSWORD })
  await wire.say('Heartbeat', {})
  expect(await wire.hub.store.reads.get('station', wire.stationId)).toMatchObject({
    connection: 'online',
    remoteAddress: '127.0.0.1',
  })
})

describe('status', () => {
  const status = (changes: object) =>
    wire.say('StatusNotification', {
      connectorId: 1,
      errorCode: 'NoError',
      status: 'Available',
      ...changes,
    })

  test('is kept per connector, the station itself being number 0', async () => {
    await status({ connectorId: 0 })
    await status({ status: 'Charging', timestamp: iso(t0) })
    expect(await wire.theConnector()).toMatchObject({
      status: 'Charging',
      statusAt: t0,
      errorCode: null,
    })
    expect(
      await wire.hub.store.reads.find('connector', { stationId: wire.stationId, connectorId: 0 }),
    ).toHaveLength(1)
  })

  test('of a charger whose clock is set back is not taken for an old one', async () => {
    wire.hub.aheadMs = HOUR
    await status({ status: 'Charging', timestamp: iso(Date.now() + HOUR) })
    await status({ status: 'Finishing', timestamp: iso(Date.now() + HOUR - 5 * MINUTE) })
    expect(await wire.theConnector()).toMatchObject({ status: 'Finishing' })
  })

  test('from before the charger connected does not undo a newer one', async () => {
    wire.hub.aheadMs = HOUR
    await status({ status: 'Charging', timestamp: iso(Date.now() + HOUR) })
    await status({ status: 'Preparing', timestamp: iso(Date.now() - 5 * MINUTE) })
    expect(await wire.theConnector()).toMatchObject({ status: 'Charging' })
  })

  test('never ends a transaction', async () => {
    const { transactionId } = await wire.start()
    await status({})
    expect(await wire.transactions()).toMatchObject([{ state: 'active' }])
    await wire.stop(transactionId)
    expect(await wire.transactions()).toMatchObject([{ state: 'finished', energyWh: 10_000 }])
  })

  test('of an hour ago, sent late, does not overwrite what is known since', async () => {
    await status({ status: 'Charging' })
    await status({ status: 'Faulted', timestamp: iso(Date.now() - HOUR) })
    expect(await wire.theConnector()).toMatchObject({ status: 'Charging' })
  })

  test('Faulted raises an alarm once, and it clears by itself', async () => {
    await status({ status: 'Faulted', errorCode: 'GroundFailure', vendorErrorCode: 'E7' })
    await status({ status: 'Faulted', errorCode: 'GroundFailure', vendorErrorCode: 'E7' })
    expect(await wire.hub.store.reads.find('alarm', { clearedAt: null })).toMatchObject([
      {
        kind: 'connectorFaulted',
        stationId: wire.stationId,
        connectorId: 1,
        detail: 'GroundFailure · E7',
      },
    ])
    await status({})
    expect(await wire.hub.store.reads.find('alarm', { clearedAt: null })).toEqual([])
  })
})

describe('who may charge', () => {
  test('is answered by the site’s tokens, without regard to case', async () => {
    await wire.knowToken('CARD')
    await wire.knowToken('LOST', 'Blocked')
    expect(await wire.say('Authorize', { idTag: 'card' })).toEqual({
      idTagInfo: { status: 'Accepted' },
    })
    expect(await wire.say('Authorize', { idTag: 'LOST' })).toEqual({
      idTagInfo: { status: 'Blocked' },
    })
    expect(await wire.say('Authorize', { idTag: 'NOBODY' })).toEqual({
      idTagInfo: { status: 'Invalid' },
    })
  })

  test('a start with an unknown token is kept, told Invalid and noted', async () => {
    expect(await wire.start()).toMatchObject({ transactionId: 1, idTagInfo: { status: 'Invalid' } })
    expect(await wire.transactions()).toMatchObject([{ notes: ['offline', 'unknownToken'] }])
  })
})

test('the other messages of Core are answered and kept', async () => {
  expect(await wire.say('DataTransfer', { vendorId: 'V', data: 'x' })).toEqual({
    status: 'UnknownVendorId',
  })
  await wire.say('DiagnosticsStatusNotification', { status: 'Uploaded' })
  await wire.say('FirmwareStatusNotification', { status: 'Installed' })
  expect(await wire.hub.store.reads.get('station', wire.stationId)).toMatchObject({
    diagnosticsStatus: 'Uploaded',
    firmwareStatus: 'Installed',
  })
})

test('every exchange stands in the wire log with its repairs', async () => {
  await wire.measure(t0, [{ value: 5 }])
  wire.charger.send('nonsense')
  await wire.say('Heartbeat', {})
  const lines = await wire.hub.store.reads.find('ocppMessage', { stationId: wire.stationId })
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
  const clockAlarms = () =>
    wire.hub.store.reads.find('alarm', { kind: 'clockSuspect', clearedAt: null })
  await wire.start({ timestamp: '1970-01-01T00:01:00Z' })
  expect(await clockAlarms()).toMatchObject([
    { stationId: wire.stationId, detail: '1970-01-01T00:01:00.000Z' },
  ])
  expect(await wire.transactions()).toMatchObject([
    { startedAt: 60_000, notes: ['clockSuspect', 'unknownToken'] },
  ])
  await wire.start()
  expect(await clockAlarms()).toEqual([])
})

test('a token of broken characters is the same when its start comes again', async () => {
  const first = await wire.start({ idTag: 'A\ud800\u0000B' })
  expect(await wire.start({ idTag: 'A\ud800\u0000B' })).toEqual(first)
})
