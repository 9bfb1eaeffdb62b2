import { Button } from '@mantine/core'
import { IconBuildingBank } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Payout } from '../../../../shared/domain/payment/payout.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { useNow } from '../../../live/use-now.ts'
import { usePages } from '../../../live/use-pages.ts'
import { navigate } from '../../../navigation/use-route.ts'
import { Money } from '../../../payment/money.tsx'
import { useHeldBack } from '../../../session/needs.tsx'
import { EmptyState } from '../../../ui/frame/empty-state.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import type { TableColumn } from '../../../ui/table/table-column.ts'
import { PagedTable } from '../paged-table.tsx'
import { PaymentsFrame } from '../payments-frame.tsx'
import { PayoutInspector } from './payout-inspector.tsx'
import { isPayoutStatus } from './payout-words.ts'
import { StandingMark } from './standing-mark.tsx'

const rowId = ({ id }: Payout) => id
const go = ({ id }: Payout) => navigate({ screen: 'payments', tab: 'payouts', open: id })
const close = () => navigate({ screen: 'payments', tab: 'payouts' })

/** What Stripe has sent to the bank, and whether it is what the ledger has. */
export function PayoutsTab({ open }: { open: string | null }) {
  const { t } = useTranslation('payments')
  const heldBack = useHeldBack('account')
  const hub = useClient()
  const pages = usePages('payouts', (after, signal) =>
    hub.stripe.payouts({ limit: 200, ...(after === undefined ? {} : { after }) }, { signal }),
  )
  const columns = usePayoutColumns()
  const comparing = useAct(() => hub.stripe.reconcile())
  const compare = async () => {
    if (!(await comparing.run(undefined))) return
    pages.reload()
    tellAct(t('payout.reconciled'))
  }
  return (
    <PaymentsFrame
      tab="payouts"
      actions={
        <Button
          variant="default"
          {...heldBack}
          loading={comparing.busy}
          onClick={() => void compare()}
        >
          {t('payout.reconcile')}
        </Button>
      }
      inspector={
        open === null ? null : <PayoutInspector key={open} payoutId={open} onClose={close} />
      }
    >
      <ErrorNote error={comparing.error} onRetry={() => void compare()} />
      <PagedTable
        name="payouts"
        label={t('tabs.payouts')}
        pages={pages}
        columns={columns}
        rowId={rowId}
        selectedId={open}
        onOpen={go}
        empty={
          <EmptyState icon={<IconBuildingBank size={40} stroke={1.2} />} title={t('empty.payouts')}>
            {t('empty.payoutsText')}
          </EmptyState>
        }
      />
    </PaymentsFrame>
  )
}

function usePayoutColumns(): TableColumn<Payout>[] {
  const { t } = useTranslation('payments')
  const format = useFormat()
  const today = useNow(600_000)
  return useMemo(
    (): TableColumn<Payout>[] => [
      {
        id: 'arrives',
        title: t('columns.arrives'),
        width: 112,
        fixed: true,
        cell: ({ arrivesOn }) => format.day(arrivesOn),
      },
      {
        id: 'amount',
        title: t('columns.amount'),
        width: 112,
        align: 'right',
        fixed: true,
        cell: ({ amountMinor, currency }) => <Money minor={amountMinor} currency={currency} />,
      },
      {
        id: 'standing',
        title: t('columns.difference'),
        width: 224,
        grow: 2,
        fixed: true,
        cell: (payout) => <StandingMark payout={payout} />,
      },
      {
        id: 'status',
        title: t('columns.status'),
        width: 112,
        grow: 1,
        cell: ({ status }) =>
          isPayoutStatus(status) ? t(`payout.status.${status}`) : inert(status, 40).text,
      },
      {
        id: 'when',
        title: t('columns.when'),
        width: 112,
        cell: ({ createdAt }) => format.moment(createdAt, today),
      },
    ],
    [t, format, today],
  )
}
