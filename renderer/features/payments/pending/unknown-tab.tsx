import { IconCircleCheck } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import { useRows } from '../../../live/use-live.ts'
import { useLiveStore } from '../../../live/store.ts'
import { navigate } from '../../../navigation/use-route.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { rowKeeper } from '../all/payment-row.ts'
import type { PaymentRow } from '../all/payment-row.ts'
import { usePaymentColumns } from '../all/use-payment-columns.tsx'
import { chosenStore, toggle } from '../chosen-store.ts'
import { PaymentInspector } from '../detail/payment-inspector.tsx'
import { PaymentsFrame } from '../payments-frame.tsx'

const rowId = ({ id }: PaymentRow) => id
const go = ({ id }: PaymentRow) => navigate({ screen: 'payments', tab: 'unknown', open: id })
const close = () => navigate({ screen: 'payments', tab: 'unknown' })
const chosen = chosenStore()
const onChoose = ({ id }: PaymentRow) => toggle(chosen, id)

/** Payments of which nobody knows what became, and those with such a refund; the inspector has the ways out. */
export function UnknownTab({ open }: { open: string | null }) {
  const { t } = useTranslation('payments')
  const payments = useRows('payment')
  const refunds = useRows('refund')
  const bills = useLiveStore(({ tables }) => tables.bill)
  const [rowOf] = useState(rowKeeper)
  const columns = usePaymentColumns(chosen)
  const rows = useMemo(() => {
    const lost = new Set(
      refunds.flatMap(({ state, paymentId }) => (state === 'unknown' ? [paymentId] : [])),
    )
    const isLost = ({ id, state }: Payment) => state === 'unknown' || lost.has(id)
    return payments
      .filter(isLost)
      .toSorted((a, b) => a.createdAt - b.createdAt)
      .flatMap((payment) => {
        const bill = bills.get(payment.billId)
        return bill === undefined ? [] : [rowOf(payment, bill)]
      })
  }, [payments, refunds, bills, rowOf])
  return (
    <PaymentsFrame
      tab="unknown"
      inspector={
        open === null ? null : <PaymentInspector key={open} paymentId={open} onClose={close} />
      }
    >
      <DataTable
        name="unknown"
        label={t('tabs.unknown')}
        rows={rows}
        columns={columns}
        rowId={rowId}
        selectedId={open}
        onOpen={go}
        onChoose={onChoose}
        empty={
          <EmptyState icon={<IconCircleCheck size={40} stroke={1.2} />} title={t('empty.unknown')}>
            {t('empty.unknownText')}
          </EmptyState>
        }
      />
    </PaymentsFrame>
  )
}
