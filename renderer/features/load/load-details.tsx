import type { Instant } from '../../../shared/time/instant.ts'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { PanelSkeleton } from '../../ui/frame/skeletons.tsx'
import { DurationChart } from './duration-chart.tsx'
import { look } from './load-view.ts'
import { PeaksTable } from './peaks-table.tsx'
import type { AnsweredDetails, Asked } from './use-load.ts'

/** The duration curve and the highest peaks of the time shown. */
export function LoadDetails({
  details,
  quiet,
}: {
  details: Asked<AnsweredDetails>
  /** Whether it is told elsewhere already that the hub refuses. */
  quiet: boolean
}) {
  const { t } = useTranslation('load')
  const { answer, old, error, reload } = details
  if (answer === null && error !== null)
    return quiet ? null : <ErrorNote error={error} onRetry={reload} />
  if (answer !== null && answer.duration.length === 0 && answer.peaks.length === 0) return null
  return (
    <div className="lp-load-details" data-old={old || undefined}>
      <section className="lp-panel lp-load-detail">
        <h2>{t('duration.title')}</h2>
        {answer === null ? (
          <PanelSkeleton height={160} />
        ) : (
          <DurationChart points={answer.duration} />
        )}
      </section>
      <section className="lp-panel lp-load-detail">
        <h2>{t('peaks.title')}</h2>
        {answer === null ? (
          <PanelSkeleton height={160} />
        ) : (
          <PeaksTable peaks={answer.peaks} now={answer.wanted.asOf} onDay={showDay} />
        )}
      </section>
    </div>
  )
}

function showDay(at: Instant): void {
  look({ span: 'day', at })
}
