import type { Transaction } from '../../../shared/domain/transaction/transaction.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useNow } from '../../live/use-now.ts'
import { durationMs } from './transaction-list.ts'

/** How long a transaction took; one that runs goes on counting. */
export function Duration({ transaction }: { transaction: Transaction }) {
  const format = useFormat()
  const now = useNow(10_000)
  return <>{format.duration(durationMs(transaction, now))}</>
}
