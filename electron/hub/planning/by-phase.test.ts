import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RefusedBooking } from '../../../shared/contract/booking.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { newConnector } from '../../../shared/domain/connector/new-connector.ts'
import { newStation } from '../../../shared/domain/station/new-station.ts'
import { HOUR } from '../../../shared/time/instant.ts'
import { restFace, type RestFace } from '../rpc/test-bench/rest-face.ts'

const now = Date.UTC(2026, 2, 2, 12)
const ONE_PHASE_W = 7_360

let face: RestFace
let stationId: string

/** Three outlets on one phase, all the grid's first, behind 32 A on each. */
beforeEach(async () => {
  face = await restFace(now, { plans: true })
  stationId = face.newId()
  await face.store.work('test', (tx) => {
    const words = { chargePointId: 'A1', zone: '', authentication: 'none' } as const
    tx.insert('station', newStation(words, stationId, now))
    for (const connectorId of [1, 2, 3])
      tx.insert('connector', {
        ...newConnector(tx.newId(), stationId, connectorId),
        standard: 'IEC_62196_T2',
        powerType: 'AC_1_PHASE',
        maxPowerW: ONE_PHASE_W,
      })
  })
  await face.ask('PATCH', '/site', { gridLimitDa: 320, reservePct: 0 })
})
afterEach(() => face.close())

const book = (connectorId: number, energyWh: number) =>
  face.ask<Booking & { data: RefusedBooking }>('POST', '/bookings', {
    ...{ stationId, connectorId },
    arrivesAt: now + HOUR,
    departsAt: now + 3 * HOUR,
    need: { kind: 'energy', energyWh },
  })

test('a booking whose phase is full is refused, though all phases together have room', async () => {
  expect((await book(1, 10_000)).status).toBe(201)
  const second = await book(2, 10_000)
  expect(second.status).toBe(409)
  expect(second.body.data.refusals).toMatchObject([
    {
      code: 'gridFull',
      stretches: [{ from: now + HOUR, until: now + 3 * HOUR, feederIds: [] }],
    },
  ])
  expect((await book(2, 4_500)).status).toBe(201)
})

test('the plan keeps what each phase bears', async () => {
  await book(1, 7_000)
  await book(2, 7_000)
  face.now += 10_000
  await face.plan()
  const lines = await face.store.reads.find('planLine', {})
  expect(lines).toHaveLength(2)
  for (const at of [now + HOUR, now + 2 * HOUR]) {
    const drawnW = lines
      .map(({ powers }) => powers.findLast(([from]) => from <= at)?.[1] ?? 0)
      .reduce((sum, w) => sum + w, 0)
    expect(drawnW).toBeGreaterThan(0)
    expect(drawnW).toBeLessThanOrEqual(ONE_PHASE_W)
  }
})
