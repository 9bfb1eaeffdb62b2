import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SeriesKind } from '../../../../shared/contract/series.ts'
import { sketchOf } from '../../../../shared/domain/site/series.ts'
import { DAY, HOUR } from '../../../../shared/time/instant.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { useNow } from '../../../live/use-now.ts'
import { useQuery } from '../../../live/use-query.ts'
import { ConfirmAct } from '../../../ui/frame/confirm-act.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { PanelSkeleton } from '../../../ui/frame/skeletons.tsx'
import { SeriesChart } from './series-chart.tsx'
import { SeriesImport } from './series-import.tsx'
import { useSeriesValue } from './use-series-value.ts'

const WEEK = 7 * DAY

/** An hour each, two weeks long. */
const POINTS = (2 * WEEK) / HOUR

/** What files have brought of a series, the way to bring in another, and to forget it. */
export function SeriesPanel({
  kind,
  currency,
  used,
}: {
  kind: SeriesKind
  currency: string
  /** Whether the site goes by it. */
  used: boolean
}) {
  const { t } = useTranslation('grid')
  const format = useFormat()
  const hub = useClient()
  const write = useSeriesValue(kind, currency)
  const now = useNow(60_000)
  const from = Math.floor(now / DAY) * DAY - WEEK
  const until = from + 2 * WEEK + DAY
  const known = useQuery(`series:${kind}:${from}`, (signal) =>
    hub.series.get({ kind, from, until }, { signal }),
  )
  const [asking, setAsking] = useState(false)
  const clearing = useAct(() => hub.series.clear({ kind }))
  const clear = async () => {
    if (!(await clearing.run(undefined))) return
    setAsking(false)
    tellAct(t(`series.cleared.${kind}`))
    known.reload()
  }
  const rows = known.data?.rows ?? []
  const hours = Array.from({ length: POINTS + 24 }, (_, hour) => hour)
  return (
    <section className="lp-panel lp-block" aria-label={t(`series.known.${kind}`)}>
      <header className="lp-grid-head">
        <h2>{t(`series.known.${kind}`)}</h2>
        <span className="lp-soft">{t('series.knownHint')}</span>
        <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
          {t('series.clear')}
        </Button>
      </header>
      {used ? null : <p>{t(`series.notChosen.${kind}`)}</p>}
      <ErrorNote error={known.error} onRetry={known.reload} />
      {known.state === 'loading' ? <PanelSkeleton height={120} /> : null}
      {known.data && rows.length === 0 ? <p>{t('series.nothing')}</p> : null}
      {rows.length > 0 ? (
        <SeriesChart
          label={t(`series.chart.${kind}`, { from: format.day(from), until: format.day(until) })}
          values={hours.map(
            (hour) => sketchOf(rows, from + hour * HOUR, from + (hour + 1) * HOUR, 1)[0] ?? null,
          )}
          from={from}
          until={until}
          write={write}
          mark={{ at: now, word: t('series.now') }}
        />
      ) : null}
      <SeriesImport kind={kind} currency={currency} onTaken={known.reload} />
      <ConfirmAct
        opened={asking}
        title={t(`series.clearTitle.${kind}`)}
        act={t('series.clearAct')}
        destructive
        busy={clearing.busy}
        error={clearing.error}
        onConfirm={() => void clear()}
        onCancel={() => setAsking(false)}
      >
        {t('series.clearBody')}
      </ConfirmAct>
    </section>
  )
}
