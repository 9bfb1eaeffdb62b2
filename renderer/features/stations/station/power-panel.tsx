import { SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DAY, HOUR } from '../../../../shared/time/instant.ts'
import { useClient } from '../../../live/use-live.ts'
import { useNow } from '../../../live/use-now.ts'
import { useQuery } from '../../../live/use-query.ts'
import { EmptyState } from '../../../ui/frame/empty-state.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { PanelSkeleton } from '../../../ui/frame/skeletons.tsx'
import type { StationRow } from '../station-row.ts'
import { PowerChart } from './power-chart.tsx'
import { peakW, powerSeries, withLivePoints } from './power-series.ts'
import { useLivePower } from './use-live-power.ts'

const spans = { last1h: HOUR, last6h: 6 * HOUR, last24h: DAY, last7d: 7 * DAY } as const
type Span = keyof typeof spans
const spanNames = ['last1h', 'last6h', 'last24h', 'last7d'] as const satisfies readonly Span[]

/** How often the right end of the curve moves on without a new measurement. */
const STEP_MS = 5_000

/** The station's power over the last hours: what the hub has kept, and what is measured while one looks. */
export function PowerPanel({ row }: { row: StationRow }) {
  const { t } = useTranslation('station')
  const client = useClient()
  const [span, setSpan] = useState<Span>('last1h')
  const live = useLivePower(row)
  const now = useNow(STEP_MS)
  const stationId = row.id
  const history = useQuery(`${stationId}:${span}`, () => {
    const until = Date.now()
    return client.transaction.stationCurve({ stationId, from: until - spans[span], until })
  })
  const until = now + STEP_MS
  const from = until - spans[span]
  const curves = useMemo(
    () =>
      withLivePoints(history.data?.connectors ?? [], live).filter((curve) => curve.connectorId > 0),
    [history.data, live],
  )
  const series = useMemo(() => powerSeries(curves, from, until), [curves, from, until])
  const peak = peakW(series)

  return (
    <section className="lp-panel lp-part">
      <header className="lp-part-head">
        <h2>{t('chart.title')}</h2>
        <SegmentedControl
          aria-label={t('chart.span')}
          value={span}
          data={spanNames.map((value) => ({ value, label: t(`chart.${value}`) }))}
          onChange={(value) => setSpan(spanNames.find((known) => known === value) ?? 'last1h')}
        />
      </header>
      <div className="lp-chart-place">
        {history.state === 'loading' ? <PanelSkeleton height={220} /> : null}
        {history.state === 'failed' ? (
          <ErrorNote error={history.error} onRetry={history.reload} />
        ) : null}
        {history.state !== 'loading' && peak === null ? (
          <EmptyState title={t('chart.empty')}>{t('chart.emptyHint')}</EmptyState>
        ) : null}
        {history.state !== 'loading' && peak !== null ? (
          <PowerChart
            series={series}
            connectorIds={curves.map((curve) => curve.connectorId)}
            from={from}
            until={until}
            peakW={peak}
          />
        ) : null}
      </div>
    </section>
  )
}
