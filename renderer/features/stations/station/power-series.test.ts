import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GAP_MS, peakW, powerSeries, withLivePoints, withMeasured } from './power-series.ts'
import type { ConnectorCurve } from './power-series.ts'

const point = (at: number, powerW: number | null) => ({ at, powerW, energyWh: null, socPct: null })
const curve = (connectorId: number, ...points: [number, number | null][]): ConnectorCurve => ({
  connectorId,
  points: points.map(([at, powerW]) => point(at, powerW)),
})

describe('a station’s power over time', () => {
  it('holds each connector’s value until its next one', () => {
    expect(powerSeries([curve(1, [0, 1_000], [20, 3_000]), curve(2, [10, 500])], 0, 30)).toEqual([
      { at: 0, kW1: 1, kW2: null },
      { at: 10, kW1: 1, kW2: 0.5 },
      { at: 20, kW1: 3, kW2: 0.5 },
      { at: 30, kW1: 3, kW2: 0.5 },
    ])
  })

  it('breaks off when a connector has been silent too long', () => {
    const series = powerSeries([curve(1, [0, 1_000], [3 * GAP_MS, 2_000])], 0, 3 * GAP_MS)
    expect(series.map((moment) => moment.kW1)).toEqual([1, null, 2])
  })

  it('carries a value measured before the window into it', () => {
    expect(powerSeries([curve(1, [-10, 1_000])], 0, 30)[0]).toEqual({ at: 0, kW1: 1 })
  })

  it('is in order of time, inside the window, whatever comes in order per connector', () => {
    const instants = fc.array(fc.integer({ min: -5_000, max: 5_000 }), { maxLength: 30 })
    fc.assert(
      fc.property(instants, instants, (one, two) => {
        const sorted = [one, two].map((list, index) =>
          curve(
            index + 1,
            ...list.toSorted((a, b) => a - b).map((at): [number, number] => [at, 1_000]),
          ),
        )
        const ats = powerSeries(sorted, 0, 1_000).map((moment) => moment.at)
        expect(ats).toEqual([...new Set(ats)].toSorted((a, b) => a - b))
        expect(ats.every((at) => at >= 0 && at <= 1_000)).toBe(true)
      }),
    )
  })

  it('puts live points behind history, never twice', () => {
    const joined = withLivePoints(
      [curve(1, [10, 1], [20, 2])],
      [curve(1, [15, 9], [20, 9], [30, 3]), curve(2, [5, 5])],
    )
    expect(joined).toEqual([curve(1, [10, 1], [20, 2], [30, 3]), curve(2, [5, 5])])
  })
})

describe('live measurements', () => {
  const measured = (sampledAt: number | null, powerW: number | null) => [
    { connectorId: 1, sampledAt, powerW },
  ]

  it('are put behind the curve once each', () => {
    const once = withMeasured([], measured(10, 1_000))
    expect(once).toEqual([curve(1, [10, 1_000])])
    expect(withMeasured(once, measured(10, 2_000))).toBe(once)
    expect(withMeasured(once, measured(20, 2_000))).toEqual([curve(1, [10, 1_000], [20, 2_000])])
  })

  it('wait for a connector that has measured nothing', () => {
    expect(withMeasured([], measured(null, null))).toEqual([curve(1)])
  })

  it('have a peak, or none', () => {
    expect(peakW(powerSeries([curve(1, [0, 1_000]), curve(2, [5, 7_400])], 0, 30))).toBe(7_400)
    expect(peakW(powerSeries([curve(1)], 0, 30))).toBeNull()
  })
})
