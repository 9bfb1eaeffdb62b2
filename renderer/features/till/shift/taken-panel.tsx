import { useTranslation } from 'react-i18next'
import type { MeansSum, ShiftSums } from '../../../../shared/domain/till/shift-sums.ts'
import { MeansIcon } from '../../../payment/means-icon.tsx'
import { Money } from '../../../payment/money.tsx'

/** What was taken and given back in a shift, by means. */
export function TakenPanel({ sums, currency }: { sums: ShiftSums; currency: string }) {
  const { t } = useTranslation('till')
  const { taken, refunds, net } = sums
  const nothing = taken.length === 0 && refunds.length === 0
  return (
    <section className="lp-panel lp-till-taken" aria-labelledby="till-taken">
      <h2 id="till-taken">{t('now.taken')}</h2>
      {nothing ? <p className="lp-soft">{t('now.nothing')}</p> : <Means rows={taken} />}
      {refunds.length === 0 ? null : (
        <>
          <h3>{t('now.refunds')}</h3>
          <Means rows={refunds} />
        </>
      )}
      <table className="lp-till-sums lp-till-net">
        <tbody>
          {(net.length === 0 ? [{ currency, amountMinor: 0 }] : net).map((row) => (
            <tr key={row.currency}>
              <th scope="row">{t('now.net')}</th>
              <td>
                <Money minor={row.amountMinor} currency={row.currency} size="large" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Means({ rows }: { rows: readonly MeansSum[] }) {
  const { t } = useTranslation(['till', 'payment'])
  return (
    <table className="lp-till-sums">
      <tbody>
        {rows.map(({ means, currency, count, amountMinor }) => (
          <tr key={`${means} ${currency}`}>
            <th scope="row">
              <span className="lp-means">
                <MeansIcon means={means} size={20} />
                {t(`payment:means.${means}`)}
              </span>
            </th>
            <td className="lp-soft">{t('till:now.count', { count })}</td>
            <td>
              <Money minor={amountMinor} currency={currency} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
