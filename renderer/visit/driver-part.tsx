import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format.ts'
import { useNow } from '../live/use-now.ts'
import { hrefOf } from '../navigation/use-route.ts'
import { HeldLeft } from './held-left.tsx'
import { heldUntilOf } from './held-until.ts'
import { PhoneMark } from './phone-mark.tsx'
import { useVisitOf } from './visit-of.ts'
import './visit.css'

/** That a driver made a booking from a phone, how that stands, and the way to it; nothing where nobody did. */
export function DriverPart({ bookingId }: { bookingId: string }) {
  const { t } = useTranslation('visit')
  const format = useFormat()
  const now = useNow(10_000)
  const visit = useVisitOf(bookingId)
  if (visit === undefined) return null
  const { kind, state, endReason, lapse, expectedAt } = visit
  const held = heldUntilOf(visit)
  const told =
    lapse !== null && state === 'agreed'
      ? t('going.change')
      : state === 'over' && endReason !== null
        ? t(`end.${endReason}`)
        : state === 'waiting'
          ? t('state.waitingPlain')
          : t(`state.${state}`)
  return (
    <section className="lp-driver-part">
      <PhoneMark size={16} />
      <span>{t(kind === 'now' ? 'mark.now' : 'mark.booked')}</span>
      {held === null ? null : <HeldLeft until={held} />}
      <p className="lp-soft">
        {told}
        {expectedAt === null || state === 'over'
          ? null
          : `, ${t('mark.expected', { at: format.moment(expectedAt, now) })}`}
      </p>
      <a href={hrefOf({ screen: 'online', open: visit.id })}>{t('mark.open')}</a>
    </section>
  )
}
