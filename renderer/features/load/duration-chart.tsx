import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Area, AreaChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { DurationPoint } from '../../../shared/domain/load/load.ts'
import { inWords } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import '../../ui/chart/chart.css'

const axis = { stroke: 'var(--lp-line-strong)', tickLine: false } as const

/** For which share of the time at least how much was drawn, the highest at the left. */
export const DurationChart = memo(DrawnCurve)

function DrawnCurve({ points }: { points: readonly DurationPoint[] }) {
  const { t } = useTranslation('load')
  const format = useFormat()
  const [first] = points
  const last = points.at(-1)
  // The points stand for shares of the time around them; the curve reaches from nought to all of it.
  const curve = [
    ...(first === undefined ? [] : [{ ...first, sharePct: 0 }]),
    ...points,
    ...(last === undefined ? [] : [{ ...last, sharePct: 100 }]),
  ].map(({ sharePct, meanW }) => ({ sharePct, kw: meanW / 1_000 }))
  const half = points.find(({ sharePct }) => sharePct >= 50) ?? last
  const label = t('duration.label', { half: inWords(format.power(half?.meanW ?? null)) })
  const number = (value: number) => format.number(value, value % 1 === 0 ? 0 : 1)
  return (
    <div className="lp-load-plot" role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height="100%">
        <AreaChart
          data={curve}
          accessibilityLayer={false}
          margin={{ top: 8, right: 28, bottom: 0, left: 0 }}
        >
          <XAxis
            {...axis}
            dataKey="sharePct"
            type="number"
            domain={[0, 100]}
            ticks={[0, 25, 50, 75, 100]}
            unit=" %"
          />
          <YAxis
            {...axis}
            width={64}
            axisLine={false}
            domain={[0, 'auto']}
            tickFormatter={number}
            unit=" kW"
          />
          <Area
            type="linear"
            dataKey="kw"
            stroke="var(--lp-text)"
            strokeWidth={1.6}
            fill="var(--lp-charging)"
            fillOpacity={0.25}
            isAnimationActive={false}
            dot={false}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--lp-line-strong)' }}
            content={({ active, label: at }) => {
              const point =
                active === true ? curve.find(({ sharePct }) => sharePct === at) : undefined
              if (point === undefined) return null
              const power = inWords(format.power(point.kw * 1_000))
              const share = inWords(format.percent(point.sharePct))
              return <div className="lp-chart-tip">{t('duration.atLeast', { power, share })}</div>
            }}
          />
        </AreaChart>
      </ResponsiveContainer>
    </div>
  )
}
