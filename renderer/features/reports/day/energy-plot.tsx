import { memo, useId } from 'react'
import { useTranslation } from 'react-i18next'
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { inWords } from '../../../i18n/format.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import type { HourRow } from './hour-row.ts'
import { axis, CLOCK_EVERY } from './plot-axis.ts'
import { FillPattern, PlotFrame } from './plot-frame.tsx'
import { drawn } from './plot-style.ts'
import { PlotTip } from './plot-tip.tsx'

const still = {
  isAnimationActive: false,
  dot: false,
  activeDot: false,
  connectNulls: false,
} as const

/** What was delivered in each hour, and how many of the connectors were plugged in and charged. */
export const EnergyPlot = memo(function EnergyPlot({
  hours,
  label,
}: {
  hours: readonly HourRow[]
  label: string
}) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  const pattern = useId()
  const entries = [
    { key: 'delivered', name: `${t('day.plot.delivered')}, kWh`, fill: drawn.delivered },
    { key: 'plugged', name: `${t('day.plot.plugged')}, %`, line: drawn.plugged },
    { key: 'charging', name: `${t('day.plot.charging')}, %`, line: drawn.charging },
  ]
  const share = (name: 'plugged' | 'charging', of: (hour: HourRow) => number | null) => (
    <Line
      {...still}
      yAxisId="share"
      name={name}
      type="linear"
      dataKey={of}
      stroke={drawn[name].colour}
      strokeWidth={drawn[name].width}
      strokeDasharray={drawn[name].dashes}
    />
  )
  return (
    <PlotFrame title={t('day.plot.energy')} entries={entries}>
      <div className="lp-day-chart" role="img" aria-label={label}>
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart
            data={[...hours]}
            accessibilityLayer={false}
            margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
          >
            <defs>
              <FillPattern id={pattern} fill={drawn.delivered} />
            </defs>
            <CartesianGrid stroke="var(--lp-line)" vertical={false} yAxisId="kWh" />
            <XAxis {...axis} dataKey="at" tickFormatter={format.clock} interval={CLOCK_EVERY} />
            <YAxis
              {...axis}
              yAxisId="kWh"
              width={64}
              axisLine={false}
              tickFormatter={(wh: number) => format.number(wh / 1_000)}
              unit=" kWh"
            />
            <YAxis
              {...axis}
              yAxisId="share"
              orientation="right"
              width={48}
              axisLine={false}
              domain={[0, 100]}
              ticks={[0, 50, 100]}
              unit=" %"
            />
            <Bar
              yAxisId="kWh"
              name="delivered"
              isAnimationActive={false}
              dataKey={({ energyWh }: HourRow) => energyWh}
              fill={`url(#${pattern})`}
              fillOpacity={0.55}
            />
            {share('plugged', ({ pluggedPct }) => pluggedPct)}
            {share('charging', ({ chargingPct }) => chargingPct)}
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: 'var(--lp-hover)' }}
              content={({ active, label: at }) => {
                const hour = hours.find((row) => row.at === Number(at))
                if (active !== true || hour === undefined) return null
                const told = [
                  [t('day.plot.delivered'), inWords(format.energy(hour.energyWh))],
                  [t('day.plot.plugged'), inWords(format.percent(hour.pluggedPct))],
                  [t('day.plot.charging'), inWords(format.percent(hour.chargingPct))],
                ] as const
                return <PlotTip at={hour.at} told={told} />
              }}
            />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </PlotFrame>
  )
})
