import { memo, useId } from 'react'
import { useTranslation } from 'react-i18next'
import {
  Bar,
  BarChart,
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { minorDigits } from '../../../../shared/domain/money/currency.ts'
import { paymentMeans } from '../../../../shared/domain/payment/payment.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { meansThatMoved } from './hour-row.ts'
import type { HourRow } from './hour-row.ts'
import { axis, CLOCK_EVERY } from './plot-axis.ts'
import { FillPattern, PlotFrame } from './plot-frame.tsx'
import { fillOf } from './plot-style.ts'
import { PlotTip } from './plot-tip.tsx'

/** What was paid in each hour less what was given back, a means upon the other. Drawn anew only when any of it changes. */
export const RevenuePlot = memo(function RevenuePlot({
  hours,
  currency,
  label,
}: {
  hours: readonly HourRow[]
  currency: string
  label: string
}) {
  const { t } = useTranslation(['reports', 'payment'])
  const format = useFormat()
  const pattern = useId()
  const moved = meansThatMoved(hours)
  const money = (minor: number) => format.money(minor, currency)
  const major = 10 ** minorDigits(currency)
  const entries = moved.map((means) => ({
    ...{ key: means, name: t(`payment:means.${means}`), fill: fillOf(means) },
  }))
  return (
    <PlotFrame title={t('reports:day.plot.revenue')} entries={entries}>
      <div className="lp-day-chart" role="img" aria-label={label}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart
            data={[...hours]}
            stackOffset="sign"
            accessibilityLayer={false}
            margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
          >
            <defs>
              {entries.map(({ key, fill }) => (
                <FillPattern key={key} id={`${pattern}-${key}`} fill={fill} />
              ))}
            </defs>
            <CartesianGrid stroke="var(--lp-line)" vertical={false} />
            <XAxis {...axis} dataKey="at" tickFormatter={format.clock} interval={CLOCK_EVERY} />
            <YAxis
              {...axis}
              width={64}
              axisLine={false}
              tickFormatter={(minor: number) => format.number(minor / major)}
            />
            <ReferenceLine y={0} stroke="var(--lp-line-strong)" />
            {entries.map(({ key, name }) => {
              const place = paymentMeans.options.indexOf(key)
              return (
                <Bar
                  key={key}
                  stackId="means"
                  name={name}
                  isAnimationActive={false}
                  dataKey={({ byMeans }: HourRow) => byMeans[place] ?? 0}
                  fill={`url(#${pattern}-${key})`}
                  stroke="var(--lp-surface)"
                  strokeWidth={0.75}
                />
              )
            })}
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: 'var(--lp-hover)' }}
              content={({ active, label: at }) => {
                const hour = hours.find((row) => row.at === Number(at))
                if (active !== true || hour === undefined) return null
                const told = entries.flatMap(({ key, name }): [string, string][] => {
                  const minor = hour.byMeans[paymentMeans.options.indexOf(key)] ?? 0
                  return minor === 0 ? [] : [[name, money(minor)]]
                })
                const total = [t('reports:day.means.total'), money(hour.revenueMinor)] as const
                return <PlotTip at={hour.at} told={[...told, total]} />
              }}
            />
          </BarChart>
        </ResponsiveContainer>
      </div>
    </PlotFrame>
  )
})
