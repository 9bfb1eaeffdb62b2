import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { endedDisputes } from '../../../../shared/domain/payment/dispute.ts'
import type { Dispute } from '../../../../shared/domain/payment/dispute.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useNow } from '../../../live/use-now.ts'
import { lookOfDispute } from '../../../payment/money-look.ts'
import { MoneyMark } from '../../../payment/money-mark.tsx'
import { Money } from '../../../payment/money.tsx'
import type { TableColumn } from '../../../ui/table/table-column.ts'
import { useDeadlineWords, useDisputeReason } from './dispute-words.ts'

/** The columns of disputes. */
export function useDisputeColumns(): TableColumn<Dispute>[] {
  const { t } = useTranslation('payments')
  const format = useFormat()
  const now = useNow(60_000)
  const reasonOf = useDisputeReason()
  const deadlineOf = useDeadlineWords(now)
  return useMemo(
    (): TableColumn<Dispute>[] => [
      {
        id: 'when',
        title: t('columns.when'),
        width: 112,
        fixed: true,
        cell: ({ createdAt }) => format.moment(createdAt, now),
      },
      {
        id: 'amount',
        title: t('columns.amount'),
        width: 104,
        align: 'right',
        fixed: true,
        cell: ({ amountMinor, currency }) => <Money minor={amountMinor} currency={currency} />,
      },
      {
        id: 'status',
        title: t('columns.status'),
        width: 160,
        grow: 1,
        fixed: true,
        cell: ({ status }) => (
          <MoneyMark look={lookOfDispute(status)} text={t(`dispute.status.${status}`)} />
        ),
      },
      {
        id: 'until',
        title: t('columns.until'),
        width: 192,
        grow: 1,
        cell: ({ evidenceDueBy, status }) =>
          endedDisputes.has(status) ? (
            <span className="lp-soft">–</span>
          ) : (
            deadlineOf(evidenceDueBy)
          ),
      },
      {
        id: 'reason',
        title: t('columns.reason'),
        width: 224,
        grow: 2,
        cell: ({ reason }) => reasonOf(reason),
      },
    ],
    [t, format, now, reasonOf, deadlineOf],
  )
}
