import { useTranslation } from 'react-i18next'
import { inWords } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { HubClient } from '../../live/link.ts'
import { useRow } from '../../live/use-live.ts'
import { hrefOf } from '../../navigation/use-route.ts'
import { inert } from '../../ui/mark/inert.ts'

/** A booking that a limit keeps from its energy, and what it falls short of. */
export type Unkept = Awaited<ReturnType<HubClient['limit']['set']>>['unkept'][number]

/** The bookings that won't get all they were promised under the limit that was just set. */
export function UnkeptBookings({ unkept, onGo }: { unkept: readonly Unkept[]; onGo: () => void }) {
  const { t } = useTranslation('grid')
  if (unkept.length === 0) return null
  return (
    <div className="lp-unkept" role="alert">
      {t('limit.unkept', { count: unkept.length })}
      <ul>
        {unkept.map((one) => (
          <UnkeptBooking key={one.bookingId} unkept={one} onGo={onGo} />
        ))}
      </ul>
    </div>
  )
}

function UnkeptBooking({
  unkept: { bookingId, shortfallWh },
  onGo,
}: {
  unkept: Unkept
  onGo: () => void
}) {
  const { t } = useTranslation('grid')
  const format = useFormat()
  const booking = useRow('booking', bookingId)
  const plate = inert(booking?.plate ?? '', 20).text
  return (
    <li>
      <a href={hrefOf({ screen: 'timeline', open: bookingId })} onClick={onGo}>
        {plate === '' ? format.dateTime(booking?.arrivesAt ?? 0) : plate}
      </a>{' '}
      {t('limit.short', { energy: inWords(format.energy(shortfallWh)) })}
    </li>
  )
}
