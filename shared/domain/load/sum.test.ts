import { expect, test } from 'vitest'
import { MINUTE } from '../../time/instant.ts'
import { NOON } from './load-fixture.ts'
import { blankSteps, MEASURED, NONE, type Steps, WHOLE } from './steps.ts'
import { stationSteps, sumOf } from './sum.ts'

/** Half an hour of minutes, all known, each with that energy. */
function steady(energyWh: number, measuredMinutes: readonly number[] = []): Steps {
  const steps = blankSteps(NOON, MINUTE, 30)
  steps.energyWh.fill(energyWh)
  steps.known.fill(WHOLE)
  for (const minute of measuredMinutes) steps.flags[minute] = MEASURED
  return steps
}

test('energies and currents add up; what one doesn’t tell counts nothing', () => {
  const [one, other] = [steady(10), steady(5)]
  one.meanDa[0].fill(160)
  const sum = sumOf([one, other])
  expect(sum?.energyWh[3]).toBe(15)
  expect(sum?.meanDa.map((phase) => phase[3])).toEqual([160, NONE, NONE])
  expect(sum?.maxW[3]).toBe(900)
})

test('a sum is known as far as its parts are on the whole', () => {
  expect(sumOf([steady(1), blankSteps(NOON, MINUTE, 30)])?.known[0]).toBe(WHOLE / 2)
  expect(sumOf([])).toBeNull()
})

test('a station’s main meter counts in the quarters in which no connector measures', () => {
  const main = { connectorId: 0, steps: steady(30, [2, 20]) }
  const connector = { connectorId: 1, steps: steady(10, [4]) }
  const station = stationSteps([main, connector])
  expect(station?.energyWh[0]).toBe(10)
  expect(station?.energyWh[15]).toBe(30)
})

test('a silent main meter does not stand for connectors that draw nothing', () => {
  const main = { connectorId: 0, steps: blankSteps(NOON, MINUTE, 30) }
  expect(stationSteps([main, { connectorId: 1, steps: steady(0) }])?.known[7]).toBe(WHOLE)
})
