import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bill } from '../../../../shared/domain/bill/bill.ts'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useRow } from '../../../live/use-live.ts'
import { meansDetail } from '../../../payment/payment-words.ts'
import { Money } from '../../../payment/money.tsx'
import { Facts } from '../../../ui/frame/facts.tsx'
import { InertText } from '../../../ui/mark/inert-text.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { useActorWords } from '../../../ui/words/use-actor-words.ts'
import { BillLinks } from '../bill-links.tsx'

type Fact = readonly [name: string, value: ReactNode]

/** What is known of a payment: amounts, card, times, whose it is. */
export function PaymentFacts({ payment, bill }: { payment: Payment; bill: Bill }) {
  const { t } = useTranslation(['payments', 'payment'])
  const format = useFormat()
  const actor = useActorWords()
  const customer = useRow('customer', bill.customerId)
  const { currency, feeMinor, capturedMinor, refundedMinor } = payment
  const money = (name: string, minor: number | null): readonly Fact[] =>
    minor === null || minor === 0
      ? []
      : [[name, <Money key={name} minor={minor} currency={currency} />]]
  const told = (name: string, text: string | null): readonly Fact[] =>
    text === null || text === '' ? [] : [[name, <InertText key={name} text={text} max={300} />]]
  const when = (name: string, at: number | null): readonly Fact[] =>
    at === null ? [] : [[name, format.dateTime(at)]]
  const card = payment.cardLast4 === null ? null : meansDetail(payment)
  const net =
    feeMinor === null || capturedMinor === 0 ? null : capturedMinor - refundedMinor - feeMinor
  return (
    <section>
      <Facts
        rows={[
          ...(payment.amountMinor === capturedMinor
            ? []
            : money(t('detail.asked'), payment.amountMinor)),
          ...money(t('detail.taken'), capturedMinor),
          ...money(t('detail.back'), refundedMinor),
          ...money(t('detail.fee'), feeMinor),
          ...money(t('detail.net'), net),
          ...money(t('detail.tendered'), payment.tenderedMinor),
          ...money(t('detail.change'), payment.changeMinor),
          ...money(t('detail.rounding'), payment.roundingMinor),
          ...told(t('detail.card'), card),
          ...told(t('detail.wallet'), payment.wallet),
          ...told(t('detail.reference'), payment.reference),
          ...told(t('detail.note'), payment.note),
          ...told(t('detail.customer'), customer ? inert(customer.name, 80).text : null),
          [t('detail.at'), format.dateTime(payment.createdAt)],
          ...when(t('detail.paidAt'), payment.paidAt),
          ...when(t('detail.until'), payment.state === 'open' ? payment.expiresAt : null),
          ...when(
            t('detail.captureBefore'),
            payment.state === 'held' ? payment.captureBefore : null,
          ),
          [t('detail.by'), actor(payment.takenBy)],
          [t('detail.mode'), t(`payment:mode.${payment.mode}`)],
        ]}
      />
      <BillLinks bill={bill} />
    </section>
  )
}
