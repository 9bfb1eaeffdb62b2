import { expect, test } from 'vitest'
import { afterDeath, noDeaths } from './restart-delay.ts'

/** The delays after deaths that follow each other, each after having served so long. */
function delays(servedMs: readonly number[]): number[] {
  let deaths = noDeaths
  return servedMs.map((served) => {
    const next = afterDeath(deaths, served)
    deaths = next.deaths
    return next.delayMs
  })
}

test('a hub that dies is started again in time to serve within two seconds', () => {
  for (const delayMs of delays([3_600_000, 3_600_000, 3_600_000])) expect(delayMs).toBeLessThan(500)
})

test('a hub that keeps dying is started ever more slowly, never slower than twice a minute', () => {
  const waits = delays(Array.from({ length: 40 }, () => 0))
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect(waits.at(-1)).toBe(30_000)
})

test('a calm minute clears the record', () => {
  const waits = delays([0, 0, 0, 0, 60_000])
  expect(waits.at(-1)).toBe(waits[0])
})
