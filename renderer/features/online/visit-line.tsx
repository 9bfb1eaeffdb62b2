import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { UNKNOWN } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useNow } from '../../live/use-now.ts'
import { navigate } from '../../navigation/use-route.ts'
import { useStretchWords } from '../../ui/words/stretch-words.ts'
import { HeldLeft } from '../../visit/held-left.tsx'
import type { VisitWords } from './use-visit-words.ts'
import { VisitMark } from './visit-mark.tsx'
import type { VisitRow } from './visit-rows.ts'

/** One visit in the list: who, how it stands, where and when, what they want, and what is left of its time. */
export const VisitLine = memo(function VisitLine({
  row,
  words,
  isOpen,
}: {
  row: VisitRow
  words: VisitWords
  isOpen: boolean
}) {
  const { t } = useTranslation('visit')
  const stretchOf = useStretchWords()
  const { visit, window, booking } = row
  const who = words.who(row)
  const state = words.state(row)
  const stretch = stretchOf(window.from, window.until)
  return (
    <li>
      <button
        type="button"
        className="lp-on-line"
        data-visit={visit.id}
        data-group={row.group}
        data-open={isOpen || undefined}
        aria-label={t('open', { who, state })}
        aria-expanded={isOpen}
        onClick={() => navigate({ screen: 'online', open: visit.id })}
      >
        <VisitMark row={row} />
        <strong className="lp-on-who">{who}</strong>
        <span className="lp-on-state">{state}</span>
        <span>
          {words.place(row) || (
            <span className="lp-soft">{row.group === 'over' ? UNKNOWN : t('noPlace')}</span>
          )}
        </span>
        <span>{booking === null ? t('between', { stretch }) : stretch}</span>
        <span className="lp-soft">{words.need(visit.wish.need)}</span>
        <span className="lp-on-when">
          <When row={row} />
        </span>
      </button>
    </li>
  )
})

/** The time that matters of it now: what is left of a hold, when it comes, since when it waits. */
function When({ row: { visit, group, heldUntil } }: { row: VisitRow }) {
  const { t } = useTranslation('visit')
  const format = useFormat()
  const now = useNow(10_000)
  if (heldUntil !== null && group !== 'over') return <HeldLeft until={heldUntil} />
  if (visit.expectedAt !== null && group !== 'over')
    return t('expected', { at: format.moment(visit.expectedAt, now) })
  if (group === 'waiting') return t('since', { when: format.moment(visit.createdAt, now) })
  if (group === 'over') return format.moment(visit.since, now)
  return null
}
