import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { bundleHub } from '../fixtures/fresh-hub.ts'
import { allRows, startHubProcess } from '../fixtures/hub-process.ts'
import type { HubProcess, Rest } from '../fixtures/hub-process.ts'
import { steadyCharger } from './steady-charger.ts'
import type { Acknowledged, Sent, SteadyCharger } from './steady-charger.ts'

/**
 * Twenty chargers send some five hundred messages a second; the hub is killed at a random moment,
 * started again, twenty times over. Then every message it acknowledged is asked for.
 */
const CHARGERS = 20
const KILLS = 20
const PACE_MS = 37
/** Acknowledged messages between two kills, so that every life of the hub does some work. */
const LIFE = { least: 40, most: 260 }
const ID_TAG = 'STEADY'

const createdStations = z.object({
  created: z.array(z.object({ id: z.string(), chargePointId: z.string() })),
})
const transactionRow = z.object({
  id: z.string(),
  ocppTransactionId: z.int(),
  stationId: z.string(),
  state: z.string(),
  startedAt: z.int(),
  meterStartWh: z.int(),
  stoppedAt: z.int().nullable(),
  meterStopWh: z.int().nullable(),
  energyWh: z.int(),
})
const readingRow = z.object({
  measuredAt: z.int(),
  context: z.string(),
  energyWh: z.int().nullable(),
})
const messageRow = z.object({ messageId: z.string().nullable(), outcome: z.string() })
const stationAnswer = z.object({
  connectors: z.array(
    z.object({ connectorId: z.int(), status: z.string(), statusAt: z.int().nullable() }),
  ),
})

type Of<Action> = { messageId: string; message: Extract<Sent, { action: Action }>; answer: unknown }

let folder = ''
let hub: HubProcess
let rest: Rest
let stationIds: string[] = []
let chargers: SteadyCharger[] = []
let transactions: z.infer<typeof transactionRow>[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'laddplan-kill-'))
  const dataDir = join(folder, 'data')
  const file = await bundleHub(join(folder, 'hub'))
  hub = await startHubProcess({ dataDir, file })
  await hub.rest('PUT', '/id-tokens', { idToken: ID_TAG })
  const stations = Array.from({ length: CHARGERS }, (_, index) => ({
    chargePointId: `STEADY-${index}`,
    password: `steady-password-${index}`,
  }))
  const { created } = createdStations.parse(
    await hub.rest('POST', '/stations/import', { stations }),
  )
  stationIds = stations.map(
    ({ chargePointId }) => created.find((one) => one.chargePointId === chargePointId)?.id ?? '',
  )

  let lifeLeft = Number.POSITIVE_INFINITY
  let lifeOver: () => void = () => {}
  chargers = stations.map((station) =>
    steadyCharger({
      ...station,
      idTag: ID_TAG,
      paceMs: PACE_MS,
      ocpp: () => hub.ocpp,
      onAcknowledged: () => {
        lifeLeft -= 1
        if (lifeLeft <= 0) lifeOver()
      },
    }),
  )
  for (let kill = 0; kill < KILLS; kill += 1) {
    lifeLeft = LIFE.least + Math.random() * (LIFE.most - LIFE.least)
    await new Promise<void>((resolve) => (lifeOver = resolve))
    // Not only right after an acknowledgement, but anywhere between two.
    await pause(Math.random() * PACE_MS)
    hub.kill('SIGKILL')
    await hub.exited
    hub = await startHubProcess({ dataDir, file })
  }
  await Promise.all(chargers.map((charger) => charger.finish()))
  // The last one too, so that what is found was read from the disk.
  hub.kill('SIGKILL')
  await hub.exited
  hub = await startHubProcess({ dataDir, file })
  rest = hub.rest
  transactions = await allRows(rest, '/transactions', transactionRow)
}, 300_000)

afterAll(async () => {
  hub.kill('SIGTERM')
  await hub.exited
  await rm(folder, { recursive: true, force: true })
})

