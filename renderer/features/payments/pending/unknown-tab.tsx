import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listOf } from '../../../live/replica.ts'
import { useLiveStore } from '../../../live/store.ts'
import { navigate } from '../../../navigation/use-route.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../ui/frame/empty-state.tsx'
import type { PaymentRow } from '../all/payment-row.ts'
import { usePaymentColumns } from '../all/use-payment-columns.tsx'
import { chosenStore, toggle } from '../chosen-store.ts'
import { PaymentInspector } from '../detail/payment-inspector.tsx'
import { PaymentsFrame } from '../payments-frame.tsx'
import { lostRowsKeeper } from './lost-payments.ts'

const rowId = ({ id }: PaymentRow) => id
const go = ({ id }: PaymentRow) => navigate({ screen: 'payments', tab: 'unknown', open: id })
const close = () => navigate({ screen: 'payments', tab: 'unknown' })
const chosen = chosenStore()
const onChoose = ({ id }: PaymentRow) => toggle(chosen, id)

/** Payments of which nobody knows what became, and those with such a refund; the inspector has the ways out. */
export function UnknownTab({ open }: { open: string | null }) {
  const { t } = useTranslation('payments')
  const [rowsOf] = useState(lostRowsKeeper)
  const rows = useLiveStore(({ tables: { payment, refund, bill } }) =>
    rowsOf(listOf(payment), listOf(refund), bill),
  )
  const columns = usePaymentColumns(chosen)
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
