import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useNow } from '../../live/use-now.ts'
import { Figure } from '../../ui/mark/figure.tsx'
import { inert } from '../../ui/mark/inert.ts'
import { InertText } from '../../ui/mark/inert-text.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'
import { Duration } from './duration.tsx'
import { NoteBadges } from './note-badges.tsx'
import { TransactionState } from './transaction-state.tsx'
import type { TransactionView } from './transaction-view.ts'
import { useReasonWords } from './use-reason-words.ts'

/**
 * The columns of the transactions list. None sorts: the list is fetched newest first and page by page, so any
 * other order would be the order of what happens to be here.
 */
export function useTransactionColumns(): TableColumn<TransactionView>[] {
  const { t } = useTranslation('transactions')
  const format = useFormat()
  const reasonWords = useReasonWords()
  const today = useNow(600_000)
  return useMemo(
    (): TableColumn<TransactionView>[] => [
      {
        id: 'number',
        title: t('columns.number'),
        width: 48,
        align: 'right',
        fixed: true,
        cell: ({ transaction }) => (
          <strong className="lp-number">{transaction.ocppTransactionId}</strong>
        ),
      },
      {
        id: 'station',
        title: t('columns.station'),
        width: 156,
        grow: 1.56,
        cell: ({ transaction, stationName }) =>
          t('place', {
            station: stationName === null ? t('unknownStation') : inert(stationName, 60).text,
            connector: transaction.connectorId,
          }),
      },
      {
        id: 'token',
        title: t('columns.token'),
        width: 160,
        grow: 1.6,
        cell: ({ transaction, tokenLabel }) => (
          <>
            <InertText text={transaction.idToken} max={20} />
            {tokenLabel === null ? null : (
              <span className="lp-soft">
                {' '}
                <InertText text={tokenLabel} max={60} />
              </span>
            )}
          </>
        ),
      },
      {
        id: 'started',
        title: t('columns.started'),
        width: 104,
        cell: ({ transaction }) => format.moment(transaction.startedAt, today),
      },
      {
        id: 'stopped',
        title: t('columns.stopped'),
        width: 104,
        hidden: true,
        cell: ({ transaction }) =>
          transaction.stoppedAt === null ? <Blank /> : format.moment(transaction.stoppedAt, today),
      },
      {
        id: 'duration',
        title: t('columns.duration'),
        width: 80,
        align: 'right',
        cell: ({ transaction }) => <Duration transaction={transaction} />,
      },
      {
        id: 'energy',
        title: t('columns.energy'),
        width: 88,
        align: 'right',
        cell: ({ transaction }) => <Figure value={format.energy(transaction.energyWh)} />,
      },
      {
        id: 'power',
        title: t('columns.power'),
        width: 64,
        align: 'right',
        cell: ({ transaction }) =>
          transaction.state === 'active' && transaction.powerW !== null ? (
            <Figure value={format.power(transaction.powerW)} />
          ) : (
            <Blank />
          ),
      },
      {
        id: 'state',
        title: t('columns.state'),
        width: 84,
        cell: ({ transaction }) => <TransactionState transaction={transaction} />,
      },
      {
        id: 'reason',
        title: t('columns.reason'),
        width: 136,
        grow: 1.36,
        cell: ({ transaction }) =>
          transaction.state === 'active' ? (
            <Blank />
          ) : (
            <span>{reasonWords(transaction.stopReason)}</span>
          ),
      },
      {
        id: 'notes',
        title: t('columns.notes'),
        width: 96,
        grow: 0.96,
        cell: ({ transaction }) => <NoteBadges notes={transaction.notes} />,
      },
    ],
    [t, format, reasonWords, today],
  )
}

function Blank() {
  return <span className="lp-soft">–</span>
}
