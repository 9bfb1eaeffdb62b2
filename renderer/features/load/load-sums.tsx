import { useTranslation } from 'react-i18next'
import type { Quantity } from '../../i18n/format.ts'
import { inWords } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { Age } from '../../ui/mark/age.tsx'
import { Figure } from '../../ui/mark/figure.tsx'
import type { LoadFigures } from './load-figures.ts'
import { MINUTE } from '../../../shared/time/instant.ts'

/** From here on nobody asks for the hundredths of a kWh. */
const PRECISE_WH = 10_000_000

/** What the load shown comes to. */
export function LoadSums({
  figures,
  limitW,
  live,
  now,
}: {
  figures: LoadFigures
  /** What the peak is measured against; null where that would say nothing. */
  limitW: number | null
  /** Whether it goes on, so that its age matters. */
  live: boolean
  now: number
}) {
  const { t } = useTranslation('load')
  const format = useFormat()
  const { energyWh, peakW, peakAt, meanW, factorPct, knownPct, knownUntil } = figures
  const sums: [name: string, value: Quantity, note?: string][] = [
    [
      t('figures.energy'),
      energyWh < PRECISE_WH
        ? format.energy(energyWh)
        : { number: format.number(energyWh / 1_000), unit: 'kWh' },
    ],
    [
      t('figures.peak'),
      format.power(peakW),
      peakW === null || limitW === null || limitW <= 0
        ? ''
        : t('figures.ofLimit', { percent: inWords(format.percent((100 * peakW) / limitW)) }),
    ],
    [t('figures.when'), { number: peakAt === null ? '–' : format.moment(peakAt, now), unit: '' }],
    [t('figures.mean'), format.power(meanW)],
    [t('figures.factor'), format.percent(factorPct), t('figures.factorHint')],
  ]
  return (
    <dl className="lp-load-sums" aria-label={t('figures.label')}>
      {sums.map(([name, value, note], index) => (
        <div key={name} title={index === sums.length - 1 ? note : undefined}>
          <dt>{name}</dt>
          <dd>
            <Figure value={value} size={index < 2 ? 'large' : 'medium'} />
            {index === 1 && note !== '' ? <span className="lp-soft"> {note}</span> : null}
          </dd>
        </div>
      ))}
      <div className="lp-load-known">
        <dt>{t('figures.measured')}</dt>
        <dd>
          {live ? <Age at={knownUntil} staleAfterMs={3 * MINUTE} /> : null}
          <span className="lp-soft">
            {t('figures.known', { percent: inWords(format.percent(knownPct)) })}
          </span>
        </dd>
      </div>
    </dl>
  )
}
