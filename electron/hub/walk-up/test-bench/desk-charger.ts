import { RPCClient } from 'ocpp-rpc'
import { expect } from 'vitest'
import type { DeskStay } from '../../../../shared/contract/desk-stay.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import type { OcpiTariff } from '../../../../shared/domain/tariff/ocpi-tariff.ts'
import type { WalkUp } from '../../../../shared/domain/walk-up/walk-up.ts'
import { toIso } from '../../../../shared/time/instant.ts'
import { eventually } from '../../ocpp/server/test-bench/eventually.ts'
import { wholeHub, type WholeHub } from '../../ocpp/server/test-bench/whole-hub.ts'

/** 4 a kWh, 25 % VAT included. */
const ocpi: OcpiTariff = {
  currency: 'SEK',
  tax_included: 'YES',
  elements: [{ price_components: [{ type: 'ENERGY', price: 4, vat: 25, step_size: 1 }] }],
}

/** A hub with a desk, and a charger of two connectors whose every word is another project's. */
export interface DeskCharger {
  readonly hub: WholeHub
  readonly stationId: Id
  /** What the charger was told, so far. */
  readonly told: readonly [method: string, payload: Record<string, unknown>][]
  /** What it says to what it is told. */
  says: (method: string) => object
  api<Body>(method: string, path: string, body?: object, headers?: object): Promise<Body>
  /** Takes ABC 123 in at connector 1 for 10 kWh, paid with 50 kronor in cash, save for what is told. */
  begin(words?: object, headers?: object): Promise<DeskStay>
  stay(id: Id): Promise<DeskStay>
  becomes(id: Id, what: Partial<WalkUp>): Promise<DeskStay>
  /** It charges, and is billed for it. */
  charges(id: Id): Promise<DeskStay>
  status(connectorId: number, word: string): Promise<unknown>
  /** Begins to charge; the number of the transaction. */
  start(connectorId: number, idTag: string): Promise<number>
  charged(transactionId: number, wh: number): Promise<unknown>
  stop(transactionId: number, wh: number): Promise<unknown>
  /** Any call, and what the hub answers. */
  call(action: string, payload: object): Promise<unknown>
  now(): number
  disconnect(): Promise<void>
  reconnect(): Promise<void>
  close(): Promise<void>
}

export async function deskCharger(): Promise<DeskCharger> {
  const hub = await wholeHub({ speed: 20 })
  const api = async <Body>(
    method: string,
    path: string,
    body?: object,
    headers: object = {},
  ): Promise<Body> => {
    const answer = await hub.api(method, path, body, { ...headers })
    if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body as Body
  }
  const made = await api<{ station: { id: Id }; key: { password: string } }>('POST', '/stations', {
    chargePointId: 'CP1',
  })
  const stationId = made.station.id
  const { tariff } = await api<{ tariff: { id: string } }>('POST', '/tariffs', {
    ...{ name: 'Desk', ocpi, idleGraceMin: 0 },
  })
  await api('POST', '/tariff-assignments', { tariffId: tariff.id })
  const told: [method: string, payload: Record<string, unknown>][] = []
  const now = () => Date.now() + hub.aheadMs
  const connect = async (): Promise<RPCClient> => {
    const options = {
      endpoint: hub.ocppUrl,
      identity: 'CP1',
      password: made.key.password,
      protocols: ['ocpp1.6'],
      strictMode: true,
      reconnect: false,
    }
    // Its types ask for every option although each has a default.
    const client = new RPCClient(options as unknown as ConstructorParameters<typeof RPCClient>[0])
    client.handle(async ({ method = '', params }) => {
      told.push([method, params as Record<string, unknown>])
      return bench.says(method)
    })
    await client.connect()
    const words = { chargePointVendor: 'Third', chargePointModel: 'Party' }
    await client.call('BootNotification', words)
    return client
  }
  const bench: DeskCharger = {
    ...{ hub, stationId, told, api, now },
    says: () => ({ status: 'Accepted' }),
    begin: (words = {}, headers = {}) =>
      api(
        'POST',
        '/walk-ups',
        {
          ...{ stationId, connectorId: 1, plate: 'ABC 123', phone: '070-123 45 67' },
          need: { kind: 'energy', energyWh: 10_000 },
          payment: { kind: 'take', means: 'cash', tenderedMinor: 5_000 },
          ...words,
        },
        headers,
      ),
    stay: (id) => api('GET', `/walk-ups/${id}`),
    becomes: (id, what) =>
      eventually(async () => {
        const stay = await bench.stay(id)
        expect(stay.walkUp).toMatchObject(what)
        return stay
      }),
    charges: (id) =>
      eventually(async () => {
        const stay = await bench.stay(id)
        expect(stay).toMatchObject({ walkUp: { state: 'charging' }, bill: { state: 'running' } })
        return stay
      }),
    status: (connectorId, word) =>
      charger.call('StatusNotification', {
        ...{ connectorId, errorCode: 'NoError', status: word, timestamp: toIso(now()) },
      }),
    async start(connectorId, idTag) {
      const payload = { connectorId, idTag, meterStart: 0, timestamp: toIso(now()) }
      const answer = Object(await charger.call('StartTransaction', payload))
      expect(answer).toMatchObject({ idTagInfo: { status: 'Accepted' } })
      return Number(answer.transactionId)
    },
    charged: (transactionId, wh) =>
      charger.call('MeterValues', {
        ...{ connectorId: 1, transactionId },
        meterValue: [{ timestamp: toIso(now()), sampledValue: [{ value: String(wh) }] }],
      }),
    stop: (transactionId, wh) =>
      charger.call('StopTransaction', {
        ...{ transactionId, meterStop: wh, timestamp: toIso(now()), reason: 'Remote' },
      }),
    call: (action, payload) => charger.call(action, payload),
    async disconnect() {
      await charger.close({ force: true })
      await eventually(async () => {
        const { rows } = await api<{ rows: { connection: string }[] }>('GET', '/stations')
        expect(rows).toMatchObject([{ connection: 'offline' }])
      })
    },
    async reconnect() {
      charger = await connect()
    },
    async close() {
      await charger.close({ force: true })
      await hub.stop()
    },
  }
  let charger = await connect()
  await bench.status(1, 'Available')
  await bench.status(2, 'Available')
  return bench
}

/** What a charger is told to start a walk-up with. */
export const tokenOf = ({ walkUp }: DeskStay): string => walkUp?.idToken ?? ''
