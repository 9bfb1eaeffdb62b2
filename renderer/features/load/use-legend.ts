import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Chart } from './chart.ts'
import { legendOf } from './legend.ts'
import type { LegendEntry } from './legend.ts'
import { useLineNames } from './use-line-names.ts'

/** The words of a chart: what its lines are called, and its legend. */
export interface Legend {
  readonly names: readonly string[]
  readonly entries: readonly LegendEntry[]
}

/** Gives the words of the chart in the reader's language. */
export function useLegend(chart: Chart | null): Legend {
  const { t } = useTranslation('load')
  const nameOf = useLineNames()
  return useMemo(() => {
    if (chart === null) return { names: [], entries: [] }
    const { of, split, span } = chart.wanted
    const names = chart.lines.map((line) => nameOf(line, of, split))
    const entries = legendOf(chart, names, {
      series: (key) => t(`series.${key}`),
      compared: t(`compare.name.${span}`),
      mark: (mark) => t(`mark.${mark}`),
    })
    return { names, entries }
  }, [t, nameOf, chart])
}
