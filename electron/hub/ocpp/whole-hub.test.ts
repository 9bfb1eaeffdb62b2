import { RPCClient } from 'ocpp-rpc'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventually } from './server/test-bench/eventually.ts'
import { mutatedFrames } from './server/test-bench/mutated-frames.ts'
import { wholeHub, type WholeHub } from './server/test-bench/whole-hub.ts'
import { Refused, wireCharger, type WireCharger } from './server/test-bench/wire-charger.ts'

let hub: WholeHub
let healthy: WireCharger
let passwords: Map<string, string>

beforeEach(async () => {
  hub = await wholeHub()
  passwords = new Map()
  for (const chargePointId of ['CP1', 'HEALTHY', 'HEALTHY2']) {
    const { key } = (await api('POST', '/stations', { chargePointId })) as {
      key: { password: string }
    }
    passwords.set(chargePointId, key.password)
  }
  healthy = await connect('HEALTHY')
})

afterEach(async () => {
  // Whatever a test did, the other charger is served as before, on the socket it had.
  const beat = await healthy.call('Heartbeat', {})
  expect(beat[0]).toBe(3)
  await hub.stop()
})

/** Asks the hub's REST interface. */
async function api(method: string, path: string, body?: object): Promise<unknown> {
  const { status, body: told } = await hub.api(method, path, body)
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(told)}`)
  return told
}

const rowsOf = async (path: string): Promise<Record<string, unknown>[]> =>
  ((await api('GET', path)) as { rows: Record<string, unknown>[] }).rows

const connect = (id = 'CP1', options = {}): Promise<WireCharger> =>
  wireCharger(hub.ocppUrl, id, { password: passwords.get(id) ?? '', ...options })

async function refusal(attempt: Promise<unknown>): Promise<Refused> {
  const error: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof Refused)) throw new Error('the handshake was not refused')
  return error
}

test('a wrong password and an unknown id get the same answer; the inbox tells them apart', async () => {
  const wrong = await refusal(connect('CP1', { password: 'x'.repeat(20) }))
  const unknown = await refusal(connect('NOBODY', { password: 'x'.repeat(20) }))
  expect([wrong.status, wrong.head]).toEqual([401, unknown.head])
  await eventually(async () => {
    const reasons = (await rowsOf('/connection-attempts')).map(({ reason }) => reason)
    expect(reasons.toSorted()).toEqual(['unknownId', 'wrongPassword'])
  })
})

describe('each bad message is answered as specified', () => {
  test.each([
    ['not JSON', 'hello', [4, '-1', 'FormationViolation']],
    ['missing fields', '[2,"x","BootNotification",{}]', [4, 'x', 'OccurenceConstraintViolation']],
    ['unknown action', '[2,"x","Dance",{}]', [4, 'x', 'NotImplemented']],
    ['wrong type', '[2,"x","Authorize",{"idTag":1}]', [4, 'x', 'TypeConstraintViolation']],
  ])('%s', async (_, text, expected) => {
    const charger = await connect()
    charger.send(text)
    expect((await charger.next()).slice(0, 3)).toEqual(expected)
    expect((await charger.call('Heartbeat', {}))[0]).toBe(3)
  })

  test.each([
    ['a wrong message type', '[9,"x","Heartbeat",{}]'],
    ['a reply nobody asked for', '[3,"x",{"status":"Accepted"}]'],
  ])('%s is ignored and logged', async (_, text) => {
    const charger = await connect()
    charger.send(text)
    expect((await charger.call('Heartbeat', {}))[0]).toBe(3)
    await eventually(async () =>
      expect(await rowsOf('/ocpp-messages?trouble=true')).toMatchObject([
        { chargePointId: 'CP1', outcome: 'ignored', request: text },
      ]),
    )
  })

  test('a 10 MB frame', async () => {
    const charger = await connect()
    charger.send('x'.repeat(10 * 1024 * 1024))
    expect(await charger.closed).toBe(1009)
  })

  test('1,000 mutated frames', async () => {
    let charger = await connect()
    for (const [count, frame] of mutatedFrames(4_711, 1_000).entries()) {
      if (charger.socket.readyState !== charger.socket.OPEN) {
        await charger.closed
        charger = await connect()
      }
      charger.send(frame)
      if (count % 50 === 0) await healthy.call('Heartbeat', {})
    }
    await Promise.race([charger.closed, charger.call('Heartbeat', {}, 'the-last')])
    expect((await (await connect('HEALTHY2')).call('Heartbeat', {}))[0]).toBe(3)
  })
})

test('a second connection with the same id doesn’t evict the first', async () => {
  const first = await connect()
  expect((await refusal(connect())).status).toBe(409)
  expect((await first.call('Heartbeat', {}))[0]).toBe(3)
})

test('a station that is added while a stranger waits under its id gets in itself', async () => {
  await api('POST', '/pairing/open')
  const stranger = await connect('LATE')
  const wanted = { chargePointId: 'LATE', password: 'correct horse battery' }
  await api('POST', '/stations', wanted)
  expect(await stranger.closed).toBe(1008)
  const own = await connect('LATE', { password: wanted.password })
  expect((await own.call('Heartbeat', {}))[0]).toBe(3)
})

test('a client of another project is adopted, charges by remote start and stops', async () => {
  await api('POST', '/pairing/open')
  const options = {
    endpoint: hub.ocppUrl,
    identity: 'NEW',
    protocols: ['ocpp1.6'],
    strictMode: true,
  }
  // Its types ask for every option although each has a default.
  const charger = new RPCClient(options as unknown as ConstructorParameters<typeof RPCClient>[0])
  const told: unknown[] = []
  charger.handle(async ({ method, params }) => {
    told.push([method, params])
    return { status: 'Accepted' }
  })
  await charger.connect()
  const boot = { chargePointVendor: 'Third', chargePointModel: 'Party' }
  expect(await charger.call('BootNotification', boot)).toMatchObject({ status: 'Pending' })
  const [candidate] = await rowsOf('/candidates')
  const adopted = (await api('POST', `/candidates/${String(candidate?.['id'])}/adopt`, {})) as {
    station: { id: string }
  }
  await eventually(() =>
    expect(told).toMatchObject([['ChangeConfiguration', { key: 'AuthorizationKey' }]]),
  )
  expect(await charger.call('BootNotification', boot)).toMatchObject({ status: 'Accepted' })

  const stationId = adopted.station.id
  const remoteStart = {
    action: 'RemoteStartTransaction',
    payload: { idTag: 'DESK', connectorId: 1 },
  }
  expect(
    await api('POST', `/stations/${stationId}/commands`, { request: remoteStart }),
  ).toMatchObject({
    state: 'answered',
    answer: { status: 'Accepted' },
  })
  const start = {
    connectorId: 1,
    idTag: 'DESK',
    meterStart: 500,
    timestamp: new Date().toISOString(),
  }
  const { transactionId, idTagInfo } = (await charger.call('StartTransaction', start)) as {
    transactionId: number
    idTagInfo: object
  }
  expect(idTagInfo).toEqual({ status: 'Accepted' })
  await charger.call('MeterValues', {
    connectorId: 1,
    transactionId,
    meterValue: [
      { timestamp: new Date().toISOString(), sampledValue: [{ value: '1.25', unit: 'kWh' }] },
    ],
  })
  expect(await rowsOf('/transactions')).toMatchObject([{ state: 'active', energyWh: 750 }])
  const remoteStop = { action: 'RemoteStopTransaction', payload: { transactionId } }
  await api('POST', `/stations/${stationId}/commands`, { request: remoteStop })
  const stop = {
    transactionId,
    meterStop: 2_500,
    timestamp: new Date().toISOString(),
    reason: 'Remote',
  }
  await charger.call('StopTransaction', stop)
  expect(await rowsOf('/transactions')).toMatchObject([
    { state: 'finished', energyWh: 2_000, stopReason: 'Remote', notes: [] },
  ])
  await charger.close()
})
