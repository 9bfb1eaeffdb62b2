import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconBolt } from '@tabler/icons-react'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HOUR } from '../../../shared/time/instant.ts'
import { useLocale } from '../../i18n/locale.ts'
import { useRows } from '../../live/use-live.ts'
import { useNow } from '../../live/use-now.ts'
import { hrefOf, navigate } from '../../navigation/use-route.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { EmptyState } from '../../ui/frame/empty-state.tsx'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { dayAt } from '../../ui/input/period.ts'
import { Screen } from '../../ui/frame/screen.tsx'
import { RowSkeletons } from '../../ui/frame/skeletons.tsx'
import { viewKeeper } from './transaction-view.ts'
import type { TransactionView } from './transaction-view.ts'
import { TransactionsToolbar } from './transactions-toolbar.tsx'
import { TransactionsTotals } from './transactions-totals.tsx'
import { everyTransaction, narrow, queryOf, useTransactionsView } from './transactions-view.ts'
import { useTransactionColumns } from './use-transaction-columns.tsx'
import { useTransactions } from './use-transactions.ts'

const rowId = (view: TransactionView) => view.id
const open = (view: TransactionView) => navigate({ screen: 'transaction', transactionId: view.id })

/** Every transaction, newest first, the running ones live, with what those shown come to. */
export function TransactionsScreen() {
  const { t } = useTranslation('transactions')
  const timeZone = useLocale((locale) => locale.timeZone)
  const filter = useTransactionsView((view) => view.filter)
  const [search] = useDebouncedValue(filter.search, 250)
  // Periods move on with the day; a new question every hour at most.
  const now = useNow(HOUR)
  const query = useMemo(
    () => queryOf({ ...filter, search }, now, timeZone),
    [filter, search, now, timeZone],
  )
  const list = useTransactions(query)
  const stations = useRows('station')
  const tokens = useRows('idToken')
  const [keep] = useState(viewKeeper)
  const rows = useMemo(() => keep(list.rows, stations, tokens), [keep, list.rows, stations, tokens])
  const columns = useTransactionColumns()
  const clear = useCallback(() => narrow(everyTransaction), [])
  const narrowed = Object.keys(query).length > 0

  return (
    <Screen
      title={t('title')}
      toolbar={<TransactionsToolbar today={dayAt(now, timeZone).toString()} />}
    >
      <ErrorNote error={list.error} onRetry={list.reload} />
      <DataTable
        name="transactions"
        label={t('title')}
        rows={rows}
        columns={columns}
        rowId={rowId}
        onOpen={open}
        onEndNear={list.older}
        empty={
          list.state === 'loading' ? (
            <RowSkeletons />
          ) : list.state === 'failed' ? null : narrowed ? (
            <EmptyState
              title={t('noMatch.title')}
              action={
                <Button variant="default" onClick={clear}>
                  {t('noMatch.act')}
                </Button>
              }
            >
              {t('noMatch.text')}
            </EmptyState>
          ) : (
            <EmptyState
              icon={<IconBolt size={40} stroke={1.2} />}
              title={t('empty.title')}
              action={
                <Button component="a" href={hrefOf({ screen: 'stations' })}>
                  {t('empty.act')}
                </Button>
              }
            >
              {t('empty.text')}
            </EmptyState>
          )
        }
      />
      {rows.length > 0 ? <TransactionsTotals rows={list.rows} more={list.more} /> : null}
    </Screen>
  )
}
