import { Button, Modal } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import { payableMinor } from '../../../shared/domain/bill/payable.ts'
import { fruitlessPayments } from '../../../shared/domain/payment/payment.ts'
import type { Payment, PaymentMeans } from '../../../shared/domain/payment/payment.ts'
import { firstPaymentTerms } from '../../../shared/domain/payment/payment-terms.ts'
import { useLocale } from '../../i18n/locale.ts'
import { useRow } from '../../live/use-live.ts'
import { ReceiptButton } from '../receipt/receipt-button.tsx'
import { usePaymentsOfBill } from '../use-bill.ts'
import { whoOf } from '../who.ts'
import { OpenPayment } from './open-payment.tsx'
import { CancelPayment } from './payment-acts.tsx'
import { TakeFormView } from './take-form-view.tsx'
import type { TakeAround } from './take-form.ts'
import '../../ui/frame/screen.css'
import './take.css'

/** The payment that asks somebody for something this moment. */
const asking = new Set<Payment['state']>(['requested', 'open', 'processing', 'capturing'])

/**
 * Takes a payment of a bill: a form first, then that payment live. One that is under way already is shown at once.
 */
export function TakeDialog({ bill, onClose }: { bill: Bill; onClose: () => void }) {
  const { t } = useTranslation('payment')
  const language = useLocale((locale) => locale.language)
  const stored = useRow('paymentTerms', 'paymentTerms')
  const payments = usePaymentsOfBill(bill.id)
  const [made, setMade] = useState(() => payments.find((row) => asking.has(row.state)))
  const [again, setAgain] = useState<PaymentMeans>()
  const shown = payments.find(({ id }) => id === made?.id) ?? made
  const around = useMemo((): TakeAround => {
    const terms = stored ?? { id: 'paymentTerms', ...firstPaymentTerms, updatedAt: 0 }
    return { bill, payments, terms, language }
  }, [bill, payments, stored, language])
  const who = whoOf(bill)
  const anew = (means: PaymentMeans | undefined) => {
    setAgain(means)
    setMade(undefined)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={who === '' ? t('take.title') : t('take.titleOf', { who })}
      closeButtonProps={{ 'aria-label': t('open.done') }}
    >
      {shown === undefined ? (
        <TakeFormView
          key={again ?? 'new'}
          around={around}
          first={again}
          onTaken={setMade}
          onCancel={onClose}
        />
      ) : (
        <div className="lp-take">
          <OpenPayment payment={shown} bill={bill} />
          <div className="lp-confirm-buttons">
            <Next
              payment={shown}
              rest={shown.state === 'paid' && payableMinor(bill) > 0}
              onAgain={anew}
              onClose={onClose}
            />
          </div>
        </div>
      )}
    </Modal>
  )
}

/** What can be done with a payment as it stands. */
function Next({
  payment,
  rest,
  onAgain,
  onClose,
}: {
  payment: Payment
  /** Whether something is left to be paid. */
  rest: boolean
  onAgain: (means: PaymentMeans | undefined) => void
  onClose: () => void
}) {
  const { t } = useTranslation('payment')
  const { state, means } = payment
  const lost = fruitlessPayments.has(state)
  if (lost)
    return (
      <>
        <Button variant="default" onClick={() => onAgain(undefined)}>
          {t('open.other')}
        </Button>
        <Button data-autofocus onClick={() => onAgain(means)}>
          {t('open.again')}
        </Button>
      </>
    )
  return (
    <>
      <CancelPayment payment={payment} />
      {state === 'paid' ? <ReceiptButton wanted={[{ paymentId: payment.id }]} /> : null}
      {rest ? (
        <Button variant="default" onClick={() => onAgain(undefined)}>
          {t('take.title')}
        </Button>
      ) : null}
      <Button data-autofocus variant={state === 'paid' ? 'filled' : 'default'} onClick={onClose}>
        {t('open.done')}
      </Button>
    </>
  )
}
