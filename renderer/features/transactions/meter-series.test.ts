import { describe, expect, it } from 'vitest'
import { meterSeries, powerFigures } from './meter-series.ts'
import { aTransaction } from './transaction-fixture.ts'

const point = (at: number, powerW: number | null, energyWh: number | null) => ({
  at,
  powerW,
  energyWh,
  socPct: null,
})

describe('the curve of a transaction', () => {
  it('counts energy from its own start and never below nothing', () => {
    const running = aTransaction(0, { state: 'active', stoppedAt: null })
    const series = meterSeries(running, [
      point(0, 7_000, 900),
      point(10, 7_000, 1_500),
      point(20, null, null),
    ])
    expect(series.map((moment) => moment.energyKwh)).toEqual([0, 0.5, null])
    expect(series.map((moment) => moment.powerKw)).toEqual([7, 7, null])
  })

  it('begins at the start and ends at the stop though meter values do not reach them', () => {
    const series = meterSeries(aTransaction(100), [point(200, 7_000, 2_000)])
    expect(series.map((moment) => [moment.at, moment.energyKwh])).toEqual([
      [100, 0],
      [200, 1],
      [1_800_100, 7.5],
    ])
  })

  it('has one point when nothing was ever measured', () => {
    const silent = aTransaction(100, { state: 'active', stoppedAt: null, energyWh: 0 })
    expect(meterSeries(silent, [])).toHaveLength(1)
  })
})

describe('power figures', () => {
  it('are the greatest measured power and the energy over the time', () => {
    const points = [point(0, 3_000, null), point(1, 11_000, null), point(2, null, null)]
    expect(powerFigures(aTransaction(0), points, 1_800_000)).toEqual({
      peakW: 11_000,
      meanW: 15_000,
    })
  })

  it('give no mean that the measured power rules out: then clock and meter do not agree', () => {
    const points = [point(0, 7_000, null)]
    expect(powerFigures(aTransaction(0), points, 60_000)).toEqual({ peakW: 7_000, meanW: null })
  })

  it('are unknown where there is nothing to tell them from', () => {
    expect(powerFigures(aTransaction(0), [], 0)).toEqual({ peakW: null, meanW: null })
  })
})
