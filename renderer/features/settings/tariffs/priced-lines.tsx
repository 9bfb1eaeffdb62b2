import { useTranslation } from 'react-i18next'
import type { Priced, PricedLine } from '../../../../shared/domain/tariff/priced.ts'
import { useFormat } from '../../../i18n/use-format.ts'

/** What a session costs, line by line: what was billed, at what price, its tax, and the sums. */
export function PricedLines({ priced }: { priced: Priced }) {
  const { t } = useTranslation('price')
  const format = useFormat()
  const { currency, lines } = priced
  if (lines.length === 0) return <p className="lp-soft">{t('lines.nothing')}</p>
  const rate = (ratePct: number) => t('lines.rate', { rate: format.rate(ratePct) })
  return (
    <div className="lp-tariff-scroll">
      <table className="lp-tariff-lines">
        <thead>
          <tr>
            <th scope="col">{t('lines.what')}</th>
            <th scope="col">{t('lines.quantity')}</th>
            <th scope="col">{t('lines.price')}</th>
            <th scope="col">{t('lines.excl')}</th>
            <th scope="col" colSpan={2}>
              {t('lines.vat')}
            </th>
            <th scope="col">{t('lines.incl')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a line is nothing but its place
            <tr key={index}>
              <th scope="row">{t(`line.${line.dimension}`)}</th>
              <td>
                <Quantity line={line} />
              </td>
              <td>
                <UnitPrice line={line} currency={currency} />
              </td>
              <td>{format.money(line.exclMinor, currency)}</td>
              <td className="lp-soft">{rate(line.ratePct)}</td>
              <td>{format.money(line.vatMinor, currency)}</td>
              <td>{format.money(line.inclMinor, currency)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {t('lines.total')}
            </th>
            <td>{format.money(priced.exclMinor, currency)}</td>
            <td />
            <td>{format.money(priced.inclMinor - priced.exclMinor, currency)}</td>
            <td>
              <strong>{format.money(priced.inclMinor, currency)}</strong>
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Quantity({ line: { billed, unit } }: { line: PricedLine }) {
  const format = useFormat()
  if (billed === null || unit === null || unit === 'once') return null
  if (unit === 's') return format.duration(billed * 1_000)
  const { number, unit: kWh } = format.energy(billed)
  return (
    <>
      {number} <span className="lp-soft">{kWh}</span>
    </>
  )
}

function UnitPrice({ line, currency }: { line: PricedLine; currency: string }) {
  const format = useFormat()
  const { unitPrice, unit } = line
  if (unitPrice === null) return null
  const per = unit === 'Wh' ? '/kWh' : unit === 's' ? '/h' : ''
  return (
    <>
      {format.unitPrice(unitPrice, currency)}
      <span className="lp-soft">{per}</span>
    </>
  )
}
