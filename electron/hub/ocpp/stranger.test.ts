import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Id } from '../../../shared/domain/id/id.ts'
import { eventually } from './server/test-bench/eventually.ts'
import { iso, speaking, type Speaking, t0 } from './server/test-bench/speaking.ts'
import { wireCharger } from './server/test-bench/wire-charger.ts'

let wire: Speaking
beforeEach(async () => {
  wire = await speaking()
})
afterEach(() => wire.hub.stop())

describe('a stranger that waits to be adopted', () => {
  let candidateId: Id

  beforeEach(async () => {
    candidateId = await wire.hub.addCandidate('NEW')
    wire.charger = await wireCharger(wire.hub.url, 'NEW')
  })

  test('boots as Pending, and what it claims is kept', async () => {
    const reply = await wire.say('BootNotification', {
      chargePointVendor: '<b>V</b>',
      chargePointModel: 'M',
    })
    expect(reply).toMatchObject({ status: 'Pending', interval: 10 })
    expect(await wire.hub.store.reads.get('candidate', candidateId)).toMatchObject({
      vendor: '<b>V</b>',
    })
  })

  test('gets nothing else done, and keeps its transaction messages for later', async () => {
    wire.charger.send(
      JSON.stringify([
        2,
        'tx',
        'StopTransaction',
        { transactionId: 1, meterStop: 5, timestamp: iso(t0) },
      ]),
    )
    const [type, , code] = await wire.charger.call('StatusNotification', {
      connectorId: 1,
      errorCode: 'NoError',
      status: 'Available',
    })
    expect([type, code]).toEqual([4, 'SecurityError'])
    expect(await wire.hub.store.reads.find('ocppMessage', {})).toEqual([])
    expect(
      await wire.hub.store.reads.query.selectFrom('transaction').selectAll().execute(),
    ).toEqual([])
  })

  test('becomes a station on the socket it has', async () => {
    await wire.say('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' })
    const adopted = await wire.hub.addStation('NEW')
    expect(wire.hub.ocpp.chargers.promote(candidateId, adopted, false)).toBe(true)
    expect(wire.hub.ocpp.chargers.isConnected(adopted)).toBe(true)
    expect(
      await wire.say('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' }),
    ).toMatchObject({
      status: 'Accepted',
    })
    expect(await wire.hub.store.reads.get('station', adopted)).toMatchObject({
      connection: 'online',
    })
    await wire.charger.close()
    await eventually(() => expect(wire.hub.ocpp.chargers.isConnected(adopted)).toBe(false))
  })

  test('is gone when it leaves, and is let go when pairing closes', async () => {
    wire.hub.ocpp.chargers.disconnectCandidate('all', 'pairing closed')
    expect(await wire.charger.closed).toBe(1008)
    await eventually(async () =>
      expect(await wire.hub.store.reads.get('candidate', candidateId)).toMatchObject({
        state: 'gone',
      }),
    )
  })
})
