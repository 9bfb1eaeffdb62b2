import { useTranslation } from 'react-i18next'
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { DAY } from '../../../shared/time/instant.ts'
import { inWords } from '../../i18n/format.ts'
import { useLocale } from '../../i18n/locale.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { timeTicks } from '../../ui/chart/time-ticks.ts'
import type { MeterMoment } from './meter-series.ts'
import './transactions.css'

const axis = { stroke: 'var(--lp-line-strong)', tickLine: false } as const

/** Power as a filled step (left), energy as a line (right), state of charge dotted in per cent where it is told. */
export function MeterChart({ series }: { series: MeterMoment[] }) {
  const { t } = useTranslation('transactions')
  const format = useFormat()
  const timeZone = useLocale((locale) => locale.timeZone)
  const from = series[0]?.at ?? 0
  const until = Math.max(from + 1_000, series.at(-1)?.at ?? 0)
  const mark = (at: number) =>
    until - from > 2 * DAY ? format.day(at).replace(/ \d{4}$/, '') : format.clock(at)
  const number = (value: number) => format.number(value, value % 1 === 0 ? 0 : 1)
  const withSoc = series.some((moment) => moment.socPct !== null)
  return (
    <div className="lp-curve" role="img" aria-label={t('curve.label')}>
      <ResponsiveContainer width="100%" height={260}>
        <ComposedChart
          data={series}
          accessibilityLayer={false}
          margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
        >
          <CartesianGrid stroke="var(--lp-line)" vertical={false} />
          <XAxis
            {...axis}
            dataKey="at"
            type="number"
            domain={[from, until]}
            ticks={timeTicks(from, until, 7, timeZone)}
            tickFormatter={mark}
          />
          <YAxis
            {...axis}
            yAxisId="power"
            width={60}
            axisLine={false}
            domain={[0, 'auto']}
            tickFormatter={number}
            unit=" kW"
          />
          <YAxis
            {...axis}
            yAxisId="energy"
            orientation="right"
            width={68}
            axisLine={false}
            domain={[0, 'auto']}
            tickFormatter={number}
            unit=" kWh"
          />
          <YAxis yAxisId="soc" hide domain={[0, 100]} />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--lp-line-strong)' }}
            content={({ active, label }) => {
              const moment =
                active === true ? series.find((candidate) => candidate.at === label) : undefined
              if (!moment) return null
              return (
                <div className="lp-curve-tip">
                  <div className="lp-soft">{format.clockSeconds(moment.at)}</div>
                  {moment.powerKw === null ? null : (
                    <div>
                      {t('curve.power')}: {inWords(format.power(moment.powerKw * 1_000))}
                    </div>
                  )}
                  {moment.energyKwh === null ? null : (
                    <div>
                      {t('curve.energy')}: {inWords(format.energy(moment.energyKwh * 1_000))}
                    </div>
                  )}
                  {moment.socPct === null ? null : (
                    <div>
                      {t('curve.soc')}: {inWords(format.percent(moment.socPct))}
                    </div>
                  )}
                </div>
              )
            }}
          />
          <Area
            yAxisId="power"
            dataKey="powerKw"
            type="stepAfter"
            stroke="var(--lp-charging)"
            strokeWidth={2}
            fill="var(--lp-charging)"
            fillOpacity={0.14}
            isAnimationActive={false}
            connectNulls
            dot={false}
          />
          <Line
            yAxisId="energy"
            dataKey="energyKwh"
            type="linear"
            stroke="var(--lp-text)"
            strokeWidth={1.5}
            isAnimationActive={false}
            connectNulls
            dot={false}
          />
          {withSoc ? (
            <Line
              yAxisId="soc"
              dataKey="socPct"
              type="linear"
              stroke="var(--lp-text-soft)"
              strokeWidth={1.5}
              strokeDasharray="2 4"
              isAnimationActive={false}
              connectNulls
              dot={false}
            />
          ) : null}
        </ComposedChart>
      </ResponsiveContainer>
      <ul className="lp-curve-key">
        <Key name={t('curve.power')} stroke="var(--lp-charging)" />
        <Key name={t('curve.energy')} stroke="var(--lp-text)" />
        {withSoc ? <Key name={t('curve.soc')} stroke="var(--lp-text-soft)" dashes="2 4" /> : null}
      </ul>
    </div>
  )
}

function Key({ name, stroke, dashes }: { name: string; stroke: string; dashes?: string }) {
  return (
    <li>
      <svg width="24" height="8" aria-hidden="true">
        <path d="M0 4h24" stroke={stroke} strokeWidth="2" strokeDasharray={dashes} />
      </svg>
      {name}
    </li>
  )
}
