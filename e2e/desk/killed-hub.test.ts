import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { ChargePoint } from '../fixtures/charge-point.ts'
import { startHubProcess, type HubProcess } from '../fixtures/hub-process.ts'
import { connectThirdParty } from '../fixtures/third-party.ts'

/** A hub that is started from its sources on a busy machine. */
const PATIENCE_MS = 60_000

const PASSWORD = 'a-password-for-the-desk'

const madeStation = z.object({ station: z.object({ id: z.string() }) })
const madeTariff = z.object({ tariff: z.object({ id: z.string() }) })
const stay = z.object({
  booking: z.object({ id: z.string() }),
  bill: z.object({ paidMinor: z.int() }),
  walkUp: z.object({ state: z.string(), failure: z.string().nullable(), idToken: z.string() }),
})
const remoteStart = z.object({ idTag: z.string(), connectorId: z.int() })

let folder = ''
let hub: HubProcess
let charger: ChargePoint | null = null
let stationId = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laddplan-desk-'))
  hub = await startHubProcess({ dataDir: join(folder, 'data') })
  const made = await hub.rest('POST', '/stations', { chargePointId: 'CP1', password: PASSWORD })
  stationId = madeStation.parse(made).station.id
  const component = { type: 'ENERGY', price: 4, vat: 25, step_size: 1 }
  const elements = [{ price_components: [component] }]
  const ocpi = { currency: 'SEK', tax_included: 'YES', elements }
  const { tariff } = madeTariff.parse(
    await hub.rest('POST', '/tariffs', { name: 'Desk', ocpi, idleGraceMin: 0 }),
  )
  await hub.rest('POST', '/tariff-assignments', { tariffId: tariff.id })
}, PATIENCE_MS)
afterEach(async () => {
  await charger?.close().catch(() => undefined)
  charger = null
  hub.kill('SIGKILL')
  await hub.exited
  await rm(folder, { recursive: true })
})

/**
 * Connects a charger with a car plugged in.
 * @param answers whether it answers when it is told to start
 * @returns what it is told to start with, once it is
 */
async function connect({ answers }: { answers: boolean }) {
  const chargePoint = await connectThirdParty({
    ...{ ocpp: hub.ocpp, chargePointId: 'CP1', password: PASSWORD, reconnect: false },
  })
  charger = chargePoint
  const told = Promise.withResolvers<z.infer<typeof remoteStart>>()
  chargePoint.onCall('RemoteStartTransaction', (payload) => {
    told.resolve(remoteStart.parse(payload))
    return answers ? { status: 'Accepted' } : new Promise(() => undefined)
  })
  await chargePoint.call('BootNotification', { chargePointVendor: 'Third', chargePointModel: 'P' })
  const status = { connectorId: 1, errorCode: 'NoError', status: 'Preparing' }
  await chargePoint.call('StatusNotification', status)
  return { told: told.promise }
}

const begin = async () =>
  stay.parse(
    await hub.rest('POST', '/walk-ups', {
      ...{ stationId, connectorId: 1, plate: 'ABC 123' },
      need: { kind: 'energy', energyWh: 10_000 },
      payment: { kind: 'take', means: 'cash' },
    }),
  )

async function killAndRestart(): Promise<void> {
  hub.kill('SIGKILL')
  await hub.exited
  hub = await startHubProcess({ dataDir: join(folder, 'data') })
}

async function charges(id: string, idTag: string): Promise<void> {
  const timestamp = new Date().toISOString()
  const started = await charger?.call('StartTransaction', {
    ...{ connectorId: 1, idTag, meterStart: 0, timestamp },
  })
  expect(started).toMatchObject({ idTagInfo: { status: 'Accepted' } })
  await expect
    .poll(async () => stay.parse(await hub.rest('GET', `/walk-ups/${id}`)), {
      timeout: PATIENCE_MS,
    })
    .toMatchObject({ walkUp: { state: 'charging', failure: null }, bill: { paidMinor: 4_000 } })
}

test(
  'killed after the money and before the charger was told, the hub tells it when it is back',
  async () => {
    await connect({ answers: true })
    await charger?.close()
    await expect
      .poll(() => hub.rest('GET', '/stations'), { timeout: PATIENCE_MS })
      .toMatchObject({ rows: [{ connection: 'offline' }] })
    const begun = await begin()
    expect(begun.walkUp).toMatchObject({ state: 'starting', failure: 'chargerOffline' })
    await killAndRestart()
    const { told } = await connect({ answers: true })
    expect(await told).toEqual({ idTag: begun.walkUp.idToken, connectorId: 1 })
    await charges(begun.booking.id, begun.walkUp.idToken)
  },
  PATIENCE_MS,
)

test(
  'killed while the charger was being told, the hub tells it once more under the same token',
  async () => {
    const { told } = await connect({ answers: false })
    const begun = await begin()
    expect((await told).idTag).toBe(begun.walkUp.idToken)
    await killAndRestart()
    const again = await connect({ answers: true })
    expect((await again.told).idTag).toBe(begun.walkUp.idToken)
    await charges(begun.booking.id, begun.walkUp.idToken)
  },
  PATIENCE_MS,
)
