import { RPCClient } from 'ocpp-rpc'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { wholeHub, type WholeHub } from '../server/test-bench/whole-hub.ts'

let hub: WholeHub
let charger: RPCClient
let commands: string

beforeEach(async () => {
  hub = await wholeHub()
  const { body } = await hub.api('POST', '/stations', { chargePointId: 'CP1' })
  const made = body as { station: { id: string }; key: { password: string } }
  commands = `/stations/${made.station.id}/commands`
  const options = {
    endpoint: hub.ocppUrl,
    identity: 'CP1',
    password: made.key.password,
    protocols: ['ocpp1.6'],
    strictMode: true,
    reconnect: false,
  }
  // Its types ask for every option although each has a default.
  charger = new RPCClient(options as unknown as ConstructorParameters<typeof RPCClient>[0])
  await charger.connect()
  await charger.call('BootNotification', { chargePointVendor: 'Third', chargePointModel: 'Party' })
})
afterEach(async () => {
  await charger.close({ force: true })
  await hub.stop()
})

const startSchedule = '2026-05-04T08:00:00Z'
const profile = {
  chargingProfileId: 9,
  stackLevel: 0,
  chargingProfilePurpose: 'TxDefaultProfile',
  chargingProfileKind: 'Absolute',
  validTo: '2026-05-05T08:00:00Z',
  chargingSchedule: {
    startSchedule,
    chargingRateUnit: 'A',
    chargingSchedulePeriod: [
      { startPeriod: 0, limit: 16.1, numberPhases: 3 },
      { startPeriod: 900, limit: 6 },
    ],
  },
}

test('a strict client of another project is limited, asked what holds, and let go', async () => {
  const told: unknown[] = []
  const chargingSchedule = { ...profile.chargingSchedule, duration: 3_600 }
  const answers: Record<string, object> = {
    SetChargingProfile: { status: 'Accepted' },
    GetCompositeSchedule: {
      status: 'Accepted',
      connectorId: 1,
      scheduleStart: startSchedule,
      chargingSchedule,
    },
    ClearChargingProfile: { status: 'Accepted' },
  }
  charger.handle(async ({ method, params }) => {
    told.push([method, params])
    return answers[String(method)] ?? {}
  })
  const requests = [
    {
      action: 'SetChargingProfile',
      payload: { connectorId: 1, csChargingProfiles: profile },
    },
    {
      action: 'GetCompositeSchedule',
      payload: { connectorId: 1, duration: 3_600, chargingRateUnit: 'A' },
    },
    { action: 'ClearChargingProfile', payload: { id: 9 } },
  ]
  for (const request of requests) {
    const { body } = await hub.api('POST', commands, { request })
    expect(body).toMatchObject({ state: 'answered', answer: answers[request.action] })
  }
  expect(told).toEqual(requests.map(({ action, payload }) => [action, payload]))
})

test('what OCPP forbids is not sent', async () => {
  const forbidden = { ...profile, chargingProfilePurpose: 'TxProfile', transactionId: 0 }
  const { status } = await hub.api('POST', commands, {
    request: {
      action: 'SetChargingProfile',
      payload: { connectorId: 1, csChargingProfiles: forbidden },
    },
  })
  expect(status).toBe(400)
})
