import { useTranslation } from 'react-i18next'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import type { Refund } from '../../../../shared/domain/payment/refund.ts'
import { givenRefunds } from '../../../../shared/domain/payment/refund-news.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useNow } from '../../../live/use-now.ts'
import { lookOfRefund } from '../../../payment/money-look.ts'
import { MoneyMark } from '../../../payment/money-mark.tsx'
import { Money } from '../../../payment/money.tsx'
import { ReceiptButton } from '../../../payment/receipt/receipt-button.tsx'
import { InertText } from '../../../ui/mark/inert-text.tsx'

/** What has been given back of a payment, each with its state and what that means. */
export function RefundsPart({
  payment,
  refunds,
}: {
  payment: Payment
  refunds: readonly Refund[]
}) {
  const { t } = useTranslation(['payments', 'payment'])
  const format = useFormat()
  const now = useNow(60_000)
  if (refunds.length === 0) return null
  return (
    <section>
      <h3>{t('detail.refunds')}</h3>
      <ul className="lp-pay-refunds">
        {refunds.map((refund) => (
          <li key={refund.id}>
            <div className="lp-pay-head">
              <MoneyMark
                look={lookOfRefund(refund.state)}
                text={t(`payment:refundState.${refund.state}`)}
              />
              <Money minor={-refund.amountMinor} currency={refund.currency} />
            </div>
            <p>
              <InertText text={refund.note} max={300} />{' '}
              <span className="lp-soft">
                {t(`payment:reason.${refund.reason}`)} · {format.moment(refund.createdAt, now)}
              </span>
            </p>
            {refund.state === 'succeeded' ? null : (
              <p className="lp-soft">{t(`payment:refundWhy.${refund.state}`)}</p>
            )}
            {givenRefunds.has(refund.state) ? (
              <ReceiptButton wanted={[{ paymentId: payment.id, refundId: refund.id }]} />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
