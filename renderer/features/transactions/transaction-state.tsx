import { useTranslation } from 'react-i18next'
import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import { StateWord } from '../../ui/mark/state-dot.tsx'

/** Whether a transaction runs: charging's own shape and colour, with this list's word. */
export function TransactionState({ transaction }: { transaction: Transaction }) {
  const { t } = useTranslation('transactions')
  if (transaction.state === 'finished') return <span>{t('state.finished')}</span>
  return <StateWord state="charging" text={t('state.active')} />
}
