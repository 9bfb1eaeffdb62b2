import { useTranslation } from 'react-i18next'
import { paymentMeans } from '../../../../shared/domain/payment/payment.ts'
import { UNKNOWN } from '../../../i18n/format.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { meansThatMoved, sumOfHours } from './hour-row.ts'
import type { HourRow } from './hour-row.ts'

/** The day hour by hour as it is written: what the plots draw, to be read, heard and copied. */
export function HourTable({ hours, currency }: { hours: readonly HourRow[]; currency: string }) {
  const { t } = useTranslation(['reports', 'payment'])
  const format = useFormat()
  const moved = meansThatMoved(hours)
  const money = (minor: number) => format.money(minor, currency)
  const share = (percent: number | null) => (percent === null ? UNKNOWN : format.number(percent))
  const energy = (wh: number | null) => (wh === null ? UNKNOWN : format.number(wh / 1_000, 2))
  const sums = sumOfHours(hours)
  const amounts = (byMeans: readonly number[]) =>
    moved.map((means) => {
      const minor = byMeans[paymentMeans.options.indexOf(means)] ?? 0
      return <td key={means}>{minor === 0 ? '' : money(minor)}</td>
    })
  return (
    <table className="lp-day-hours" aria-label={t('reports:day.table.label')}>
      <thead>
        <tr>
          <th scope="col">{t('reports:day.table.hour')}</th>
          {moved.map((means) => (
            <th key={means} scope="col">
              {t(`payment:means.${means}`)}
            </th>
          ))}
          <th scope="col">{t('reports:day.table.revenue')}</th>
          <th scope="col">{t('reports:day.table.energy')}</th>
          <th scope="col">{t('reports:day.table.plugged')}</th>
          <th scope="col">{t('reports:day.table.charging')}</th>
          <th scope="col">{t('reports:day.table.sessions')}</th>
        </tr>
      </thead>
      <tbody>
        {hours.map((hour) => (
          <tr key={hour.at}>
            <th scope="row">{format.clock(hour.at)}</th>
            {amounts(hour.byMeans)}
            <td>{money(hour.revenueMinor)}</td>
            <td>{energy(hour.energyWh)}</td>
            <td>{share(hour.pluggedPct)}</td>
            <td>{share(hour.chargingPct)}</td>
            <td>{format.number(hour.sessions)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('reports:day.table.sum')}</th>
          {amounts(sums.byMeans)}
          <td>{money(sums.revenueMinor)}</td>
          <td>{energy(sums.energyWh)}</td>
          <td />
          <td />
          <td>{format.number(sums.sessions)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
