import { useTranslation } from 'react-i18next'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import { useClient } from '../../live/use-live.ts'
import { useQuery } from '../../live/use-query.ts'
import { BillPanel } from '../../payment/bill-panel.tsx'
import { useBillOf } from '../../payment/use-bill.ts'
import './transactions.css'

/** What a transaction costs, growing while it runs, and how it is paid. */
export function CostPanel({ transaction }: { transaction: Transaction }) {
  const { t } = useTranslation('payment')
  const hub = useClient()
  const { id } = transaction
  const live = useBillOf({ transactionId: id })
  const fetched = useQuery(live ? 'bill:live' : `bill:transaction:${id}`, async (signal) => {
    if (live) return null
    const page = await hub.bill.list({ transactionId: id, limit: 1 }, { signal })
    return page.rows[0] ?? null
  })
  const bill = live ?? fetched.data
  if (!bill && fetched.state !== 'ready') return null
  return (
    <section className="lp-panel lp-transaction-block">
      <h2>{t('bill.title')}</h2>
      {bill ? <BillPanel bill={bill} /> : <p className="lp-soft">{t('bill.none')}</p>}
    </section>
  )
}
