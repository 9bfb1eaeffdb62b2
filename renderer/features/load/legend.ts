import type { LoadMark } from '../../../shared/domain/load/load.ts'
import { marks } from './bands.ts'
import type { Chart } from './chart.ts'
import { areaOpacity, drawn, lineStyle, PLANNED_OPACITY } from './chart-style.ts'

/** A word of the legend, and how what it names is drawn. */
export interface LegendEntry {
  readonly key: string
  readonly name: string
  readonly look: 'area' | 'line' | 'hatch'
  readonly colour: string
  readonly dashes?: string
  readonly width?: number
  /** Of the filling; 1 where not told. */
  readonly opacity?: number
  readonly mark?: LoadMark
}

/** What the chart's words are called in the reader's language. */
export interface LegendWords {
  readonly series: (key: 'base' | 'total' | 'planned' | 'limit' | 'proven' | 'greatest') => string
  readonly compared: string
  readonly mark: (mark: LoadMark) => string
}

/** The legend of a chart: only what is really in it. */
export function legendOf(
  { lines, points, stacked, measure, bands }: Chart,
  names: readonly string[],
  words: LegendWords,
): LegendEntry[] {
  const own = lines.map((line, index): LegendEntry => {
    const { colour, dashes } = lineStyle(line, index, lines.length)
    const look = stacked ? 'area' : 'line'
    const opacity = stacked ? areaOpacity(lines.length) : 1
    return { key: line.key, name: names[index] ?? '', look, colour, dashes, opacity }
  })
  const lineOf = (key: keyof typeof drawn, name: string): LegendEntry => ({
    key,
    name,
    look: 'line',
    ...drawn[key],
  })
  const withBase = points.some(({ base }) => base !== null)
  const withTotal = stacked && measure !== 'energy' && (lines.length > 1 || withBase)
  const base: LegendEntry = {
    ...lineOf('base', words.series('base')),
    look: stacked ? 'area' : 'line',
  }
  const planned: LegendEntry = {
    ...lineOf('planned', words.series('planned')),
    look: 'area',
    opacity: PLANNED_OPACITY,
  }
  return [
    ...own,
    ...(withBase ? [base] : []),
    ...(withTotal && points.some(({ total }) => total !== null)
      ? [lineOf('total', words.series('total'))]
      : []),
    ...(points.some(({ greatest }) => greatest !== null)
      ? [lineOf('greatest', words.series('greatest'))]
      : []),
    ...(points.some(({ compared }) => compared !== null)
      ? [lineOf('compared', words.compared)]
      : []),
    ...(points.some((point) => point.planned !== null) ? [planned] : []),
    ...(points.some(({ limit }) => limit !== null) ? [lineOf('limit', words.series('limit'))] : []),
    ...(points.some(({ proven }) => proven !== null)
      ? [lineOf('proven', words.series('proven'))]
      : []),
    ...marks
      .filter((mark) => bands.some((band) => band.mark === mark))
      .map((mark): LegendEntry => ({
        key: mark,
        name: words.mark(mark),
        look: 'hatch',
        colour: 'none',
        mark,
      })),
  ]
}
