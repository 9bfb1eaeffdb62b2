import { Button, Table } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/use-format.ts'
import { useClient, useRows } from '../../../live/use-live.ts'
import { useNow } from '../../../live/use-now.ts'
import { useQuery } from '../../../live/use-query.ts'
import { hrefOf } from '../../../navigation/use-route.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { Figure } from '../../../ui/mark/figure.tsx'
import { InertText } from '../../../ui/mark/inert-text.tsx'
import { PanelSkeleton } from '../../../ui/frame/skeletons.tsx'
import type { StationRow } from '../station-row.ts'
import { latestTransactions } from './latest-transactions.ts'

const FEW = 6
const MANY = 100

/** The station's latest transactions, the running ones live. */
export function StationTransactions({ row }: { row: StationRow }) {
  const { t } = useTranslation(['station', 'transactions'])
  const format = useFormat()
  const client = useClient()
  const now = useNow(10_000)
  const [limit, setLimit] = useState(FEW)
  const live = useRows('transaction')
  const stationId = row.id
  const fetched = useQuery(`${stationId}:transactions`, () =>
    client.transaction.list({ stationId, limit: MANY }),
  )
  const rows = useMemo(
    () => latestTransactions(fetched.data?.rows ?? [], live, stationId),
    [fetched.data, live, stationId],
  )
  return (
    <section className="lp-panel lp-part">
      <header className="lp-part-head">
        <h2>{t('transactions.title')}</h2>
      </header>
      {fetched.state === 'failed' ? (
        <ErrorNote error={fetched.error} onRetry={fetched.reload} />
      ) : null}
      {fetched.state === 'loading' && rows.length === 0 ? <PanelSkeleton height={120} /> : null}
      {fetched.state === 'ready' && rows.length === 0 ? (
        <p className="lp-soft">{t('transactions.none')}</p>
      ) : null}
      {rows.length === 0 ? null : (
        <Table className="lp-small-table">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('transactions:columns.number')}</Table.Th>
              <Table.Th>{t('transactions:columns.started')}</Table.Th>
              <Table.Th>{t('transactions:columns.token')}</Table.Th>
              <Table.Th ta="right">{t('transactions:columns.duration')}</Table.Th>
              <Table.Th ta="right">{t('transactions:columns.energy')}</Table.Th>
              <Table.Th>{t('transactions:columns.state')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, limit).map((transaction) => (
              <Table.Tr key={transaction.id}>
                <Table.Td>
                  <a href={hrefOf({ screen: 'transaction', transactionId: transaction.id })}>
                    {transaction.ocppTransactionId}
                  </a>
                </Table.Td>
                <Table.Td>{format.moment(transaction.startedAt, now)}</Table.Td>
                <Table.Td>
                  <InertText text={transaction.idToken} max={20} />
                </Table.Td>
                <Table.Td ta="right">
                  {format.duration((transaction.stoppedAt ?? now) - transaction.startedAt)}
                </Table.Td>
                <Table.Td ta="right">
                  <Figure value={format.energy(transaction.energyWh)} />
                </Table.Td>
                <Table.Td>{t(`transactions:state.${transaction.state}`)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {rows.length > limit ? (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          mt="xs"
          onClick={() => setLimit(MANY)}
        >
          {t('transactions.more')}
        </Button>
      ) : null}
    </section>
  )
}
