import { useTranslation } from 'react-i18next'
import type { Invoice } from '../../../../shared/domain/invoice/invoice.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { Money } from '../../../payment/money.tsx'
import { inert } from '../../../ui/mark/inert.ts'

/** What each vehicle came to, where there are several. */
export function VehicleRows({
  invoice: { groups, currency },
}: {
  invoice: Pick<Invoice, 'groups' | 'currency'>
}) {
  const { t } = useTranslation('invoice')
  const format = useFormat()
  if (groups.length < 2) return null
  return (
    <section>
      <h3>{t('detail.byVehicle')}</h3>
      <table className="lp-invoices-rows">
        <tbody>
          {groups.map((group, index) => (
            <tr key={index}>
              <td>
                {inert(group.plate, 20).text}{' '}
                <span className="lp-soft">
                  {[group.vehicle, group.costCentre]
                    .filter(Boolean)
                    .map((word) => inert(word, 40).text)
                    .join(' · ')}
                </span>
              </td>
              <td className="lp-soft">{format.energy(group.energyWh).number} kWh</td>
              <td>
                <Money minor={group.inclMinor} currency={currency} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
