import { memo, useId } from 'react'
import { useTranslation } from 'react-i18next'
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import type { Instant } from '../../../shared/time/instant.ts'
import { useLocale } from '../../i18n/locale.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { axisFormat, axisTicks } from './axis-words.ts'
import { marks } from './bands.ts'
import type { Chart } from './chart.ts'
import type { ChartPoint } from './chart-points.ts'
import { areaOpacity, drawn, hatches, lineStyle, PLANNED_OPACITY } from './chart-style.ts'
import { ChartTip } from './chart-tip.tsx'
import { unitOf } from './step-values.ts'

const axis = { stroke: 'var(--lp-line-strong)', tickLine: false } as const
const still = { isAnimationActive: false, dot: false, activeDot: false } as const
const steps = { type: 'stepAfter' } as const

/** The curve, what it is compared with, what is planned, and what the connection bears, on one time axis. Drawn anew only when any of it changes. */
export const LoadChart = memo(DrawnChart)

function DrawnChart({
  chart,
  names,
  label,
  onPick,
}: {
  chart: Chart
  names: readonly string[]
  label: string
  /** Called with the moment clicked. */
  onPick: (at: Instant) => void
}) {
  const { t } = useTranslation('load')
  const format = useFormat()
  const language = useLocale((locale) => locale.language)
  const hatch = useId()
  const { wanted, lines, points, stacked, measure, bands } = chart
  const { span, stretch, timeZone, asOf } = wanted
  const has = (value: (point: ChartPoint) => number | null) =>
    points.some((point) => value(point) !== null)
  const number = (value: number) => format.number(value, value % 1 === 0 ? 0 : 1)
  const power = measure === 'energy' ? 'kw' : 'main'
  const isLate = asOf - stretch.from > (stretch.until - stretch.from) * 0.9
  const withBase = has((point) => point.base)
  const line = (name: keyof typeof drawn, value: (point: ChartPoint) => number | null) =>
    has(value) ? (
      <Line
        {...steps}
        {...still}
        key={name}
        yAxisId={name === 'limit' || name === 'greatest' ? power : 'main'}
        name={name}
        dataKey={value}
        stroke={drawn[name].colour}
        strokeWidth={drawn[name].width}
        strokeDasharray={drawn[name].dashes}
      />
    ) : null

  return (
    <div className="lp-load-plot" role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={[...points]}
          accessibilityLayer={false}
          margin={{ top: 12, right: measure === 'energy' ? 0 : 12, bottom: 0, left: 0 }}
          onClick={({ activeLabel }) => {
            if (activeLabel !== undefined) onPick(Number(activeLabel))
          }}
        >
          <defs>
            {marks.map((mark) => (
              <pattern
                key={mark}
                id={`${hatch}-${mark}`}
                width="8"
                height="8"
                patternUnits="userSpaceOnUse"
              >
                <path
                  d={hatches[mark].path}
                  stroke={hatches[mark].colour}
                  strokeWidth={hatches[mark].width}
                  opacity={0.55}
                />
              </pattern>
            ))}
          </defs>
          <CartesianGrid stroke="var(--lp-line)" vertical={false} yAxisId="main" />
          <XAxis
            {...axis}
            dataKey="at"
            type="number"
            domain={[stretch.from, stretch.until]}
            allowDataOverflow
            ticks={axisTicks(span, stretch, 12, timeZone)}
            tickFormatter={axisFormat(span, language, timeZone)}
          />
          <YAxis
            {...axis}
            yAxisId="main"
            width={72}
            axisLine={false}
            domain={[0, 'auto']}
            tickFormatter={number}
            unit={` ${unitOf[measure]}`}
          />
          {measure === 'energy' ? (
            <YAxis
              {...axis}
              yAxisId="kw"
              orientation="right"
              width={64}
              axisLine={false}
              domain={[0, 'auto']}
              tickFormatter={number}
              unit=" kW"
            />
          ) : null}
          {has((point) => point.planned) ? (
            <Area
              {...steps}
              {...still}
              yAxisId="main"
              name="planned"
              dataKey={(point: ChartPoint) => point.planned}
              stroke={drawn.planned.colour}
              strokeWidth={drawn.planned.width}
              fill={drawn.planned.colour}
              fillOpacity={PLANNED_OPACITY}
            />
          ) : null}
          {withBase && stacked ? (
            <Area
              {...steps}
              {...still}
              yAxisId="main"
              name="base"
              dataKey={(point: ChartPoint) => point.base}
              stroke="none"
              fill={drawn.base.colour}
              fillOpacity={0.6}
            />
          ) : null}
          {lines.map((row, index) => {
            const { colour, dashes } = lineStyle(row, index, lines.length)
            return stacked ? (
              <Area
                {...steps}
                {...still}
                key={row.key}
                className="lp-load-row"
                yAxisId="main"
                name={names[index] ?? ''}
                dataKey={(point: ChartPoint) => point.areas[index] ?? null}
                stroke={lines.length === 1 ? colour : 'var(--lp-surface)'}
                strokeWidth={0.75}
                fill={colour}
                fillOpacity={areaOpacity(lines.length)}
              />
            ) : (
              <Line
                {...steps}
                {...still}
                key={row.key}
                className="lp-load-row"
                yAxisId="main"
                name={names[index] ?? ''}
                dataKey={(point: ChartPoint) => point.values[index] ?? null}
                stroke={colour}
                strokeWidth={lines.length === 1 ? 2 : 1.6}
                strokeDasharray={dashes}
              />
            )
          })}
          {bands.map(({ from, until, mark }) => (
            <ReferenceArea
              key={`${mark}:${from}`}
              yAxisId="main"
              x1={from}
              x2={until}
              fill={`url(#${hatch}-${mark})`}
              fillOpacity={1}
              stroke="none"
              ifOverflow="hidden"
            />
          ))}
          {withBase && !stacked ? line('base', (point) => point.base) : null}
          {stacked && measure !== 'energy' ? line('total', (point) => point.total) : null}
          {line('greatest', (point) => point.greatest)}
          {line('compared', (point) => point.compared)}
          {line('proven', (point) => point.proven)}
          {line('limit', (point) => point.limit)}
          {asOf > stretch.from && asOf < stretch.until && span !== 'year' && span !== 'hour' ? (
            <ReferenceLine
              yAxisId="main"
              x={asOf}
              stroke="var(--lp-text)"
              strokeDasharray="1 3"
              label={{
                value: t('chart.now'),
                position: isLate ? 'insideBottomRight' : 'insideBottomLeft',
                fontSize: 11,
              }}
            />
          ) : null}
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--lp-line-strong)' }}
            content={({ active, label: at }) =>
              active === true ? <ChartTip chart={chart} names={names} at={Number(at)} /> : null
            }
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  )
}
