import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { useFormat } from '../../../i18n/use-format.ts'
import type { HourRow } from './hour-row.ts'
import { axis, CLOCK_EVERY } from './plot-axis.ts'
import { PlotFrame } from './plot-frame.tsx'
import { drawn } from './plot-style.ts'
import { PlotTip } from './plot-tip.tsx'

/** How many sessions began in each hour. */
export const SessionsPlot = memo(function SessionsPlot({
  hours,
  label,
}: {
  hours: readonly HourRow[]
  label: string
}) {
  const { t } = useTranslation('reports')
  const format = useFormat()
  return (
    <PlotFrame title={t('day.plot.sessions')} entries={[]}>
      <div className="lp-day-chart" role="img" aria-label={label}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart
            data={[...hours]}
            accessibilityLayer={false}
            margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
          >
            <CartesianGrid stroke="var(--lp-line)" vertical={false} />
            <XAxis {...axis} dataKey="at" tickFormatter={format.clock} interval={CLOCK_EVERY} />
            <YAxis {...axis} width={40} axisLine={false} allowDecimals={false} />
            <Bar
              dataKey="sessions"
              isAnimationActive={false}
              fill={drawn.sessions.colour}
              fillOpacity={0.8}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: 'var(--lp-hover)' }}
              content={({ active, label: at }) => {
                const hour = hours.find((row) => row.at === Number(at))
                if (active !== true || hour === undefined) return null
                const told = [[t('day.sessions'), format.number(hour.sessions)]] as const
                return <PlotTip at={hour.at} told={told} />
              }}
            />
          </BarChart>
        </ResponsiveContainer>
      </div>
    </PlotFrame>
  )
})
