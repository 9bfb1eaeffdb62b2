import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCash } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { HOUR } from '../../../../shared/time/instant.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { useNow } from '../../../live/use-now.ts'
import { navigate } from '../../../navigation/use-route.ts'
import { ReceiptButton } from '../../../payment/receipt/receipt-button.tsx'
import { EmptyState } from '../../../ui/frame/empty-state.tsx'
import { dayAt } from '../../../ui/input/period.ts'
import { BulkBar } from '../bulk-bar.tsx'
import { chosenStore, toggle } from '../chosen-store.ts'
import { PaymentInspector } from '../detail/payment-inspector.tsx'
import { PagedTable } from '../paged-table.tsx'
import { PaymentsFrame } from '../payments-frame.tsx'
import { everyPayment, queryOf } from './payment-query.ts'
import type { PaymentRow } from './payment-row.ts'
import { PaymentsSums } from './payments-sums.tsx'
import { PaymentsToolbar } from './payments-toolbar.tsx'
import { narrow, usePaymentsView } from './payments-view.ts'
import { usePaymentColumns } from './use-payment-columns.tsx'
import { usePayments } from './use-payments.ts'

const rowId = ({ id }: PaymentRow) => id
const go = ({ id }: PaymentRow) => navigate({ screen: 'payments', open: id })
const close = () => navigate({ screen: 'payments' })
const chosen = chosenStore()
const onChoose = ({ id }: PaymentRow) => toggle(chosen, id)

/** Every payment, newest first, those under way live. */
export function AllTab({ open }: { open: string | null }) {
  const { t } = useTranslation('payments')
  const timeZone = useLocale((locale) => locale.timeZone)
  const filter = usePaymentsView((view) => view.filter)
  const [search] = useDebouncedValue(filter.search, 250)
  // Periods move on with the day; a new question every hour at most.
  const now = useNow(HOUR)
  const query = useMemo(
    () => queryOf({ ...filter, search }, now, timeZone),
    [filter, search, now, timeZone],
  )
  const list = usePayments(query)
  const columns = usePaymentColumns(chosen)
  const narrowed = Object.keys(query).length > 0
  return (
    <PaymentsFrame
      tab={null}
      toolbar={<PaymentsToolbar today={dayAt(now, timeZone).toString()} />}
      inspector={
        open === null ? null : <PaymentInspector key={open} paymentId={open} onClose={close} />
      }
    >
      <PagedTable
        name="payments"
        label={t('title')}
        pages={list}
        columns={columns}
        rowId={rowId}
        selectedId={open}
        onOpen={go}
        onChoose={onChoose}
        empty={
          narrowed ? (
            <EmptyState
              title={t('empty.match')}
              action={
                <Button variant="default" onClick={() => narrow(everyPayment)}>
                  {t('filter.clear')}
                </Button>
              }
            >
              {t('empty.matchText')}
            </EmptyState>
          ) : (
            <EmptyState icon={<IconCash size={40} stroke={1.2} />} title={t('empty.all')}>
              {t('empty.allText')}
            </EmptyState>
          )
        }
      >
        <ChosenPayments rows={list.rows} />
      </PagedTable>
      {list.rows.length > 0 ? <PaymentsSums rows={list.rows} complete={list.complete} /> : null}
    </PaymentsFrame>
  )
}

function ChosenPayments({ rows }: { rows: readonly PaymentRow[] }) {
  const ids = chosen((store) => store.ids)
  const found = useMemo(
    () => (ids.size === 0 ? [] : rows.filter(({ id }) => ids.has(id))),
    [rows, ids],
  )
  const wanted = found
    .filter(({ payment }) => payment.capturedMinor > 0)
    .map(({ id }) => ({ paymentId: id }))
  return (
    <BulkBar store={chosen} ids={found.map(({ id }) => id)} all={rows}>
      {wanted.length > 0 ? <ReceiptButton wanted={wanted} /> : null}
    </BulkBar>
  )
}
