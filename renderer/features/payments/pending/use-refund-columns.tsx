import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refund } from '../../../../shared/domain/payment/refund.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useNow } from '../../../live/use-now.ts'
import { lookOfRefund } from '../../../payment/money-look.ts'
import { MoneyMark } from '../../../payment/money-mark.tsx'
import { Money } from '../../../payment/money.tsx'
import { InertText } from '../../../ui/mark/inert-text.tsx'
import type { TableColumn } from '../../../ui/table/table-column.ts'
import { useActorWords } from '../../../ui/words/use-actor-words.ts'

/** The columns of refunds. */
export function useRefundColumns(): TableColumn<Refund>[] {
  const { t } = useTranslation(['payments', 'payment'])
  const format = useFormat()
  const actor = useActorWords()
  const today = useNow(600_000)
  return useMemo(
    (): TableColumn<Refund>[] => [
      {
        id: 'when',
        title: t('columns.when'),
        width: 112,
        fixed: true,
        sortBy: ({ createdAt }) => createdAt,
        cell: ({ createdAt }) => format.moment(createdAt, today),
      },
      {
        id: 'amount',
        title: t('columns.amount'),
        width: 104,
        align: 'right',
        fixed: true,
        sortBy: ({ amountMinor }) => amountMinor,
        cell: ({ amountMinor, currency }) => <Money minor={-amountMinor} currency={currency} />,
      },
      {
        id: 'state',
        title: t('columns.state'),
        width: 168,
        grow: 1,
        cell: ({ state }) => (
          <MoneyMark look={lookOfRefund(state)} text={t(`payment:refundState.${state}`)} />
        ),
      },
      {
        id: 'reason',
        title: t('columns.reason'),
        width: 168,
        cell: ({ reason }) => t(`payment:reason.${reason}`),
      },
      {
        id: 'note',
        title: t('columns.note'),
        width: 200,
        grow: 2,
        cell: ({ note }) => <InertText text={note} max={120} />,
      },
      { id: 'by', title: t('columns.by'), width: 88, cell: ({ givenBy }) => actor(givenBy) },
    ],
    [t, format, actor, today],
  )
}
