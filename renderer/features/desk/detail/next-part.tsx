import { useTranslation } from 'react-i18next'
import { OpenPayment } from '../../../payment/take/open-payment.tsx'
import { CancelPayment } from '../../../payment/take/payment-acts.tsx'
import { askingPayment } from '../card/desk-card.ts'
import type { DeskCard } from '../card/desk-card.ts'
import '../../../payment/take/take.css'

/** What happens next, large: the code to scan, the reader that asks, the cable to plug in. */
export function NextPart({ card, place }: { card: DeskCard; place: string }) {
  const { t } = useTranslation('desk')
  const { kind, bill } = card
  const payment = askingPayment(card)
  if (payment !== null && bill !== null)
    return (
      <section className="lp-dk-next" aria-label={t('detail.next')}>
        <OpenPayment payment={payment} bill={bill} />
        <div className="lp-dk-detail-buttons">
          <CancelPayment payment={payment} />
        </div>
      </section>
    )
  const words =
    kind === 'plugIn'
      ? t('detail.plugIn', { place })
      : kind === 'starting'
        ? t('detail.starting')
        : null
  if (words === null) return null
  return (
    <section className="lp-dk-next" aria-label={t('detail.next')}>
      <p className="lp-dk-next-words">{words}</p>
    </section>
  )
}
