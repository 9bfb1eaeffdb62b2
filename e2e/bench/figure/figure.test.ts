import { describe, expect, it, vi } from 'vitest'
import { figureLine } from './figure.ts'
import type { Figure } from './figure.ts'
import { typicalPair } from './pair.ts'
import { median, quantile } from './quantile.ts'
import { report, tableOf } from './report.ts'

const figure: Figure = {
  bench: 'ocpp',
  figure: 'messages',
  value: 12_345.678,
  unit: '/s',
  baseline: 25_000,
  budget: { of: 'ratio', is: '>=', limit: 0.4 },
}

describe('a figure', () => {
  it('keeps its budget by ratio or by value, at least or at most', () => {
    expect(figureLine(figure)).toEqual({
      bench: 'ocpp',
      figure: 'messages',
      value: 12_350,
      unit: '/s',
      baseline: 25_000,
      ratio: 0.4938,
      budget: 'ratio >= 0.4',
      ok: true,
    })
    expect(figureLine({ ...figure, value: 9_999 }).ok).toBe(false)
    const most: Figure = { ...figure, budget: { of: 'value', is: '<=', limit: 50 } }
    expect(figureLine({ ...most, value: 50 }).ok).toBe(true)
    expect(figureLine({ ...most, value: 50.1 }).ok).toBe(false)
  })

  it('that could not be measured misses its budget', () => {
    expect(figureLine({ ...figure, value: Number.NaN }).ok).toBe(false)
    expect(figureLine({ ...figure, baseline: null }).ok).toBe(false)
  })

  it('without a budget is neither kept nor missed', () => {
    expect(figureLine({ ...figure, budget: null }).ok).toBeNull()
  })

  it('that misses its budget says so in the table', () => {
    const table = tableOf([figureLine({ ...figure, value: 1 })])
    expect(table.split('\n')).toHaveLength(2)
    expect(table).toContain('MISSED')
  })
})

describe('a report', () => {
  it('ends with 1 only when it is strict and a budget is missed', () => {
    const written: string[] = []
    const output = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.push(String(text))
      return true
    })
    const slow = { ...figure, value: 1 }
    expect(report([figure, slow], [])).toBe(0)
    expect(report([figure], ['--strict'])).toBe(0)
    expect(report([figure, slow], ['--json', '--strict'])).toBe(1)
    output.mockRestore()
    const lines = (written.at(-1) ?? '').trim().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual([figure, slow].map(figureLine))
  })
})

describe('a quantile', () => {
  it('is the nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect(quantile(hundred, 0.99)).toBe(99)
    expect(quantile(hundred, 0.5)).toBe(50)
    expect(quantile([7], 0.99)).toBe(7)
    expect(quantile([], 0.5)).toBeNaN()
  })

  it('of a half is near the median, which is the mean of two middles', () => {
    expect(median([3, 1, 2])).toBe(2)
    expect(median([4, 1, 2, 3])).toBe(2.5)
  })
})

describe('a typical pair', () => {
  it('is the round with the middle ratio, its value beside its own baseline', () => {
    const slow = { value: 30, baseline: 100 }
    const quick = { value: 400, baseline: 1_000 }
    const lucky = { value: 90, baseline: 100 }
    expect(typicalPair([lucky, slow, quick])).toEqual(quick)
    expect(typicalPair([]).value).toBeNaN()
  })
})
