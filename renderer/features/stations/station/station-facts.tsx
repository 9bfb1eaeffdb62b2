import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/use-format.ts'
import { Facts } from '../../../ui/frame/facts.tsx'
import { InertText } from '../../../ui/mark/inert-text.tsx'
import { NoPasswordMark } from '../no-password-mark.tsx'
import type { StationRow } from '../station-row.ts'

/** What is known of a charger, mostly by its own account. */
export function StationFacts({ row }: { row: StationRow }) {
  const { t } = useTranslation('station')
  const format = useFormat()
  const { station } = row
  const told = [
    'chargePointId',
    'vendor',
    'model',
    'serialNumber',
    'firmwareVersion',
    'ocppVersion',
    'remoteAddress',
    'meterType',
    'meterSerialNumber',
    'iccid',
    'imsi',
    'firmwareStatus',
    'diagnosticsStatus',
    'zone',
    'note',
  ] as const
  const rows = told
    .filter((field) => station[field])
    .map(
      (field) =>
        [t(`facts.${field}`), <InertText key={field} text={station[field]} max={500} />] as const,
    )
  return (
    <section className="lp-panel lp-part">
      <header className="lp-part-head">
        <h2>{t('facts.title')}</h2>
        {station.authentication === 'none' ? <NoPasswordMark /> : null}
      </header>
      <Facts
        rows={
          station.bootedAt === null
            ? rows
            : [...rows, [t('facts.bootedAt'), format.dateTime(station.bootedAt)] as const]
        }
      />
    </section>
  )
}
