import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import { useClient, useRow } from '../../live/use-live.ts'
import { useQuery } from '../../live/use-query.ts'
import { refusalOf } from '../../live/refusal.ts'
import { hrefOf } from '../../navigation/use-route.ts'
import { Age } from '../../ui/mark/age.tsx'
import { EmptyState } from '../../ui/frame/empty-state.tsx'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { inert } from '../../ui/mark/inert.ts'
import { Screen } from '../../ui/frame/screen.tsx'
import { RowSkeletons } from '../../ui/frame/skeletons.tsx'
import { CostPanel } from './cost-panel.tsx'
import { MeterPanel } from './meter-panel.tsx'
import { ReadingsPanel } from './readings-panel.tsx'
import { TransactionFacts } from './transaction-facts.tsx'
import { TransactionNotes } from './transaction-notes.tsx'
import { TransactionState } from './transaction-state.tsx'
import './transactions.css'

/** One transaction's page. A recent one is live; an older one is fetched. */
export function TransactionScreen({ transactionId }: { transactionId: string }) {
  const { t } = useTranslation('transactions')
  const client = useClient()
  const live = useRow('transaction', transactionId)
  const fetched = useQuery(transactionId, () => client.transaction.get({ id: transactionId }))
  const transaction = live ?? fetched.data
  if (transaction) return <Found transaction={transaction} />
  const gone =
    fetched.state === 'failed' &&
    ['NOT_FOUND', 'BAD_REQUEST'].includes(refusalOf(fetched.error).code)
  return (
    <Screen title={t('title')} actions={<BackLink />}>
      {fetched.state === 'loading' ? <RowSkeletons /> : null}
      {gone ? <EmptyState title={t('detail.notFound')} action={<BackLink />} /> : null}
      {fetched.state === 'failed' && !gone ? (
        <ErrorNote error={fetched.error} onRetry={fetched.reload} />
      ) : null}
    </Screen>
  )
}

function Found({ transaction }: { transaction: Transaction }) {
  const { t } = useTranslation('transactions')
  const station = useRow('station', transaction.stationId)
  const place = t('place', {
    station: station ? inert(station.name, 60).text : t('unknownStation'),
    connector: transaction.connectorId,
  })
  return (
    <Screen
      padded
      title={t('detail.heading', { number: transaction.ocppTransactionId })}
      summary={
        <span className="lp-transaction-head">
          <TransactionState transaction={transaction} />
          <span>{place}</span>
          {transaction.state === 'active' && transaction.sampledAt !== null ? (
            <span>
              {t('detail.measured')} <Age at={transaction.sampledAt} staleAfterMs={900_000} />
            </span>
          ) : null}
        </span>
      }
      actions={
        <>
          {station ? (
            <Button
              component="a"
              variant="default"
              href={hrefOf({ screen: 'station', stationId: transaction.stationId })}
            >
              {t('detail.openStation')}
            </Button>
          ) : null}
          <BackLink />
        </>
      }
    >
      <div className="lp-transaction">
        <div className="lp-transaction-main">
          <MeterPanel transaction={transaction} />
          <ReadingsPanel transaction={transaction} />
        </div>
        <div className="lp-transaction-side">
          <CostPanel transaction={transaction} />
          <TransactionNotes notes={transaction.notes} />
          <TransactionFacts transaction={transaction} />
        </div>
      </div>
    </Screen>
  )
}

function BackLink() {
  const { t } = useTranslation('transactions')
  return (
    <Button component="a" variant="default" href={hrefOf({ screen: 'transactions' })}>
      {t('detail.back')}
    </Button>
  )
}
