import { unknownEquipment } from '../connector/equipment.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Connector } from '../connector/connector.ts'
import type { Station } from '../station/station.ts'
import { aStation } from '../station/station-fixture.ts'
import { FRESH_MS, siteLoadOf } from './site-load.ts'

const now = 1_772_622_000_000

test('the load is the sum of what the connectors tell', () => {
  const load = siteLoadOf([station('a')], [connector('a', 1, 7_400), connector('a', 2, 3_600)], now)
  expect(load).toEqual({ powerW: 11_000, unmeasured: 0, oldestAt: now })
})

test('a station’s own meter is not added to its connectors’', () => {
  const load = siteLoadOf(
    [station('a')],
    [connector('a', 0, 11_200), connector('a', 1, 11_000)],
    now,
  )
  expect(load.powerW).toBe(11_000)
})

test('a station’s own meter speaks for connectors that tell nothing', () => {
  const silent = connector('a', 1, null)
  expect(siteLoadOf([station('a')], [connector('a', 0, 11_200), silent], now)).toMatchObject({
    powerW: 11_200,
    unmeasured: 0,
  })
})

test('an old reading, or one from a station that is offline, is not load: it is something not measured', () => {
  const old = { ...connector('a', 1, 7_400), sampledAt: now - FRESH_MS - 1 }
  expect(siteLoadOf([station('a')], [old], now)).toEqual({
    powerW: 0,
    unmeasured: 1,
    oldestAt: null,
  })
  const offline = { ...station('a'), connection: 'offline' as const }
  expect(siteLoadOf([offline], [connector('a', 1, 7_400)], now)).toMatchObject({
    powerW: 0,
    unmeasured: 1,
  })
})

test('an idle connector’s old nought does not make the sum old', () => {
  const idle = { ...connector('a', 1, 0), status: 'Finishing' as const, sampledAt: now - FRESH_MS }
  expect(siteLoadOf([station('a')], [idle, connector('a', 2, 7_400)], now).oldestAt).toBe(now)
})

test('a connector that does not charge and tells nothing is not missing', () => {
  const free = { ...connector('a', 1, null), status: 'Available' as const }
  expect(siteLoadOf([station('a')], [free], now).unmeasured).toBe(0)
})

test('every connector that charges is either measured or counted as not measured', () => {
  const anyConnector = fc.record({
    stationId: fc.constantFrom('a', 'b'),
    powerW: fc.option(fc.integer({ min: 0, max: 400_000 })),
  })
  fc.assert(
    fc.property(fc.array(anyConnector), (wanted) => {
      const rows = wanted.map((row, index) => connector(row.stationId, index + 1, row.powerW))
      const load = siteLoadOf([station('a'), station('b')], rows, now)
      expect(load.unmeasured).toBe(rows.filter((row) => row.powerW === null).length)
      expect(load.powerW).toBe(rows.reduce((sum, row) => sum + (row.powerW ?? 0), 0))
    }),
  )
})

function connector(stationId: string, connectorId: number, powerW: number | null): Connector {
  return {
    id: `${stationId}-${connectorId}`,
    stationId,
    connectorId,
    status: 'Charging',
    errorCode: null,
    vendorErrorCode: null,
    info: null,
    statusAt: now,
    powerW,
    energyWh: null,
    currentDa: null,
    socPct: null,
    sampledAt: powerW === null ? null : now,
    transactionId: null,
    ...unknownEquipment,
  }
}

const station = (id: string): Station => aStation({ id, chargePointId: id, name: id })
