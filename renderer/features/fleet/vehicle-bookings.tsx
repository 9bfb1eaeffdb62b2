import { useTranslation } from 'react-i18next'
import type { Booking, BookingState } from '../../../shared/domain/booking/booking.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useRow } from '../../live/use-live.ts'
import { useNow } from '../../live/use-now.ts'
import { hrefOf } from '../../navigation/use-route.ts'
import type { ChargeState } from '../../ui/mark/charge-state.ts'
import { inert } from '../../ui/mark/inert.ts'
import { StateDot } from '../../ui/mark/state-dot.tsx'

/** What is booked for a vehicle and not over, in the order of arrival. */
export function VehicleBookings({ bookings }: { bookings: readonly Booking[] }) {
  const { t } = useTranslation('fleet')
  if (bookings.length === 0) return <p className="lp-fleet-nothing">{t('booking.none')}</p>
  return (
    <ul className="lp-fleet-list">
      {bookings.map((booking) => (
        <BookingLine key={booking.id} booking={booking} />
      ))}
    </ul>
  )
}

function BookingLine({ booking }: { booking: Booking }) {
  const { t } = useTranslation('fleet')
  const station = useRow('station', booking.stationId)
  const state = aheadState(booking.state)
  return (
    <li>
      <div>
        <a className="lp-fleet-line" href={hrefOf({ screen: 'timeline', open: booking.id })}>
          <BookingSpan booking={booking} />
        </a>
        <span className="lp-fleet-line lp-soft">
          {station && booking.connectorId !== null
            ? t('booking.place', {
                station: inert(station.name, 60).text,
                connector: booking.connectorId,
              })
            : t('booking.unplaced')}
        </span>
      </div>
      {state ? (
        <span className="lp-state-word">
          <StateDot state={shapes[state]} /> {t(`booking.state.${state}`)}
        </span>
      ) : null}
    </li>
  )
}

/** From when until when a booking lasts, as short as it stays clear. */
export function BookingSpan({ booking }: { booking: Booking }) {
  const { t } = useTranslation('fleet')
  const format = useFormat()
  const now = useNow(60_000)
  const { arrivesAt, departsAt } = booking
  return (
    <>
      {t('booking.span', {
        from: format.moment(arrivesAt, now),
        until: format.end(arrivesAt, departsAt, now),
      })}
    </>
  )
}

type AheadState = Exclude<BookingState, 'left' | 'noShow' | 'cancelled'>

function aheadState(state: BookingState): AheadState | null {
  return state === 'left' || state === 'noShow' || state === 'cancelled' ? null : state
}

const shapes: Record<AheadState, ChargeState> = {
  requested: 'unknown',
  confirmed: 'booked',
  arrived: 'preparing',
  charging: 'charging',
  finished: 'finished',
}
