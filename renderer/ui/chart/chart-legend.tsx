import type { ReactNode } from 'react'
import './chart.css'

/** What stands in a legend: how something is drawn, and its name. */
export interface LegendItem {
  readonly key: string
  readonly name: string
  readonly swatch: ReactNode
}

/** What each line, area and hatching of a chart is, in words. */
export function ChartLegend({ label, items }: { label: string; items: readonly LegendItem[] }) {
  return (
    <ul className="lp-chart-legend" aria-label={label}>
      {items.map(({ key, name, swatch }) => (
        <li key={key}>
          {swatch}
          {name}
        </li>
      ))}
    </ul>
  )
}
