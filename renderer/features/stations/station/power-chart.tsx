import { useTranslation } from 'react-i18next'
import {
  Area,
  AreaChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import type { Instant } from '../../../../shared/time/instant.ts'
import { DAY } from '../../../../shared/time/instant.ts'
import { inWords } from '../../../i18n/format.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { timeTicks } from '../../../ui/chart/time-ticks.ts'
import { powerKey } from './power-series.ts'
import type { PowerMoment } from './power-series.ts'
import './station-page.css'
import '../../../ui/chart/chart.css'

/** Connectors are told apart by how their line is drawn: colour already means charging. */
const dashes = ['', '6 3', '2 3', '10 3 2 3'] as const

/** Power in kW over time, a stepped line a connector, because a measurement holds until the next one. */
export function PowerChart({
  series,
  connectorIds,
  from,
  until,
  peakW,
}: {
  series: PowerMoment[]
  connectorIds: readonly number[]
  from: Instant
  until: Instant
  peakW: number
}) {
  const { t } = useTranslation('station')
  const format = useFormat()
  const timeZone = useLocale((locale) => locale.timeZone)
  const ticks = timeTicks(from, until, 7, timeZone)
  const mark = (at: number) =>
    until - from > 2 * DAY ? format.day(at).replace(/ \d{4}$/, '') : format.clock(at)
  return (
    <div
      className="lp-chart"
      role="img"
      aria-label={t('chart.label', { peak: inWords(format.power(peakW)) })}
    >
      <ResponsiveContainer width="100%" height={220}>
        <AreaChart
          data={series}
          accessibilityLayer={false}
          margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        >
          <CartesianGrid stroke="var(--lp-line)" vertical={false} />
          <XAxis
            dataKey="at"
            type="number"
            domain={[from, until]}
            ticks={ticks}
            tickFormatter={mark}
            stroke="var(--lp-line-strong)"
            tickLine={false}
          />
          <YAxis
            width={44}
            domain={[0, 'auto']}
            tickFormatter={(kW: number) => format.number(kW, kW % 1 === 0 ? 0 : 1)}
            unit=" kW"
            stroke="var(--lp-line-strong)"
            tickLine={false}
            axisLine={false}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--lp-line-strong)' }}
            content={({ active, label, payload }) =>
              active === true && typeof label === 'number' ? (
                <div className="lp-chart-tip">
                  <div className="lp-soft">{format.clockSeconds(label)}</div>
                  {payload.map((entry) => (
                    <div key={String(entry.dataKey)}>
                      {entry.name}:{' '}
                      {typeof entry.value === 'number'
                        ? inWords(format.power(entry.value * 1_000))
                        : '–'}
                    </div>
                  ))}
                </div>
              ) : null
            }
          />
          {connectorIds.map((connectorId, index) => (
            <Area
              key={connectorId}
              name={t('chart.connector', { number: connectorId })}
              dataKey={powerKey(connectorId)}
              type="stepAfter"
              stroke="var(--lp-charging)"
              strokeWidth={2}
              strokeDasharray={dashes[index % dashes.length] ?? ''}
              fill="var(--lp-charging)"
              fillOpacity={connectorIds.length > 1 ? 0.06 : 0.14}
              isAnimationActive={false}
              dot={false}
            />
          ))}
        </AreaChart>
      </ResponsiveContainer>
      {connectorIds.length > 1 ? (
        <ul className="lp-chart-key">
          {connectorIds.map((connectorId, index) => (
            <li key={connectorId}>
              <svg width="24" height="8" aria-hidden="true">
                <path
                  d="M0 4h24"
                  stroke="var(--lp-charging)"
                  strokeWidth="2"
                  strokeDasharray={dashes[index % dashes.length]}
                />
              </svg>
              {t('chart.connector', { number: connectorId })}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
