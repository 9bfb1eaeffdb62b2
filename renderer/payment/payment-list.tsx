import { useTranslation } from 'react-i18next'
import type { Payment } from '../../shared/domain/payment/payment.ts'
import type { Refund } from '../../shared/domain/payment/refund.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useNow } from '../live/use-now.ts'
import { hrefOf } from '../navigation/use-route.ts'
import { lookOfRefund } from './money-look.ts'
import { MoneyMark } from './money-mark.tsx'
import { PaymentMark } from './payment-mark.tsx'
import { MeansIcon } from './means-icon.tsx'
import { Money } from './money.tsx'
import { meansDetail } from './payment-words.ts'
import './payment.css'

/** The payments of a bill and what was given back of them, in the order they came. */
export function PaymentList({
  payments,
  refunds,
}: {
  payments: readonly Payment[]
  refunds: readonly Refund[]
}) {
  const { t } = useTranslation('payment')
  const format = useFormat()
  const now = useNow(60_000)
  if (payments.length === 0) return null
  return (
    <ul className="lp-payment-list" aria-label={t('bill.payments')}>
      {payments.flatMap((payment) => [
        <li key={payment.id}>
          <a className="lp-means" href={hrefOf({ screen: 'payments', open: payment.id })}>
            <MeansIcon means={payment.means} />
            <span>
              {t(`means.${payment.means}`)} <span className="lp-soft">{meansDetail(payment)}</span>
            </span>
          </a>
          <Money minor={payment.capturedMinor || payment.amountMinor} currency={payment.currency} />
          <PaymentMark payment={payment} />
          <span className="lp-soft">{format.moment(payment.createdAt, now)}</span>
        </li>,
        ...refunds
          .filter(({ paymentId }) => paymentId === payment.id)
          .map((refund) => (
            <li key={refund.id}>
              <MoneyMark
                look={lookOfRefund(refund.state)}
                text={t(`refundState.${refund.state}`)}
              />
              <Money minor={-refund.amountMinor} currency={refund.currency} />
            </li>
          )),
      ])}
    </ul>
  )
}
