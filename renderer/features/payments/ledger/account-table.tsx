import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Money } from '../../../payment/money.tsx'
import { useAccountWords } from './use-account-words.ts'

/** An amount of an account: above zero a debit, below it a credit. */
export type AccountAmount = { account: string; amountMinor: number; currency: string }

/** Amounts of accounts under debit and credit; `children` is the table's foot. */
export function AccountTable({
  rows,
  children,
}: {
  rows: readonly AccountAmount[]
  children?: ReactNode
}) {
  const { t } = useTranslation('payments')
  const wordsOf = useAccountWords()
  return (
    <table className="lp-pay-balances">
      <thead>
        <tr>
          <th scope="col">{t('ledger.account')}</th>
          <th scope="col">{t('ledger.debit')}</th>
          <th scope="col">{t('ledger.credit')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ account, amountMinor, currency }, index) => (
          <tr key={index}>
            <th scope="row">{wordsOf(account)}</th>
            <td>{amountMinor > 0 ? <Money minor={amountMinor} currency={currency} /> : null}</td>
            <td>{amountMinor < 0 ? <Money minor={-amountMinor} currency={currency} /> : null}</td>
          </tr>
        ))}
      </tbody>
      {children}
    </table>
  )
}
