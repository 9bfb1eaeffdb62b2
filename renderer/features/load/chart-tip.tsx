import { useTranslation } from 'react-i18next'
import type { Instant } from '../../../shared/time/instant.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useStretchWords } from '../../ui/words/stretch-words.ts'
import type { Chart } from './chart.ts'
import { stepAround } from './chart-points.ts'
import { drawn, lineStyle } from './chart-style.ts'
import { unitOf } from './step-values.ts'
import '../../ui/chart/chart.css'

/** What stands at the moment under the pointer, in words. */
export function ChartTip({
  chart,
  names,
  at,
}: {
  chart: Chart
  names: readonly string[]
  at: Instant
}) {
  const { t } = useTranslation('load')
  const format = useFormat()
  const stretchWords = useStretchWords()
  const { points, lines, measure, stacked, wanted, bands } = chart
  const step = stepAround(points, at)
  if (step === null) return null
  const { point } = step
  const unit = unitOf[measure]
  const written = (value: number, of = unit) =>
    `${format.number(value, of === 'kWh' ? 2 : 1)} ${of}`
  const told: [name: string, colour: string, value: number | null, unit?: string][] = [
    ...lines.map((line, row): [string, string, number | null] => [
      names[row] ?? '',
      lineStyle(line, row, lines.length).colour,
      point.values[row] ?? null,
    ]),
    [t('series.base'), drawn.base.colour, point.base],
    ...(stacked && (lines.length > 1 || point.base !== null)
      ? [[t('series.total'), drawn.total.colour, point.total] as [string, string, number | null]]
      : []),
    [t('series.greatest'), drawn.greatest.colour, point.greatest, 'kW'],
    [t(`compare.name.${wanted.span}`), drawn.compared.colour, point.compared],
    [t('series.planned'), drawn.planned.colour, point.planned],
    [t('series.limit'), drawn.limit.colour, point.limit, measure === 'energy' ? 'kW' : unit],
  ]
  const odd = bands.filter((band) => band.from <= at && at < band.until)
  return (
    <div className="lp-chart-tip">
      <div className="lp-soft">{stretchWords(step.from, step.until)}</div>
      {told.map(([name, colour, value, of]) =>
        value === null ? null : (
          <div key={name} className="lp-load-tipline">
            <span className="lp-load-swatch" style={{ background: colour }} />
            <span>{name}</span>
            <strong>{written(value, of)}</strong>
          </div>
        ),
      )}
      {odd.map(({ mark, from }) => (
        <div key={`${mark}:${from}`} className="lp-soft">
          {t(`mark.${mark}`)}
        </div>
      ))}
    </div>
  )
}
