import { memo } from 'react'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import type { PayState } from '../../../payment/pay-state.ts'
import type { ChargeState } from '../../../ui/mark/charge-state.ts'
import type { BarModel } from './bar.ts'
import { BarButton, boxOf } from './bar-button.tsx'
import type { RowLanes } from './bar-keeper.ts'
import { layBar, merged } from './density.ts'
import type { LaidBar } from './density.ts'
import { DensityBlock } from './density-block.tsx'
import { within } from './index-bars.ts'
import type { RowBookings } from './index-bars.ts'
import { layerX } from '../axis/time-window.ts'
import type { TimeWindow } from '../axis/time-window.ts'
import type { BarWords } from './use-bar-words.ts'

type Props = {
  bookings: RowBookings | undefined
  lanes: RowLanes
  window: TimeWindow
  modelOf: (booking: Booking) => BarModel
  paid: ReadonlyMap<string, PayState>
  words: BarWords
  top: number
  height: number
  /** The name of the row, and what its connector does. */
  name: string
  state: ChargeState
  merge: boolean
  selected: ReadonlySet<string>
  openId: string | null
  /** The bookings found; null when nothing is looked for. */
  hits: ReadonlySet<string> | null
  tabId: string | null
}

/** The bars of one row within the window. */
export const RowBars = memo(function RowBars(props: Props) {
  const { bookings, window, height, hits } = props
  const seen = bookings === undefined ? [] : within(bookings, window.from, window.until)
  const laid = seen.map((booking) =>
    layBar(props.modelOf(booking), props.lanes.laneOf(booking.id), window),
  )
  const shown = props.merge ? merged(laid) : laid
  return (
    <div
      className="lp-tl-row"
      role="group"
      aria-label={props.name}
      data-state={props.state}
      style={{ transform: `translateY(${props.top}px)`, height }}
    >
      {shown.map((one) =>
        one.kind === 'bar' ? (
          <Beside key={one.bar.id} laid={one} window={window} rowHeight={height} />
        ) : null,
      )}
      {shown.map((one) =>
        one.kind === 'block' ? (
          <DensityBlock key={one.key} block={one} rowHeight={height} />
        ) : (
          <BarButton
            key={one.bar.id}
            bar={one.bar}
            lane={one.lane}
            x={one.x}
            width={one.width}
            rowHeight={height}
            place={props.name}
            words={props.words}
            paid={props.paid.get(one.bar.id) ?? null}
            selected={props.selected.has(one.bar.id)}
            open={one.bar.id === props.openId}
            found={hits === null ? null : hits.has(one.bar.id)}
            tabbable={one.bar.id === props.tabId}
          />
        ),
      )}
    </div>
  )
})

/** What lies beside a bar: agreed time it was not there, and how far it may be shifted. */
function Beside({
  laid: { bar, lane },
  window,
  rowHeight,
}: {
  laid: LaidBar
  window: TimeWindow
  rowHeight: number
}) {
  const { top, height } = boxOf(lane, rowHeight)
  const middle = top + height / 2
  const stretch = (from: number, until: number) => {
    const x = layerX(window, from)
    return { left: x, width: layerX(window, until) - x, top: middle }
  }
  return (
    <>
      {bar.traces.map((trace) => (
        <span
          key={trace.from}
          className="lp-tl-bar-trace"
          data-family={bar.family}
          style={stretch(trace.from, trace.until)}
        />
      ))}
      {bar.slackUntil === null ? null : (
        <span className="lp-tl-bar-slack" style={stretch(bar.until, bar.slackUntil)} />
      )}
    </>
  )
}
