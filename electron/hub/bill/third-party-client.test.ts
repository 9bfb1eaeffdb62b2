import { RPCClient } from 'ocpp-rpc'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BillDetail } from '../../../shared/contract/bill.ts'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { OcpiTariff } from '../../../shared/domain/tariff/ocpi-tariff.ts'
import { MINUTE, toIso } from '../../../shared/time/instant.ts'
import { eventually } from '../ocpp/server/test-bench/eventually.ts'
import { wholeHub, type WholeHub } from '../ocpp/server/test-bench/whole-hub.ts'

/** 5 to begin with; 2.50 a kWh in the first twenty minutes, then 3.20; 60 an hour for who parks, after a quarter. */
const ocpi: OcpiTariff = {
  currency: 'SEK',
  tax_included: 'YES',
  elements: [
    {
      price_components: [{ type: 'ENERGY', price: 2.5, vat: 25, step_size: 1 }],
      restrictions: { max_duration: 1_200 },
    },
    {
      price_components: [
        { type: 'FLAT', price: 5, vat: 25, step_size: 1 },
        { type: 'ENERGY', price: 3.2, vat: 25, step_size: 1 },
        { type: 'PARKING_TIME', price: 60, vat: 25, step_size: 1 },
      ],
    },
  ],
}

let hub: WholeHub
let charger: RPCClient

async function api<Body>(method: string, path: string, body?: object): Promise<Body> {
  const answer = await hub.api(method, path, body)
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body as Body
}

beforeEach(async () => {
  hub = await wholeHub({ speed: 20 })
  const { key } = await api<{ key: { password: string } }>('POST', '/stations', {
    chargePointId: 'CP1',
  })
  const made = await api<{ tariff: { id: string } }>('POST', '/tariffs', {
    ...{ name: 'Depot', ocpi, idleGraceMin: 15 },
  })
  await api('POST', '/tariff-assignments', { tariffId: made.tariff.id })
  const options = {
    endpoint: hub.ocppUrl,
    identity: 'CP1',
    password: key.password,
    protocols: ['ocpp1.6'],
    strictMode: true,
    reconnect: false,
  }
  // Its types ask for every option although each has a default.
  charger = new RPCClient(options as unknown as ConstructorParameters<typeof RPCClient>[0])
  charger.handle(async () => ({ status: 'Accepted' }))
  await charger.connect()
  await charger.call('BootNotification', { chargePointVendor: 'Third', chargePointModel: 'Party' })
  await status('Available', Date.now())
})
afterEach(async () => {
  await charger.close({ force: true })
  await hub.stop()
})

const status = (word: string, at: number) =>
  charger.call('StatusNotification', {
    ...{ connectorId: 1, errorCode: 'NoError', status: word, timestamp: toIso(at) },
  })
const start = async (at: number): Promise<number> => {
  const payload = { connectorId: 1, idTag: 'CARD', meterStart: 5_000, timestamp: toIso(at) }
  return ((await charger.call('StartTransaction', payload)) as { transactionId: number })
    .transactionId
}
const measure = (transactionId: number, at: number, wh: number) =>
  charger.call('MeterValues', {
    ...{ connectorId: 1, transactionId },
    meterValue: [{ timestamp: toIso(at), sampledValue: [{ value: String(5_000 + wh) }] }],
  })
const stop = (transactionId: number, at: number, wh: number) =>
  charger.call('StopTransaction', {
    ...{ transactionId, meterStop: 5_000 + wh, timestamp: toIso(at) },
  })
const theBill = async (): Promise<Bill> => {
  const { rows } = await api<{ rows: Bill[] }>('GET', '/bills')
  const [bill] = rows
  if (rows.length !== 1 || bill === undefined) throw new Error(`there are ${rows.length} bills`)
  return bill
}
const becomes = (what: object) =>
  eventually(async () => {
    const bill = await theBill()
    expect(bill).toMatchObject(what)
    return bill
  })

const above = (least: number): unknown => expect.toSatisfy((minor: number) => minor > least)

test('a charger of another project charges through a whole stay, and the bill is right to the öre', async () => {
  const at = Date.now()
  const minute = (minutes: number) => at + minutes * MINUTE
  await status('Preparing', at)
  const transactionId = await start(at)
  await status('Charging', at)
  await becomes({ state: 'running', inclMinor: 500, startsAt: at })

  hub.aheadMs = 30 * MINUTE
  await measure(transactionId, minute(30), 9_000)
  // Two thirds of it lie in the first twenty minutes.
  await becomes({ state: 'running', inclMinor: 500 + 1_500 + 960, energyWh: 9_000, dueMinor: 0 })
  hub.aheadMs = 60 * MINUTE
  await measure(transactionId, minute(60), 17_777)
  await measure(transactionId, minute(60), 17_777)
  await becomes({ state: 'running', energyWh: 17_777, inclMinor: above(500 + 1_500 + 960) })

  await status('SuspendedEV', minute(60))
  hub.aheadMs = 90 * MINUTE
  await becomes({ state: 'running', inclMinor: above(5_800) })
  await stop(transactionId, minute(90), 17_777)
  await status('Finishing', minute(90))
  hub.aheadMs = 100 * MINUTE
  await status('Available', minute(100))
  const total = 500 + 1_500 + 3_769 + 2_500
  const bill = await becomes({ state: 'final', inclMinor: total, dueMinor: total, revision: 1 })
  expect(bill.lines).toMatchObject([
    { kind: 'energy', quantity: 6, unit: 'kWh', unitPrice: '2.5' },
    { kind: 'energy', quantity: 11.777, unit: 'kWh', unitPrice: '3.2' },
    { kind: 'parking', quantity: 25 / 60, unit: 'h', unitPrice: '60' },
    { kind: 'flat', quantity: 1, unitPrice: '5' },
  ])

  // What comes again changes nothing; a value that moves energy into the dearer time corrects the bill.
  await stop(transactionId, minute(90), 17_777)
  await measure(transactionId, minute(60), 17_777)
  await measure(transactionId, minute(20), 3_000)
  await becomes({ revision: 2, energyWh: 17_777, inclMinor: total + 210, dueMinor: total + 210 })
  const { revisions } = await api<BillDetail>('GET', `/bills/${bill.id}`)
  expect(revisions).toMatchObject([
    { revision: 1, reason: 'ended', inclMinor: total, ledgerEntryId: 1 },
    { revision: 2, inclMinor: total + 210, ledgerEntryId: 2 },
  ])
})
