import { useTranslation } from 'react-i18next'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { words } from '../../../i18n/en/timeline.ts'
import { useClient } from '../../../live/use-live.ts'
import { useNow } from '../../../live/use-now.ts'
import { useQuery } from '../../../live/use-query.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { Later } from '../../../ui/frame/skeletons.tsx'
import { useActorWords } from '../../../ui/words/use-actor-words.ts'
import './booking-details.css'

const LINES = 20

/** Who did what to a booking, newest first; asked again when it changes. */
export function BookingJournal({ booking }: { booking: Booking }) {
  const { t } = useTranslation('timeline')
  const format = useFormat()
  const hub = useClient()
  const actorWords = useActorWords()
  const now = useNow(60_000)
  const { data, state, error, reload } = useQuery(
    `journal:${booking.id}:${booking.updatedAt}`,
    (signal) => hub.journal.list({ noun: 'booking', nounId: booking.id, limit: LINES }, { signal }),
  )
  if (state === 'failed') return <ErrorNote error={error} onRetry={reload} />
  if (data === undefined)
    return (
      <Later>
        <p className="lp-soft">{t('inspector.loading')}</p>
      </Later>
    )
  if (data.rows.length === 0) return <p className="lp-soft">{t('inspector.noJournal')}</p>
  return (
    <ol className="lp-booking-journal">
      {data.rows.map((entry) => (
        <li key={entry.id}>
          <time dateTime={new Date(entry.at).toISOString()}>{format.moment(entry.at, now)}</time>
          <span>
            {t(`act.${actOf(entry.act)}`)}
            <span className="lp-soft"> {t('inspector.by', { who: actorWords(entry.actor) })}</span>
          </span>
        </li>
      ))}
    </ol>
  )
}

type Act = keyof typeof words.act

/** The verb of an act as there are words for it; a hub newer than this window may write others. */
function actOf(act: string): Act {
  const verb = act.split('.')[1] ?? ''
  return isAct(verb) ? verb : 'other'
}

function isAct(verb: string): verb is Act {
  return Object.hasOwn(words.act, verb)
}
