import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Payment } from '../../shared/domain/payment/payment.ts'
import { lookOfPayment } from './money-look.ts'
import { MoneyMark } from './money-mark.tsx'
import { standingOf } from './payment-standing.ts'

/** How a payment stands, in shape, colour and word. */
export function PaymentMark({ payment }: { payment: Payment }): ReactNode {
  const { t } = useTranslation('payment')
  const standing = standingOf(payment)
  return <MoneyMark look={lookOfPayment(standing)} text={t(`state.${standing}`)} />
}
