import { useRef } from 'react'
import type { Instant } from '../../../../shared/time/instant.ts'
import { DAY } from '../../../../shared/time/instant.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { timeTicks } from '../../../ui/chart/time-ticks.ts'
import { useWidth } from '../../../ui/chart/use-width.ts'

const HEIGHT = 120
const LEFT = 88
const BOTTOM = 18

/** Values over time as one stepped line, each over an equal stretch; a gap where nothing is known. */
export function SeriesChart({
  label,
  values,
  from,
  until,
  write,
  mark,
}: {
  label: string
  values: readonly (number | null)[]
  from: Instant
  until: Instant
  /** Writes a value at the axis. */
  write: (value: number) => string
  /** An instant to mark, with its word. */
  mark?: { at: Instant; word: string }
}) {
  const format = useFormat()
  const timeZone = useLocale((locale) => locale.timeZone)
  const place = useRef<HTMLDivElement>(null)
  const measured = useWidth(place)
  const width = Number.isFinite(measured) ? measured : 600
  const known = values.filter((value) => value !== null)
  const top = Math.max(0, ...known)
  const bottom = Math.min(0, ...known)
  const span = top - bottom || 1
  const x = (at: Instant) => LEFT + ((at - from) / (until - from)) * (width - LEFT)
  // The word of the mark stands above the highest value.
  const above = mark ? 16 : 6
  const y = (value: number) => above + ((top - value) / span) * (HEIGHT - BOTTOM - above)
  const stretchMs = (until - from) / Math.max(1, values.length)
  const ticks = timeTicks(from, until, Math.max(2, Math.floor(width / 110)), timeZone)
  const written = (at: Instant) =>
    until - from > 2 * DAY ? format.day(at).replace(/ \d{4}$/, '') : format.clock(at)
  const levels = [...new Set([top, 0, bottom])]
  return (
    <div ref={place} className="lp-series-chart">
      <svg width={width} height={HEIGHT} role="img" aria-label={label}>
        {levels.map((level) => (
          <g key={level}>
            <path d={`M${LEFT} ${y(level)}H${width}`} stroke="var(--lp-line)" />
            <text x={LEFT - 6} y={y(level) + 4} textAnchor="end">
              {write(level)}
            </text>
          </g>
        ))}
        {ticks.map((at) => (
          <text key={at} x={Math.min(x(at), width - 24)} y={HEIGHT - 4} textAnchor="middle">
            {written(at)}
          </text>
        ))}
        <path
          d={steppedPath(values, (index) => x(from + index * stretchMs), y)}
          fill="none"
          stroke="var(--lp-text)"
          strokeWidth="1.5"
        />
        {mark && mark.at > from && mark.at < until ? (
          <g>
            <path
              d={`M${x(mark.at)} 0V${HEIGHT - BOTTOM}`}
              stroke="var(--lp-text-soft)"
              strokeDasharray="2 3"
            />
            <text x={x(mark.at) + 4} y={10}>
              {mark.word}
            </text>
          </g>
        ) : null}
      </svg>
    </div>
  )
}

function steppedPath(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  let path = ''
  let drawing = false
  for (const [index, value] of values.entries()) {
    if (value === null) {
      drawing = false
      continue
    }
    path += `${drawing ? 'V' : `M${x(index).toFixed(1)} `}${y(value).toFixed(1)}H${x(index + 1).toFixed(1)}`
    drawing = true
  }
  return path
}
