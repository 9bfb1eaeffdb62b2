import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startOfSlot } from '../../../../shared/domain/demand/slots.ts'
import type { LoadCurve } from '../../../../shared/domain/load/load.ts'
import type { StoredPlan } from '../../../../shared/domain/planning/stored-plan.ts'
import { firstTerms } from '../../../../shared/domain/site/booking-terms.ts'
import { firstDeskTerms } from '../../../../shared/domain/site/desk-terms.ts'
import { firstGridTerms } from '../../../../shared/domain/site/grid.ts'
import type { Site } from '../../../../shared/domain/site/site.ts'
import { loadPicture, peakWithin, type PictureSources, valueIn } from './picture.ts'

/** Slot 100 has begun, two thirds of it are still to come. */
const NOW = startOfSlot(100) + 5 * 60_000

const site: Site = {
  id: 'site',
  name: 'Depot',
  timeZone: 'Europe/Stockholm',
  currency: 'SEK',
  ...firstGridTerms,
  gridLimitW: 100_000,
  reservePct: 10,
  baseLoad: { kind: 'constant', powerW: 5_000 },
  ...firstTerms,
  ...firstDeskTerms,
  createdAt: 0,
  updatedAt: 0,
}

const plan: StoredPlan = {
  id: 'plan',
  plannedAt: NOW,
  startsAt: startOfSlot(100),
  slotMs: 900_000,
  baseW: [5_000, 5_000],
  limitW: [90_000, 90_000],
  plannedW: [40_000, 60_000],
  peakW: 60_000,
  provenPeakW: 55_000,
  cost: null,
  critical: [],
  unmet: 0,
}

const sources = (about: Partial<PictureSources>): PictureSources => ({
  ...{ site, temporaryLimits: [], plan, outlook: null, measured: null, building: null },
  ...{ now: NOW, carsNowW: 20_000 },
  ...about,
})
const picture = (about: Partial<PictureSources>) =>
  loadPicture(sources(about), startOfSlot(97), startOfSlot(105))

function curve(energyWh: (number | null)[], knownPct = energyWh.map(() => 100)): LoadCurve {
  const startsAt = energyWh.map((_, index) => startOfSlot(97 + index))
  const line = { key: 'site', energyWh, maxW: energyWh, meanDa: null, knownPct }
  return { startsAt, endsAt: startOfSlot(97 + energyWh.length), lines: [line], marks: [] }
}

test('what was charged in a slot lies on the building, as mean power; now is what is drawn now', () => {
  const { measuredW } = picture({ measured: curve([2_500, null, 5_000]) })
  expect(measuredW).toEqual([15_000, null, 25_000, 25_000, null, null, null, null])
})

test('of a slot known in part the known part counts, of one hardly known nothing', () => {
  const { measuredW } = picture({ measured: curve([2_000, 2_000, 2_000], [80, 40, 100]) })
  expect(measuredW.slice(0, 3)).toEqual([15_000, null, 13_000])
})

test('an hour of a curve holds for all of its slots', () => {
  const [startsAt, endsAt] = [startOfSlot(96), startOfSlot(100)]
  const line = { key: 'site', energyWh: [8_000], maxW: [null], meanDa: null, knownPct: [100] }
  const hour = { startsAt: [startsAt], endsAt, lines: [line], marks: [] }
  expect(picture({ measured: hour }).measuredW.slice(0, 3)).toEqual([13_000, 13_000, 13_000])
})

test('the plan counts where it reaches, the outlook after it, and neither says anything of the past', () => {
  const outlook = {
    startsAt: startOfSlot(99),
    slotMs: 900_000,
    baseW: [0, 0, 0, 0, 0],
    plannedW: [1, 2, 3, 70_000, 80_000],
    provenPeakW: 75_000,
  }
  const shown = picture({ outlook })
  expect(shown.plannedW).toEqual([null, null, null, 40_000, 60_000, 70_000, 80_000, null])
  expect(shown.proven).toEqual({ powerW: 75_000, fromSlot: 99, untilSlot: 104 })
})

test('the limit is what planning may use, with a notch while a lower one holds', () => {
  const notch = {
    ...{ id: 'limit', limitW: 50_000, reason: '', setBy: 'Kim', createdAt: 0, liftedAt: null },
    ...{ from: startOfSlot(102), until: startOfSlot(103) },
  }
  const { limitW } = picture({ temporaryLimits: [notch] })
  expect(limitW.slice(4, 7)).toEqual([90_000, 50_000, 90_000])
})

test('fuses by phase limit too, and where nothing limits no limit is drawn', () => {
  const fused = { ...site, gridLimitW: null, gridLimitDa: 1_000, reservePct: 0 }
  expect(picture({ site: fused }).limitW[0]).toBe(69_000)
  const free = { ...site, gridLimitW: null }
  expect(picture({ site: free }).limitW.every((limit) => limit === null)).toBe(true)
})

test('the peak is the highest of what is drawn between two instants', () => {
  const shown = picture({ measured: curve([2_500, 9_000, 5_000]) })
  fc.assert(
    fc.property(
      fc.integer({ min: 95, max: 107 }),
      fc.integer({ min: 1, max: 8 }),
      (from, length) => {
        const slots = Array.from({ length }, (_, index) => from + index)
        const known = slots.flatMap(
          (slot) =>
            valueIn(shown, shown.measuredW, slot) ?? valueIn(shown, shown.plannedW, slot) ?? [],
        )
        const peak = peakWithin(shown, startOfSlot(from), startOfSlot(from + length))
        expect(peak?.powerW ?? null).toBe(known.length === 0 ? null : Math.max(...known))
      },
    ),
  )
})
