import { memo } from 'react'
import { startOfSlot } from '../../../../shared/domain/demand/slots.ts'
import type { TimelineRow } from '../rows/rows.ts'
import { layerX, type TimeWindow } from '../axis/time-window.ts'
import { useOffered } from './offered-store.ts'
import { runsIn } from './slot-runs.ts'

/** Where what is held could begin with its energy promised, as bands on the rows. */
export const OfferedShade = memo(function OfferedShade({
  rows,
  window,
}: {
  rows: readonly TimelineRow[]
  window: TimeWindow
}) {
  const starts = useOffered((offered) => offered.starts)
  if (starts === null) return null
  return rows.map((row) => {
    const slots = starts.get(row.key)
    if (slots === undefined) return null
    return runsIn(slots).map(({ from, until }) => {
      const left = layerX(window, startOfSlot(from))
      return (
        <div
          key={`${row.key}:${from}`}
          className="lp-ghost-starts"
          style={{
            ...{ left, width: layerX(window, startOfSlot(until)) - left },
            ...{ top: row.top, height: row.height },
          }}
        />
      )
    })
  })
})
