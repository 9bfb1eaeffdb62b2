import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PowerType } from '../connector/equipment.ts'
import { phaseRotation } from '../station/phase-rotation.ts'
import { phaseBalance, spreadPhases } from './phase-spread.ts'

const station = (
  id: string,
  feederId: string | null = null,
  rotation: 'RST' | 'STR' | 'TRS' = 'RST',
) => ({ id, feederId, phaseRotation: rotation })
const outlet = (stationId: string, powerType: PowerType, maxPowerW: number | null = 3_680) => ({
  stationId,
  powerType,
  maxPowerW,
})

test('three one-phase chargers on a feeder go on three phases', () => {
  const stations = ['a', 'b', 'c'].map((id) => station(id, 'f'))
  const rotations = spreadPhases(
    stations,
    stations.map(({ id }) => outlet(id, 'AC_1_PHASE')),
  )
  expect([...rotations.values()].toSorted()).toEqual(['RST', 'STR', 'TRS'])
})

test('each feeder is evened out by itself, and single ones over the site', () => {
  const stations = [station('a', 'f'), station('b', 'g'), station('c', 'h')]
  const rotations = spreadPhases(
    stations,
    stations.map(({ id }) => outlet(id, 'AC_1_PHASE')),
  )
  expect(new Set(rotations.values()).size).toBe(3)
})

test('a station that stands well stays, and one that draws evenly is left alone', () => {
  const stations = [station('a', null, 'TRS'), station('b', null, 'STR'), station('three')]
  const connectors = [
    outlet('a', 'AC_1_PHASE'),
    outlet('b', 'AC_1_PHASE', null),
    outlet('three', 'AC_3_PHASE'),
  ]
  expect(Object.fromEntries(spreadPhases(stations, connectors))).toEqual({ a: 'TRS', b: 'STR' })
})

test('on any feeder no phase bears more than the heaviest connector above another', () => {
  const wired = fc.record({
    rotation: fc.constantFrom(...phaseRotation.options),
    feederId: fc.constantFrom('f', 'g', null),
    powerW: fc.integer({ min: 1_000, max: 7_400 }),
  })
  fc.assert(
    fc.property(fc.array(wired, { minLength: 1, maxLength: 30 }), (some) => {
      const stations = some.map(({ rotation, feederId }, index) => ({
        id: String(index),
        feederId,
        phaseRotation: rotation,
      }))
      const connectors = some.map(({ powerW }, index) =>
        outlet(String(index), 'AC_1_PHASE', powerW),
      )
      const rotations = spreadPhases(stations, connectors)
      for (const feederId of ['f', 'g', null]) {
        const wiredSo = stations
          .filter((one) => one.feederId === feederId)
          .map((one) => ({ ...one, phaseRotation: rotations.get(one.id) ?? one.phaseRotation }))
        const load = phaseBalance(wiredSo, connectors)
        expect(Math.max(...load) - Math.min(...load)).toBeLessThanOrEqual(7_400)
      }
    }),
  )
})
