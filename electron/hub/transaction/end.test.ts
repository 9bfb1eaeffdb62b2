import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventually } from '../ocpp/server/test-bench/eventually.ts'
import { wholeHub, type WholeHub } from '../ocpp/server/test-bench/whole-hub.ts'
import { wireCharger, type WireCharger } from '../ocpp/server/test-bench/wire-charger.ts'

const t0 = Date.now() - 60_000
const iso = (at: number): string => new Date(at).toISOString()

let hub: WholeHub
let station: { id: string }
let password: string
let charger: WireCharger
let transaction: { id: string; ocppTransactionId: number }

beforeEach(async () => {
  hub = await wholeHub()
  const made = (await api('POST', '/stations', { chargePointId: 'CP' })).body
  station = made.station
  password = made.key.password
  charger = await wireCharger(hub.ocppUrl, 'CP', { password })
  await charger.call('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' })
  const begun = { connectorId: 1, idTag: 'CARD', meterStart: 1_000, timestamp: iso(t0) }
  await charger.call('StartTransaction', begun)
  const [only] = (await api('GET', '/transactions')).body.rows
  if (only === undefined) throw new Error('nothing began')
  transaction = only
  await charger.call('MeterValues', {
    connectorId: 1,
    transactionId: transaction.ocppTransactionId,
    meterValue: [{ timestamp: iso(t0 + 30_000), sampledValue: [{ value: '1400' }] }],
  })
})
afterEach(async () => {
  await hub.stop()
})

/** What these tests look at in an answer; each looks only at what its call tells. */
interface Answer {
  station: { id: string; connection: string }
  key: { password: string }
  rows: { id: string; ocppTransactionId: number }[]
  connectors: unknown[]
}

async function api(
  method: string,
  path: string,
  body?: object,
): Promise<{ status: number; body: Answer }> {
  const { status, body: told } = await hub.api(method, path, body)
  return { status, body: told as Answer }
}

const end = (reason = 'the charger burnt') =>
  api('POST', `/transactions/${transaction.id}/end`, { reason })
const retire = () => api('POST', `/stations/${station.id}/retire`)

async function leave(): Promise<void> {
  await charger.close()
  await eventually(async () => {
    const { body } = await api('GET', `/stations/${station.id}`)
    expect(body.station.connection).toBe('offline')
  })
}

describe('a transaction whose charger is gone', () => {
  test('is ended by hand where it was last measured, and lets its station be retired', async () => {
    await leave()
    expect(await retire()).toMatchObject({ status: 409, body: { code: 'STATION_CHARGING' } })
    expect(await end()).toMatchObject({
      status: 200,
      body: {
        state: 'finished',
        stoppedAt: t0 + 30_000,
        meterStopWh: 1_400,
        energyWh: 400,
        stopReceivedAt: null,
        notes: ['unknownToken', 'endedByHand'],
      },
    })
    const { connectors } = (await api('GET', `/stations/${station.id}`)).body
    expect(connectors).toMatchObject([{ transactionId: null }])
    const { rows } = (await api('GET', `/journal?noun=transaction`)).body
    expect(rows).toMatchObject([
      { act: 'transaction.end', actor: 'api', reason: 'the charger burnt' },
    ])
    expect(await end()).toMatchObject({ status: 409, body: { code: 'TRANSACTION_FINISHED' } })
    expect((await retire()).status).toBe(200)
  })

  test('is not ended without a reason', async () => {
    await leave()
    expect((await end('  ')).status).toBe(400)
  })

  test('takes its true figures from a stop that comes after all', async () => {
    await leave()
    await end()
    charger = await wireCharger(hub.ocppUrl, 'CP', { password })
    await charger.call('StopTransaction', {
      transactionId: transaction.ocppTransactionId,
      meterStop: 1_900,
      timestamp: iso(t0 + 50_000),
    })
    expect((await api('GET', `/transactions/${transaction.id}`)).body).toMatchObject({
      energyWh: 900,
      stoppedAt: t0 + 50_000,
      stopReason: 'Local',
      notes: ['unknownToken'],
    })
  })
})

describe('a transaction whose charger is connected', () => {
  test('is left to the charger, until that has refused to stop it', async () => {
    expect(await end()).toMatchObject({
      status: 409,
      body: { code: 'TRANSACTION_STOPPABLE', data: { stationId: station.id } },
    })
    const { ocppTransactionId } = transaction
    const request = {
      action: 'RemoteStopTransaction',
      payload: { transactionId: ocppTransactionId },
    }
    const asking = api('POST', `/stations/${station.id}/commands`, { request })
    const [, uniqueId] = await charger.next()
    charger.send(JSON.stringify([3, uniqueId, { status: 'Rejected' }]))
    await asking
    expect(await end()).toMatchObject({ status: 200, body: { state: 'finished' } })
  })
})
