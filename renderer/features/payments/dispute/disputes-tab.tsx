import { IconScale } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { endedDisputes } from '../../../../shared/domain/payment/dispute.ts'
import type { Dispute } from '../../../../shared/domain/payment/dispute.ts'
import { useClient, useRows } from '../../../live/use-live.ts'
import { usePages } from '../../../live/use-pages.ts'
import { navigate } from '../../../navigation/use-route.ts'
import { EmptyState } from '../../../ui/frame/empty-state.tsx'
import { PagedTable } from '../paged-table.tsx'
import { PaymentsFrame } from '../payments-frame.tsx'
import { DisputeInspector } from './dispute-inspector.tsx'
import { useDisputeColumns } from './use-dispute-columns.tsx'

const rowId = ({ id }: Dispute) => id
const go = ({ id }: Dispute) => navigate({ screen: 'payments', tab: 'disputes', open: id })
const close = () => navigate({ screen: 'payments', tab: 'disputes' })

/** What cardholders' banks want back, those to be answered first. */
export function DisputesTab({ open }: { open: string | null }) {
  const { t } = useTranslation('payments')
  const hub = useClient()
  const live = useRows('dispute')
  const pages = usePages('disputes', (after, signal) =>
    hub.stripe.disputes({ limit: 200, ...(after === undefined ? {} : { after }) }, { signal }),
  )
  const rows = useMemo(() => {
    const all = new Map(pages.rows.map((row) => [row.id, row]))
    for (const row of live) all.set(row.id, row)
    return [...all.values()].toSorted(urgentFirst)
  }, [pages.rows, live])
  const columns = useDisputeColumns()
  const shown = rows.find(({ id }) => id === open)
  return (
    <PaymentsFrame
      tab="disputes"
      inspector={
        shown === undefined ? null : (
          <DisputeInspector key={shown.id} dispute={shown} onClose={close} />
        )
      }
    >
      <PagedTable
        name="disputes"
        label={t('tabs.disputes')}
        pages={{ ...pages, rows }}
        columns={columns}
        rowId={rowId}
        selectedId={open}
        onOpen={go}
        empty={
          <EmptyState icon={<IconScale size={40} stroke={1.2} />} title={t('empty.disputes')}>
            {t('empty.disputesText')}
          </EmptyState>
        }
      />
    </PaymentsFrame>
  )
}

function urgentFirst(a: Dispute, b: Dispute): number {
  const ended = Number(endedDisputes.has(a.status)) - Number(endedDisputes.has(b.status))
  const due = (a.evidenceDueBy ?? Infinity) - (b.evidenceDueBy ?? Infinity)
  return ended || (Number.isNaN(due) ? 0 : due) || b.createdAt - a.createdAt
}
