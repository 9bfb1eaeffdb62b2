import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { useStretchWords } from '../../ui/words/stretch-words.ts'
import type { BarModel } from './bar/bar.ts'
import { useBarWords } from './bar/use-bar-words.ts'
import './tray.css'

/** The bookings that have no connector yet, as cards under the rows; nothing when all have one. */
export const Tray = memo(function Tray({
  bookings,
  modelOf,
  openId,
  hits,
  onOpen,
}: {
  bookings: readonly Booking[]
  modelOf: (booking: Booking) => BarModel
  openId: string | null
  hits: ReadonlySet<string> | null
  onOpen: (id: string) => void
}) {
  const { t } = useTranslation('timeline')
  const stretchOf = useStretchWords()
  const words = useBarWords()
  if (bookings.length === 0) return null
  return (
    <section className="lp-tray" aria-label={t('unplaced', { count: bookings.length })}>
      <h2>{t('unplaced', { count: bookings.length })}</h2>
      <ul>
        {bookings.map((booking) => {
          const bar = modelOf(booking)
          return (
            <li key={booking.id}>
              <button
                type="button"
                className="lp-card"
                data-booking={booking.id}
                data-look={bar.look}
                data-family={bar.family}
                data-open={booking.id === openId || undefined}
                data-found={hits === null ? undefined : hits.has(booking.id)}
                onClick={() => onOpen(booking.id)}
              >
                <strong>{words.who(bar)}</strong>
                <span>
                  {[words.energy(bar), stretchOf(booking.arrivesAt, booking.departsAt)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
})
