import { describe, expect, test } from 'vitest'
import { powerBetween } from './equipment.ts'
import type { Equipment, Intake } from './equipment.ts'

const three: Equipment = { standard: null, powerType: 'AC_3_PHASE', maxPowerW: 22_080 }
const one: Equipment = { standard: null, powerType: 'AC_1_PHASE', maxPowerW: 7_360 }
const direct: Equipment = { standard: null, powerType: 'DC', maxPowerW: 50_000 }
const car = (acPhases: Intake['acPhases'], maxAcW: number | null): Intake => ({
  acPhases,
  maxAcW,
  maxDcW: 80_000,
  standards: [],
})

describe('what flows between a connector and a car', () => {
  test.each([
    ['a car on three phases, on three', three, car(3, 11_040), 11_040],
    ['a car on one phase, on three: a third of the connector', three, car(1, 11_000), 7_360],
    ['a car on three phases, on one: a third of the car', one, car(3, 11_040), 3_680],
    ['a car of 22 kW, on one phase', one, car(3, 22_080), 7_360],
    ['a car on one phase, on one', one, car(1, 3_680), 3_680],
    ['a car of which the phases aren’t known', one, car(null, 11_040), 7_360],
    ['a car of which only the phases are known', one, car(3, null), 7_360],
    ['direct current, whatever its phases', direct, car(3, 11_040), 50_000],
    [
      'a connector of which nothing is known',
      { ...one, powerType: null, maxPowerW: null },
      car(3, 11_040),
      null,
    ],
  ])('%s', (_what, connector, vehicle, powerW) => {
    expect(powerBetween(connector, vehicle)).toBe(powerW)
  })
})
