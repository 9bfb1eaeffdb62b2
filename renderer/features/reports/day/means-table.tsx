import { useTranslation } from 'react-i18next'
import type { DaySums } from '../../../../shared/domain/report/day-figures.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { MeansIcon } from '../../../payment/means-icon.tsx'
import { revenueOf } from './day-figure.ts'

/** What was paid and given back by each means. */
export function MeansTable({ day }: { day: DaySums }) {
  const { t } = useTranslation(['reports', 'payment'])
  const format = useFormat()
  const money = (minor: number) => format.money(minor, day.currency)
  const payments = day.byMeans.reduce((sum, of) => sum + of.payments, 0)
  return (
    <section className="lp-panel lp-day-means">
      <h2>{t('reports:day.means.title')}</h2>
      {day.byMeans.length === 0 ? (
        <p className="lp-soft">{t('reports:day.means.none')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('reports:day.means.means')}</th>
              <th scope="col">{t('reports:day.means.payments')}</th>
              <th scope="col">{t('reports:day.means.taken')}</th>
              <th scope="col">{t('reports:day.means.refunded')}</th>
              <th scope="col">{t('reports:day.means.net')}</th>
            </tr>
          </thead>
          <tbody>
            {day.byMeans.map(({ means, takenMinor, refundedMinor, payments: count }) => (
              <tr key={means}>
                <th scope="row">
                  <MeansIcon means={means} /> {t(`payment:means.${means}`)}
                </th>
                <td>{format.number(count)}</td>
                <td>{money(takenMinor)}</td>
                <td>{money(refundedMinor)}</td>
                <td>{money(takenMinor - refundedMinor)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('reports:day.means.total')}</th>
              <td>{format.number(payments)}</td>
              <td>{money(day.takenMinor)}</td>
              <td>{money(day.refundedMinor)}</td>
              <td>{money(revenueOf(day))}</td>
            </tr>
          </tfoot>
        </table>
      )}
    </section>
  )
}
