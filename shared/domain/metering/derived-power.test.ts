import { expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../time/instant.ts'
import { powerBetween } from './derived-power.ts'

const at = (measuredAt: number, energyWh: number) => ({ measuredAt, energyWh })

test('a register that grew by 183 Wh in a minute means 11 kW', () => {
  expect(powerBetween(at(0, 1_000), at(MINUTE, 1_183))).toBe(10_980)
})

test.each([
  ['in the wrong order', at(MINUTE, 1_000), at(0, 1_100)],
  ['at the same time', at(0, 1_000), at(0, 1_100)],
  ['in one burst', at(0, 1_000), at(900, 1_001)],
  ['too far apart', at(0, 1_000), at(2 * HOUR, 1_100)],
  ['gone back', at(0, 1_000), at(MINUTE, 900)],
])('registers %s tell nothing', (_, earlier, later) => {
  expect(powerBetween(earlier, later)).toBeNull()
})
