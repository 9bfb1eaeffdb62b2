import { useTranslation } from 'react-i18next'
import type { Station } from '../../../shared/domain/station/station.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useNow } from '../../live/use-now.ts'
import { Age } from '../../ui/age.tsx'
import { StateDot } from '../../ui/state-dot.tsx'

/** Whether a station is online, and since when. */
export function ConnectionWords({ station }: { station: Station }) {
  const { t } = useTranslation('stations')
  const format = useFormat()
  const now = useNow(60_000)
  const { connection, connectionSince } = station
  if (connection === 'never') return <span className="lp-soft">{t('connection.never')}</span>
  const when = connectionSince === null ? '–' : format.moment(connectionSince, now)
  if (connection === 'online')
    return <span className="lp-soft">{t('connection.onlineSince', { when })}</span>
  return (
    <span className="lp-connection">
      <StateDot state="offline" />
      {t('connection.offlineSince', { when })}
    </span>
  )
}

/** Beyond this the last word of a station that is online is old: it answers a ping every half minute. */
const STALE_MS = 120_000

/** How long ago the charger was last heard: the age of everything that is shown of it. */
export function HeardAge({ station }: { station: Station }) {
  return <Age at={station.lastSeenAt} staleAfterMs={STALE_MS} />
}
