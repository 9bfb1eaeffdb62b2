import { useTranslation } from 'react-i18next'
import type { PaymentDetail } from '../../../../shared/contract/payment.ts'
import { refusalOf } from '../../../live/refusal.ts'
import { useClient, useRow, useRows } from '../../../live/use-live.ts'
import { useQuery } from '../../../live/use-query.ts'
import { useReloadOn } from '../../../live/use-reload-on.ts'
import { hrefOf } from '../../../navigation/use-route.ts'
import { BillLines } from '../../../payment/bill-lines.tsx'
import { PaymentMark } from '../../../payment/payment-mark.tsx'
import { Money } from '../../../payment/money.tsx'
import { useDeclineWords } from '../../../payment/payment-words.ts'
import { whoOf } from '../../../payment/who.ts'
import { Age } from '../../../ui/mark/age.tsx'
import { EmptyState } from '../../../ui/frame/empty-state.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { Inspector } from '../../../ui/frame/inspector.tsx'
import { PanelSkeleton } from '../../../ui/frame/skeletons.tsx'
import { IdsPart } from './ids-part.tsx'
import { NextSteps } from './next-steps.tsx'
import { PaymentFacts } from './payment-facts.tsx'
import { PaymentHistory } from './payment-history.tsx'
import { RefundsPart } from './refunds-part.tsx'
import { ResolvePart } from './resolve-part.tsx'

/** A payment in full. It is fetched, and fetched again whenever it or a refund of it changes. */
export function PaymentInspector({
  paymentId,
  onClose,
}: {
  paymentId: string
  onClose: () => void
}) {
  const { t } = useTranslation('payments')
  const hub = useClient()
  const detail = useQuery(`payment:${paymentId}`, (signal) =>
    hub.payment.get({ id: paymentId }, { signal }),
  )
  useReloadOn([useChanges(paymentId)], detail.reload)
  if (detail.data !== undefined)
    return <Found detail={detail.data} onChanged={detail.reload} onClose={onClose} />
  const gone =
    detail.state === 'failed' && ['NOT_FOUND', 'BAD_REQUEST'].includes(refusalOf(detail.error).code)
  return (
    <Inspector title={t('detail.title')} onClose={onClose}>
      {detail.state === 'loading' ? <PanelSkeleton height={320} /> : null}
      {gone ? <EmptyState compact title={t('detail.gone')} /> : null}
      {detail.state === 'failed' && !gone ? (
        <ErrorNote error={detail.error} onRetry={detail.reload} />
      ) : null}
    </Inspector>
  )
}

/** A word that differs whenever something about the payment has changed; its bill is live in itself. */
function useChanges(paymentId: string): string {
  const payment = useRow('payment', paymentId)
  const refunds = useRows('refund').filter((row) => row.paymentId === paymentId)
  const disputes = useRows('dispute').filter((row) => row.paymentId === paymentId)
  return [payment, ...refunds, ...disputes].map((row) => row?.updatedAt ?? 0).join()
}

function Found({
  detail,
  onChanged,
  onClose,
}: {
  detail: PaymentDetail
  onChanged: () => void
  onClose: () => void
}) {
  const { t } = useTranslation(['payments', 'payment'])
  const declined = useDeclineWords()
  // The live rows are the fresher ones; a bill moves with every meter value while its car charges.
  const payment = useRow('payment', detail.payment.id) ?? detail.payment
  const bill = useRow('bill', detail.bill.id) ?? detail.bill
  const { state, currency } = payment
  const why = state === 'failed' ? declined(payment) : null
  const unknownRefund = detail.refunds.find((refund) => refund.state === 'unknown')
  return (
    <Inspector
      title={whoOf(bill) || t('detail.title')}
      subtitle={t(`payment:means.${payment.means}`)}
      onClose={onClose}
    >
      <div className="lp-pay-part">
        <section>
          <div className="lp-pay-head">
            <Money
              minor={payment.capturedMinor || payment.amountMinor}
              currency={currency}
              size="large"
            />
            <PaymentMark payment={payment} />
          </div>
          <p className="lp-soft">
            {why ?? t(`payment:stateWhy.${state}`)} <Age at={payment.updatedAt} />
          </p>
        </section>
        {payment.disputed ? (
          <p className="lp-pay-note">
            {t('detail.disputedNote')}{' '}
            {detail.disputes[0] ? (
              <a
                href={hrefOf({ screen: 'payments', tab: 'disputes', open: detail.disputes[0].id })}
              >
                {t('detail.toDispute')}
              </a>
            ) : null}
          </p>
        ) : null}
        {state === 'unknown' ? <ResolvePart payment={payment} refund={null} /> : null}
        {unknownRefund ? <ResolvePart payment={payment} refund={unknownRefund} /> : null}
        <NextSteps detail={{ ...detail, payment, bill }} onChanged={onChanged} />
        <PaymentFacts payment={payment} bill={bill} />
        <section>
          <h3>{t('detail.bill')}</h3>
          <BillLines bill={bill} />
        </section>
        <RefundsPart payment={payment} refunds={detail.refunds} />
        <section>
          <h3>{t('detail.history')}</h3>
          <PaymentHistory moments={detail.history} currency={currency} />
        </section>
        <IdsPart payment={payment} />
      </div>
    </Inspector>
  )
}
