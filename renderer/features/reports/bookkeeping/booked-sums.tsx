import { useTranslation } from 'react-i18next'
import type { SieCheck } from '../../../../shared/contract/accounting.ts'
import { Money } from '../../../payment/money.tsx'
import { inert } from '../../../ui/mark/inert.ts'

/** What vouchers come to on each account of the books; debits are as much as credits. */
export function BookedSums({ check: { sums, currency } }: { check: SieCheck }) {
  const { t } = useTranslation('bookkeeping')
  if (sums.length === 0) return null
  const total = (side: 'debitMinor' | 'creditMinor') =>
    sums.reduce((sum, row) => sum + row[side], 0)
  const money = (minor: number) =>
    minor === 0 ? null : <Money minor={minor} currency={currency} />
  return (
    <table className="lp-books-sums">
      <thead>
        <tr>
          <th scope="col">{t('sie.number')}</th>
          <th scope="col">{t('sie.name')}</th>
          <th scope="col">{t('sie.debit')}</th>
          <th scope="col">{t('sie.credit')}</th>
        </tr>
      </thead>
      <tbody>
        {sums.map(({ number, name, debitMinor, creditMinor }) => (
          <tr key={number}>
            <td>{number}</td>
            <td>{inert(name, 60).text}</td>
            <td>{money(debitMinor)}</td>
            <td>{money(creditMinor)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td />
          <td>{t('sie.sum')}</td>
          <td>{money(total('debitMinor'))}</td>
          <td>{money(total('creditMinor'))}</td>
        </tr>
      </tfoot>
    </table>
  )
}
