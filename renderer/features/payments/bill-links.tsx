import { useTranslation } from 'react-i18next'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import { hrefOf } from '../../navigation/use-route.ts'

/** The ways from a bill to its stay: its transaction and its booking, where it has them. */
export function BillLinks({ bill: { transactionId, bookingId } }: { bill: Bill }) {
  const { t } = useTranslation('payments')
  return (
    <div className="lp-pay-links">
      {transactionId === null ? null : (
        <a href={hrefOf({ screen: 'transaction', transactionId })}>{t('detail.transaction')}</a>
      )}
      {bookingId === null ? null : (
        <a href={hrefOf({ screen: 'timeline', open: bookingId })}>{t('detail.booking')}</a>
      )}
    </div>
  )
}
