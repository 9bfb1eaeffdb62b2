import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bill } from '../../shared/domain/bill/bill.ts'
import { payableMinor } from '../../shared/domain/bill/payable.ts'
import type { Payment } from '../../shared/domain/payment/payment.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useHeldBack } from '../session/needs.tsx'
import { BillLines } from './bill-lines.tsx'
import { CarGone } from './car-gone.tsx'
import { lookOfBill } from './money-look.ts'
import { MoneyMark } from './money-mark.tsx'
import { Money } from './money.tsx'
import { PaymentList } from './payment-list.tsx'
import { payStateOf } from './pay-state.ts'
import { TakeDialog } from './take/take-dialog.tsx'
import { useMoneyOfBill } from './use-bill.ts'
import type { MoneyOfBill } from './use-bill.ts'
import './payment.css'

/** What a stay costs so far or in the end, how it is paid, and the way to pay it: where a booking or a transaction is shown. */
export function BillPanel({
  bill,
  known,
}: {
  bill: Bill
  /** Its payments and refunds, where they have been fetched with it. */
  known?: MoneyOfBill
}) {
  const { t } = useTranslation('payment')
  const format = useFormat()
  const heldBack = useHeldBack('attend')
  const [taking, setTaking] = useState(false)
  const { payments, refunds } = useMoneyOfBill(bill.id, known)
  const payable = payableMinor(bill)
  const { state, currency, tariffVersionId, revision } = bill
  const head = state === 'estimated' ? 'estimate' : state === 'running' ? 'soFar' : 'final'
  return (
    <div className="lp-bill">
      <div className="lp-bill-head">
        <div>
          <div className="lp-soft">{t(`bill.${head}`)}</div>
          <Money minor={bill.inclMinor} currency={currency} size="medium" />
          {state === 'running' && bill.estimatedMinor > bill.inclMinor ? (
            <div className="lp-soft">
              {t('bill.inTheEnd', { amount: format.money(bill.estimatedMinor, currency) })}
            </div>
          ) : null}
        </div>
        <PayMark bill={bill} payments={payments} />
      </div>
      {tariffVersionId === null && bill.lines.length === 0 ? (
        <p className="lp-soft lp-take-note">{t('bill.noPrice')}</p>
      ) : (
        <BillLines bill={bill} />
      )}
      {revision > 1 ? (
        <p className="lp-soft lp-take-note">{t('bill.corrected', { count: revision - 1 })}</p>
      ) : null}
      <PaymentList payments={payments} refunds={refunds} />
      <div className="lp-bill-acts">
        {payable > 0 ? (
          <Button
            variant={state === 'final' ? 'filled' : 'default'}
            {...heldBack}
            onClick={() => setTaking(true)}
          >
            {t(state === 'final' ? 'bill.take' : 'bill.payNow')}
          </Button>
        ) : null}
        <CarGone bill={bill} />
      </div>
      {taking ? <TakeDialog bill={bill} onClose={() => setTaking(false)} /> : null}
    </div>
  )
}

/** How a bill is paid, as shape and words with the amount that matters. */
function PayMark({ bill, payments }: { bill: Bill; payments: readonly Payment[] }) {
  const { t } = useTranslation('payment')
  const format = useFormat()
  const refundedMinor = payments.reduce((sum, row) => sum + row.refundedMinor, 0)
  const state = payStateOf(bill, refundedMinor)
  const minor = {
    open: payableMinor(bill),
    unpaid: bill.dueMinor,
    held: bill.heldMinor,
    partPaid: payableMinor(bill),
    paid: bill.paidMinor,
    refunded: refundedMinor,
    account: bill.inclMinor,
    free: 0,
  }[state]
  const text = t(`payOf.${state}`, { amount: format.money(minor, bill.currency) })
  return <MoneyMark look={lookOfBill(state)} text={text} />
}
