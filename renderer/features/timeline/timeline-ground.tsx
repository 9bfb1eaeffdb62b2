import { memo } from 'react'
import type { Axis } from './axis/axis.ts'
import { layerX } from './axis/time-window.ts'
import type { TimeWindow } from './axis/time-window.ts'

/** What lies under the bars: weekends, the lines of the axis, days more strongly. */
export const TimelineGround = memo(function TimelineGround({
  axis,
  window,
}: {
  axis: Axis
  window: TimeWindow
}) {
  const x = (at: number) => layerX(window, at)
  return (
    <div className="lp-tl-ground" aria-hidden="true">
      {axis.days.map(({ from, until, weekend }) =>
        weekend ? (
          <span
            key={from}
            className="lp-tl-weekend"
            style={{ left: x(from), width: x(until) - x(from) }}
          />
        ) : null,
      )}
      {axis.tickKind === 'clock'
        ? axis.ticks.map((at) => <span key={at} className="lp-tl-line" style={{ left: x(at) }} />)
        : null}
      {axis.days.map(({ from, monday }) => (
        <span
          key={from}
          className="lp-tl-day"
          data-monday={monday || undefined}
          style={{ left: x(from) }}
        />
      ))}
    </div>
  )
})
