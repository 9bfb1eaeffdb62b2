import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaymentDetail } from '../../../../shared/contract/payment.ts'
import { payableMinor } from '../../../../shared/domain/bill/payable.ts'
import { fruitlessPayments } from '../../../../shared/domain/payment/payment.ts'
import { ReceiptButton } from '../../../payment/receipt/receipt-button.tsx'
import { RefundButton } from '../../../payment/refund/refund-dialog.tsx'
import { CaptureHold } from '../../../payment/take/capture-hold.tsx'
import { OpenPayment } from '../../../payment/take/open-payment.tsx'
import { CancelPayment } from '../../../payment/take/payment-acts.tsx'
import { TakeDialog } from '../../../payment/take/take-dialog.tsx'
import '../../../payment/take/take.css'
import { Needs } from '../../../session/needs.tsx'

/** What can be done with a payment now: what the payer sees while it is open, and the acts that make sense. */
export function NextSteps({ detail, onChanged }: { detail: PaymentDetail; onChanged: () => void }) {
  const { t } = useTranslation('payment')
  const [taking, setTaking] = useState(false)
  const { payment, bill, refundableMinor, notRefundable } = detail
  const { state } = payment
  const lost = fruitlessPayments.has(state)
  return (
    <section>
      {state === 'open' ? <OpenPayment payment={payment} bill={bill} /> : null}
      <div className="lp-pay-acts">
        <Needs right="attend">
          <CaptureHold payment={payment} bill={bill} />
          <CancelPayment payment={payment} />
          {lost && payableMinor(bill) > 0 ? (
            <Button onClick={() => setTaking(true)}>{t('bill.take')}</Button>
          ) : null}
        </Needs>
        {payment.capturedMinor > 0 ? <ReceiptButton wanted={[{ paymentId: payment.id }]} /> : null}
        {state === 'unknown' ? null : (
          <RefundButton
            payment={payment}
            bill={bill}
            may={{ refundableMinor, notRefundable }}
            onGiven={onChanged}
          />
        )}
      </div>
      {taking ? <TakeDialog bill={bill} onClose={() => setTaking(false)} /> : null}
    </section>
  )
}