function acknowledged<Action extends Sent['action']>(
  charger: SteadyCharger,
  action: Action,
): Of<Action>[] {
  const isOf = (one: Acknowledged): one is Of<Action> => one.message.action === action
  return charger.acknowledged.filter(isOf)
}

const eachCharger = () =>
  chargers.map((charger, index) => ({ charger, stationId: stationIds[index] }))

describe('a hub that is killed under load', () => {
  it('had work to lose: messages were acknowledged in every life, and some had to be sent again', () => {
    const messages = chargers.reduce((sum, charger) => sum + charger.acknowledged.length, 0)
    const resent = chargers.reduce((sum, charger) => sum + charger.resent(), 0)
    expect(messages).toBeGreaterThan(KILLS * LIFE.least)
    expect(resent).toBeGreaterThan(0)
    expect(chargers.flatMap((charger) => charger.errors)).toEqual([])
  })

  it('has every acknowledged start once, under the number it was answered with, and no other', () => {
    const found = transactions
      .map(
        (row) => `${row.stationId} ${row.startedAt} ${row.meterStartWh} ${row.ocppTransactionId}`,
      )
      .toSorted()
    const sent = eachCharger()
      .flatMap(({ charger, stationId }) =>
        acknowledged(charger, 'StartTransaction').map(
          ({ message: { at, registerWh }, answer }) =>
            `${stationId} ${at} ${registerWh} ${Object(answer).transactionId}`,
        ),
      )
      .toSorted()
    expect(found).toEqual(sent)
  })

  it('has every acknowledged stop, with its own time and register', () => {
    const found = transactions
      .map((row) => `${row.ocppTransactionId} ${row.state} ${row.stoppedAt} ${row.meterStopWh}`)
      .toSorted()
    const sent = chargers
      .flatMap((charger) =>
        acknowledged(charger, 'StopTransaction').map(
          ({ message }) => `${message.transactionId} finished ${message.at} ${message.registerWh}`,
        ),
      )
      .toSorted()
    expect(found).toEqual(sent)
    for (const { energyWh, meterStopWh, meterStartWh } of transactions) {
      expect(energyWh).toBe((meterStopWh ?? 0) - meterStartWh)
    }
  })

  it('has every acknowledged meter value once', async () => {
    const found: string[] = []
    for (const { id, ocppTransactionId } of transactions) {
      const readings = await allRows(rest, `/transactions/${id}/readings`, readingRow)
      const periodic = readings.filter(({ context }) => context === 'Sample.Periodic')
      found.push(
        ...periodic.map(
          ({ measuredAt, energyWh }) => `${ocppTransactionId} ${measuredAt} ${energyWh}`,
        ),
      )
    }
    const sent = chargers.flatMap((charger) =>
      acknowledged(charger, 'MeterValues').map(
        ({ message }) => `${message.transactionId} ${message.at} ${message.registerWh}`,
      ),
    )
    expect(found.toSorted()).toEqual(sent.toSorted())
  })

  it('shows every connector in the state that was acknowledged last', async () => {
    for (const { charger, stationId } of eachCharger()) {
      const last = acknowledged(charger, 'StatusNotification').at(-1)?.message
      const { connectors } = stationAnswer.parse(await rest('GET', `/stations/${stationId}`))
      expect(connectors.find(({ connectorId }) => connectorId === 1)).toMatchObject({
        status: last?.status,
        statusAt: last?.at,
      })
    }
  })

  it('has every acknowledged message in its wire log once, with the answer it gave', async () => {
    const rows = await allRows(rest, '/ocpp-messages?direction=in', messageRow)
    const counts = new Map<string, number>()
    for (const { messageId, outcome } of rows) {
      if (messageId === null || outcome !== 'result') continue
      counts.set(messageId, (counts.get(messageId) ?? 0) + 1)
    }
    const missing = chargers
      .flatMap((charger) => charger.acknowledged)
      .filter(({ messageId }) => counts.get(messageId) !== 1)
    expect(missing).toEqual([])
  })
})
