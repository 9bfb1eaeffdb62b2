import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useNow } from '../../live/use-now.ts'
import type { Instant } from '../../../shared/time/instant.ts'

import './figure.css'
/**
 * How old something is, kept up to date: "12 s ago", from an hour on the clock time. The exact moment is the
 * title. `staleAfterMs` marks it once it is older than a live value should be.
 */
export function Age({ at, staleAfterMs }: { at: Instant | null; staleAfterMs?: number }) {
  const { t } = useTranslation('ui')
  const format = useFormat()
  const now = useNow(1_000)
  if (at === null) return <span className="lp-age">{t('ago.never')}</span>
  const stale = staleAfterMs !== undefined && now - at > staleAfterMs
  return (
    <time
      className="lp-age"
      dateTime={new Date(at).toISOString()}
      title={`${format.day(at)} ${format.clockSeconds(at)}`}
      data-stale={stale || undefined}
    >
      {format.ago(at, now)}
    </time>
  )
}
