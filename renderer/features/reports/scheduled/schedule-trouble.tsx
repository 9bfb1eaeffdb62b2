import { useTranslation } from 'react-i18next'
import type { ReportSchedule } from '../../../../shared/domain/report/schedule.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useNow } from '../../../live/use-now.ts'
import { MINUTE } from '../../../../shared/time/instant.ts'
import { inert } from '../../../ui/mark/inert.ts'

/** Why the next file can't be written, and what to do; nothing while it can. */
export function ScheduleTrouble({ schedule }: { schedule: ReportSchedule }) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const now = useNow(MINUTE)
  const { lastError, lastFailure, failedAt } = schedule
  if (lastError === null) return null
  const words = t(`schedule.failure.${lastFailure ?? 'other'}`)
  return (
    <div className="lp-schedule-trouble" role="alert">
      <strong>{words}</strong>
      {lastFailure === null || lastFailure === 'other' ? <p>{inert(lastError, 200).text}</p> : null}
      {failedAt === null ? null : (
        <p>{t('schedule.failure.tried', { at: format.moment(failedAt, now) })}</p>
      )}
    </div>
  )
}
