import { useTranslation } from 'react-i18next'
import type { Bill, BillLine } from '../../shared/domain/bill/bill.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Money } from './money.tsx'
import './payment.css'

/** What a stay costs, line by line without tax, then the tax of each rate and the sum. */
export function BillLines({
  bill,
}: {
  bill: Pick<Bill, 'lines' | 'vat' | 'inclMinor' | 'currency'>
}) {
  const { t } = useTranslation('payment')
  const format = useFormat()
  const { currency } = bill
  return (
    <table className="lp-bill-lines">
      <tbody>
        {bill.lines.map((line, index) => (
          <tr key={index}>
            <th scope="row">
              {t(`line.${line.kind}`)}
              <LineQuantity line={line} currency={currency} />
            </th>
            <td>
              <Money minor={line.exclMinor} currency={currency} />
            </td>
          </tr>
        ))}
        {bill.vat.map(({ ratePct, vatMinor }) => (
          <tr key={ratePct}>
            <th scope="row" className="lp-soft">
              {t('bill.vat', { rate: format.rate(ratePct) })}
            </th>
            <td className="lp-soft">
              <Money minor={vatMinor} currency={currency} />
            </td>
          </tr>
        ))}
        <tr data-sum>
          <th scope="row">{t('bill.total')}</th>
          <td>
            <Money minor={bill.inclMinor} currency={currency} />
          </td>
        </tr>
      </tbody>
    </table>
  )
}

function LineQuantity({ line, currency }: { line: BillLine; currency: string }) {
  const { t } = useTranslation('payment')
  const format = useFormat()
  const { quantity, unit, unitPrice } = line
  if (quantity === null || unit === null || unitPrice === null) return null
  // One start fee says nothing more by being counted.
  if (unit === 'session' && quantity === 1) return null
  return (
    <span className="lp-bill-of">
      {t('bill.quantity', {
        quantity: format.number(quantity, unit === 'session' ? 0 : 2),
        unit: t(`unit.${unit}`),
        price: format.unitPrice(unitPrice, currency),
      })}
    </span>
  )
}
