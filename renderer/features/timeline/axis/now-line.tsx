import { useFormat } from '../../../i18n/use-format.ts'
import { useNow } from '../../../live/use-now.ts'
import { layerX } from './time-window.ts'
import type { TimeWindow } from './time-window.ts'

const STEP_MS = 5_000

/** The line of now over the rows, and the past under them a shade darker. */
export function NowLine({ window }: { window: TimeWindow }) {
  const now = useNow(STEP_MS)
  const x = layerX(window, now)
  return (
    <>
      {x > 0 ? <span className="lp-tl-past" style={{ width: x }} aria-hidden="true" /> : null}
      <span className="lp-tl-now" style={{ transform: `translateX(${x}px)` }} aria-hidden="true" />
    </>
  )
}

/** The time of now on the axis. */
export function NowMark({ window }: { window: TimeWindow }) {
  const now = useNow(STEP_MS)
  const format = useFormat()
  return (
    <time
      className="lp-tl-nowmark"
      dateTime={new Date(now).toISOString()}
      style={{ transform: `translateX(${layerX(window, now)}px)` }}
    >
      <span>{format.clock(now)}</span>
    </time>
  )
}
