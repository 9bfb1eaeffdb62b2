import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartLegend } from '../../ui/chart/chart-legend.tsx'
import { hatches } from './chart-style.ts'
import type { LegendEntry } from './legend.ts'

/** What each line, area and hatching of the load is, in words. */
export function LoadLegend({ entries }: { entries: readonly LegendEntry[] }) {
  const { t } = useTranslation('load')
  const items = entries.map((entry) => ({
    key: entry.key,
    name: entry.name,
    swatch: <Swatch entry={entry} />,
  }))
  return <ChartLegend label={t('chart.legend')} items={items} />
}

function Swatch({
  entry: { look, colour, dashes, width = 2, opacity = 1, mark },
}: {
  entry: LegendEntry
}) {
  const pattern = useId()
  const hatch = mark === undefined ? null : hatches[mark]
  return (
    <svg width="22" height="12" aria-hidden="true">
      {hatch === null ? null : (
        <>
          <pattern id={pattern} width="8" height="8" patternUnits="userSpaceOnUse">
            <path d={hatch.path} stroke={hatch.colour} strokeWidth={hatch.width} />
          </pattern>
          <rect width="22" height="12" fill={`url(#${pattern})`} stroke={hatch.colour} />
        </>
      )}
      {look === 'area' ? (
        <rect y="1" width="22" height="10" fill={colour} fillOpacity={opacity} rx="1" />
      ) : null}
      {look === 'line' ? (
        <path d="M0 6h22" stroke={colour} strokeWidth={width} strokeDasharray={dashes} />
      ) : null}
    </svg>
  )
}
