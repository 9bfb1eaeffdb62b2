import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartLegend } from '../../../ui/chart/chart-legend.tsx'
import type { Fill } from './plot-style.ts'

/** What stands in a legend: a bar or a line, and its name. */
export interface PlotEntry {
  readonly key: string
  readonly name: string
  readonly fill?: Fill
  readonly line?: { readonly colour: string; readonly dashes: string; readonly width: number }
}

/** A plot under its heading, what is drawn named below it. */
export function PlotFrame({
  title,
  entries,
  children,
}: {
  title: string
  entries: readonly PlotEntry[]
  children: ReactNode
}) {
  const { t } = useTranslation('reports')
  return (
    <section className="lp-panel lp-day-plot">
      <h2>{title}</h2>
      {children}
      {entries.length > 1 ? (
        <ChartLegend
          label={t('day.plot.legend')}
          items={entries.map((entry) => ({
            key: entry.key,
            name: entry.name,
            swatch: <Swatch entry={entry} />,
          }))}
        />
      ) : null}
    </section>
  )
}

/** The patterns of fills, to be put into the `defs` of a plot. */
export function FillPattern({ id, fill }: { id: string; fill: Fill }) {
  return (
    <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect width="8" height="8" fill={fill.colour} />
      {fill.strokes === null ? null : (
        <path d={fill.strokes} stroke="var(--lp-surface)" strokeWidth="1.6" />
      )}
    </pattern>
  )
}

function Swatch({ entry: { key, fill, line } }: { entry: PlotEntry }) {
  const id = `lp-day-swatch-${key}`
  return (
    <svg width="22" height="12" aria-hidden="true">
      {fill ? (
        <>
          <FillPattern id={id} fill={fill} />
          <rect width="22" height="12" fill={`url(#${id})`} rx="1" />
        </>
      ) : null}
      {line ? (
        <path
          d="M0 6h22"
          stroke={line.colour}
          strokeWidth={line.width}
          strokeDasharray={line.dashes}
        />
      ) : null}
    </svg>
  )
}
