import { useTranslation } from 'react-i18next'
import type { Instant } from '../../shared/time/instant.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useNow } from '../live/use-now.ts'
import { timeLeft } from './time-left.ts'
import './visit.css'

/** What is left of a hold, counted down in its last hour. */
export function HeldLeft({ until }: { until: Instant }) {
  const { t } = useTranslation('visit')
  const format = useFormat()
  const now = useNow(1_000)
  const left = timeLeft(until, now)
  return (
    <time
      className="lp-held-left"
      dateTime={new Date(until).toISOString()}
      title={format.dateTime(until)}
    >
      {left.is === 'over'
        ? t('heldOver')
        : left.is === 'counted'
          ? t('held', { left: format.countdown(left.ms) })
          : t('heldUntil', { at: format.moment(until, now) })}
    </time>
  )
}
