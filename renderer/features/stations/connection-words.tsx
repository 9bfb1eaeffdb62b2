import { useTranslation } from 'react-i18next'
import type { Station } from '../../../shared/domain/station/station.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useNow } from '../../live/use-now.ts'
import { Age } from '../../ui/mark/age.tsx'
import { StateDot } from '../../ui/mark/state-dot.tsx'

/** Whether a station is online, and since when. `brief` is for a cell of a table: the sentence is its title. */
export function ConnectionWords({ station, brief = false }: { station: Station; brief?: boolean }) {
  const { t } = useTranslation('stations')
  const format = useFormat()
  const now = useNow(60_000)
  const { connection, connectionSince } = station
  if (connection === 'never') return <span className="lp-soft">{t('connection.never')}</span>
  const when = connectionSince === null ? '–' : format.moment(connectionSince, now)
  const sentence = t(`connection.${connection}Since`, { when })
  const words = brief ? t(`connection.${connection}Brief`, { when }) : sentence
  return (
    <span
      className={connection === 'online' ? 'lp-connection lp-soft' : 'lp-connection'}
      title={brief ? sentence : undefined}
    >
      {connection === 'offline' ? <StateDot state="offline" /> : null}
      <span className="lp-connection-words">{words}</span>
    </span>
  )
}

/** Beyond this the last word is old: an idle charger has none but its heartbeat, every five minutes and a half at most. */
const STALE_MS = 7 * MINUTE

/** How long ago the charger was last heard: the age of everything that is shown of it. */
export function HeardAge({ station }: { station: Station }) {
  return <Age at={station.lastSeenAt} staleAfterMs={STALE_MS} />
}
