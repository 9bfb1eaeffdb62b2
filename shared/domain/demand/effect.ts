import type { Effect } from '../offer/offers-of.ts'
import { takenWm, vessels, waterLevel } from '../planning/water-level.ts'
import type { GridAhead } from './grid-ahead.ts'
import { SLOT_MS } from './slots.ts'

const SLOT_MINUTES = SLOT_MS / 60_000

/**
 * What one more charge comes to while everybody else charges as planned: it goes into the valleys of its window, or,
 * where there are prices, into the cheapest slots of it.
 * @param loadW what is drawn as planned in each slot of the grid
 */
export function effectOn(grid: GridAhead, loadW: readonly number[]): Effect {
  const peakW = Math.max(0, ...loadW)
  return ({ maxW }, fromSlot, untilSlot, energyWh) => {
    const first = fromSlot - grid.firstSlot
    const floorW = loadW.slice(first, untilSlot - grid.firstSlot)
    const most = maxW * SLOT_MINUTES
    const prices = grid.prices?.slice(first, untilSlot - grid.firstSlot) ?? null
    const amountWm = Math.min(energyWh * 60, most * floorW.length)
    const taken =
      prices === null ? intoValleys(floorW, most, amountWm) : cheapest(prices, most, amountWm)
    const highest = Math.max(0, ...taken.map((wm, slot) => (floorW[slot] ?? 0) + wm / SLOT_MINUTES))
    const cost = prices?.reduce((sum, price, slot) => sum + (price * (taken[slot] ?? 0)) / 60e6, 0)
    return {
      peakChangeW: Math.max(0, Math.round(highest - peakW)),
      costMinor: cost === undefined ? null : Math.round(cost),
    }
  }
}

function intoValleys(floorW: readonly number[], most: number, amountWm: number): number[] {
  const into = vessels(floorW.length)
  into.count = floorW.length
  into.floorW.set(floorW)
  into.minutes.fill(SLOT_MINUTES)
  into.roomWm.fill(most)
  const level = waterLevel(into, amountWm)
  return floorW.map((_, slot) => takenWm(into, slot, level))
}

function cheapest(prices: readonly number[], most: number, amountWm: number): number[] {
  const taken = prices.map(() => 0)
  let leftWm = amountWm
  const order = prices.map((_, slot) => slot).sort((a, b) => (prices[a] ?? 0) - (prices[b] ?? 0))
  for (const slot of order) {
    taken[slot] = Math.min(most, leftWm)
    leftWm -= taken[slot]
  }
  return taken
}
