import { expect, test } from 'vitest'
import { firstGridTerms } from '../../../shared/domain/site/grid.ts'
import type { TemporaryLimit } from '../../../shared/domain/site/temporary-limit.ts'
import { HOUR } from '../../../shared/time/instant.ts'
import { feederLimit, siteLimit } from './limit-line.ts'
import { MIDNIGHT } from './load-fixture.ts'

const day = { from: MIDNIGHT, until: MIDNIGHT + 24 * HOUR }
const site = { ...firstGridTerms, gridLimitW: 100_000 }
const at = (hour: number) => MIDNIGHT + hour * HOUR

function aLimit(limitW: number, from: number, until: number, liftedAt: number | null = null) {
  const row: TemporaryLimit = {
    id: `limit-${limitW}`,
    limitW,
    from: at(from),
    until: at(until),
    reason: '',
    setBy: 'Kim',
    createdAt: MIDNIGHT,
    liftedAt: liftedAt === null ? null : at(liftedAt),
  }
  return row
}

test('a temporary limit is a notch in the limit', () => {
  expect(siteLimit(site, [aLimit(80_000, 17, 19)], day, 'W')).toEqual([
    { at: at(0), limit: 100_000 },
    { at: at(17), limit: 80_000 },
    { at: at(19), limit: 100_000 },
  ])
})

test('of several limits the lowest holds, and one that was lifted only until then', () => {
  const limits = [aLimit(80_000, 17, 20), aLimit(60_000, 18, 22, 19)]
  expect(siteLimit(site, limits, day, 'W').map(({ limit }) => limit)).toEqual([
    100_000, 80_000, 60_000, 80_000, 100_000,
  ])
})

test('a temporary limit never lies above the connection’s own, nor matters outside of the day', () => {
  const limits = [aLimit(120_000, 1, 2), aLimit(5_000, 30, 31)]
  const held = siteLimit(site, limits, day, 'W')
  expect(new Set(held.map(({ limit }) => limit))).toEqual(new Set([100_000]))
})

test('a fuse in amperes and a limit in watts hold both, whichever is asked for', () => {
  const fused = { ...site, gridLimitDa: 1_000 }
  expect(siteLimit(fused, [], day, 'W')).toEqual([{ at: at(0), limit: 69_000 }])
  expect(siteLimit(fused, [], day, 'dA')).toEqual([{ at: at(0), limit: 1_000 }])
  expect(siteLimit(site, [], day, 'dA')).toEqual([{ at: at(0), limit: 1_449 }])
})

test('where no limit is known there is none, except for a while', () => {
  expect(siteLimit(firstGridTerms, [], day, 'W')).toEqual([{ at: at(0), limit: null }])
  const held = siteLimit(firstGridTerms, [aLimit(80_000, 17, 19)], day, 'W')
  expect(held.map(({ limit }) => limit)).toEqual([null, 80_000, null])
})

test('a feeder bears what it is fused at', () => {
  expect(feederLimit({ limitW: null, limitDa: 250 }, site, day, 'W')[0]?.limit).toBe(17_250)
})
