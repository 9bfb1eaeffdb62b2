import { useTranslation } from 'react-i18next'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import { useMay } from '../../live/session-store.ts'
import { BillPanel } from '../../payment/bill-panel.tsx'
import { useBillOf } from '../../payment/use-bill.ts'
import './transactions.css'

/** What a transaction costs, growing while it runs, and how it is paid. */
export function CostPanel({ transaction }: { transaction: Transaction }) {
  return useMay('seeMoney') ? <Cost transaction={transaction} /> : null
}

function Cost({ transaction }: { transaction: Transaction }) {
  const { t } = useTranslation('payment')
  const bill = useBillOf({ transactionId: transaction.id })
  if (bill === undefined) return null
  return (
    <section className="lp-panel lp-transaction-block">
      <h2>{t('bill.title')}</h2>
      {bill ? <BillPanel bill={bill} /> : <p className="lp-soft">{t('bill.none')}</p>}
    </section>
  )
}
