import { IconReceiptRefund } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { pendingRefunds } from '../../../../shared/domain/payment/pending-refunds.ts'
import type { Refund } from '../../../../shared/domain/payment/refund.ts'
import { useRows } from '../../../live/use-live.ts'
import { navigate } from '../../../navigation/use-route.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../ui/frame/empty-state.tsx'
import { PaymentInspector } from '../detail/payment-inspector.tsx'
import { PaymentsFrame } from '../payments-frame.tsx'
import { useRefundColumns } from './use-refund-columns.tsx'

const rowId = ({ id }: Refund) => id
const go = ({ paymentId }: Refund) =>
  navigate({ screen: 'payments', tab: 'refunds', open: paymentId })
const close = () => navigate({ screen: 'payments', tab: 'refunds' })

/** Refunds that wait for somebody or have failed; opening one shows its payment. */
export function RefundsTab({ open }: { open: string | null }) {
  const { t } = useTranslation('payments')
  const refunds = useRows('refund')
  const rows = useMemo(() => pendingRefunds(refunds), [refunds])
  const columns = useRefundColumns()
  return (
    <PaymentsFrame
      tab="refunds"
      inspector={
        open === null ? null : <PaymentInspector key={open} paymentId={open} onClose={close} />
      }
    >
      <DataTable
        name="refunds"
        label={t('tabs.refunds')}
        rows={rows}
        columns={columns}
        rowId={rowId}
        selectedId={rows.find(({ paymentId }) => paymentId === open)?.id ?? null}
        onOpen={go}
        empty={
          <EmptyState
            icon={<IconReceiptRefund size={40} stroke={1.2} />}
            title={t('empty.refunds')}
          >
            {t('empty.refundsText')}
          </EmptyState>
        }
      />
    </PaymentsFrame>
  )
}
