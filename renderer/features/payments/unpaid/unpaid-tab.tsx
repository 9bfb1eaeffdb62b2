import { IconCircleCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bill } from '../../../../shared/domain/bill/bill.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { navigate } from '../../../navigation/use-route.ts'
import { EmptyState } from '../../../ui/frame/empty-state.tsx'
import { BulkBar } from '../bulk-bar.tsx'
import { chosenStore, toggle } from '../chosen-store.ts'
import { PagedTable } from '../paged-table.tsx'
import { PaymentsFrame } from '../payments-frame.tsx'
import { BillInspector } from './bill-inspector.tsx'
import { RemindMany } from './remind-many.tsx'
import { dueByCurrency } from './unpaid-bills.ts'
import { useBillColumns } from './use-bill-columns.tsx'
import { useUnpaid } from './use-unpaid.ts'

const rowId = ({ id }: Bill) => id
const go = ({ id }: Bill) => navigate({ screen: 'payments', tab: 'unpaid', open: id })
const close = () => navigate({ screen: 'payments', tab: 'unpaid' })
const chosen = chosenStore()
const onChoose = ({ id }: Bill) => toggle(chosen, id)

/** Who still owes something, the oldest debt first. */
export function UnpaidTab({ open }: { open: string | null }) {
  const { t } = useTranslation('payments')
  const format = useFormat()
  const list = useUnpaid()
  const columns = useBillColumns(chosen)
  const sums = [...dueByCurrency(list.rows)].map(([currency, minor]) =>
    format.money(minor, currency),
  )
  return (
    <PaymentsFrame
      tab="unpaid"
      summary={
        list.rows.length === 0
          ? null
          : t('unpaid.summary', { count: list.rows.length, sum: sums.join(' + ') })
      }
      inspector={open === null ? null : <BillInspector key={open} billId={open} onClose={close} />}
    >
      <PagedTable
        name="unpaid"
        label={t('tabs.unpaid')}
        pages={list}
        columns={columns}
        rowId={rowId}
        selectedId={open}
        onOpen={go}
        onChoose={onChoose}
        initialSort={{ columnId: 'age', descending: true }}
        empty={
          <EmptyState icon={<IconCircleCheck size={40} stroke={1.2} />} title={t('empty.unpaid')}>
            {t('empty.unpaidText')}
          </EmptyState>
        }
      >
        <ChosenBills rows={list.rows} />
      </PagedTable>
    </PaymentsFrame>
  )
}

function ChosenBills({ rows }: { rows: readonly Bill[] }) {
  const ids = chosen((store) => store.ids)
  const found = useMemo(() => rows.filter(({ id }) => ids.has(id)), [rows, ids])
  return (
    <BulkBar store={chosen} ids={found.map(({ id }) => id)} all={rows}>
      <RemindMany bills={found} />
    </BulkBar>
  )
}
