import { IconBook } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../../live/use-live.ts'
import { useQuery } from '../../../live/use-query.ts'
import { useReloadOn } from '../../../live/use-reload-on.ts'
import { LedgerVerify } from '../../../payment/ledger-verify.tsx'
import { MoneyMark } from '../../../payment/money-mark.tsx'
import { Money } from '../../../payment/money.tsx'
import { EmptyState } from '../../../ui/frame/empty-state.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { PanelSkeleton } from '../../../ui/frame/skeletons.tsx'
import { AccountTable } from './account-table.tsx'
import { trialBalances } from './trial-balance.ts'
import type { TrialBalance } from './trial-balance.ts'
import { useLedgerMarks } from './use-ledger-marks.ts'

/**
 * The trial balance, and the way to verify what it is summed from.
 * @param entered how often something was entered here, which nothing live tells
 */
export function BalancesView({ entered }: { entered: number }) {
  const { t } = useTranslation('payments')
  const hub = useClient()
  const query = useQuery('balances', (signal) => hub.ledger.balances({}, { signal }))
  // The old sums stay meanwhile: were they gone, so would be a verification that is under way below them.
  useReloadOn([...useLedgerMarks(), entered], query.reload)
  const balances = trialBalances(query.data?.rows ?? [])
  return (
    <div className="lp-pay-scroll">
      <ErrorNote error={query.error} onRetry={query.reload} />
      {query.state === 'loading' ? <PanelSkeleton height={320} /> : null}
      {query.data !== undefined && balances.length === 0 ? (
        <EmptyState icon={<IconBook size={40} stroke={1.2} />} title={t('empty.ledger')}>
          {t('empty.ledgerText')}
        </EmptyState>
      ) : null}
      {balances.map((balance) => (
        <BalanceTable key={balance.currency} balance={balance} />
      ))}
      {balances.length === 0 ? null : (
        <div className="lp-pay-verify">
          <LedgerVerify />
        </div>
      )}
    </div>
  )
}

function BalanceTable({ balance }: { balance: TrialBalance }) {
  const { t } = useTranslation('payments')
  const { currency, rows, debitMinor, creditMinor, differenceMinor } = balance
  return (
    <>
      <AccountTable rows={rows.map((row) => ({ ...row, amountMinor: row.balanceMinor }))}>
        <tfoot>
          <tr>
            <th scope="row">{t('ledger.sum')}</th>
            <td>
              <Money minor={debitMinor} currency={currency} />
            </td>
            <td>
              <Money minor={creditMinor} currency={currency} />
            </td>
          </tr>
        </tfoot>
      </AccountTable>
      <p>
        <MoneyMark
          look={differenceMinor === 0 ? 'done' : 'wrong'}
          text={t(differenceMinor === 0 ? 'ledger.fits' : 'ledger.off')}
        />
      </p>
    </>
  )
}
