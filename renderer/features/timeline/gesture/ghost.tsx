import { useMemo } from 'react'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import { placeOf, type Placement } from '../../../../shared/domain/booking/states.ts'
import { plateOf } from '../../../../shared/domain/booking/placement.ts'
import { plugsFit, powerBetween } from '../../../../shared/domain/connector/equipment.ts'
import { liveSurroundings } from '../../../live/surroundings.ts'
import { inert } from '../../../ui/mark/inert.ts'
import { useLiveStore } from '../../../live/store.ts'
import type { TimelineRow } from '../rows/rows.ts'
import { layerX, type TimeWindow } from '../axis/time-window.ts'
import { useHand } from './hand.ts'
import type { Hold } from './hold.ts'
import { OfferedShade } from './offered-shade.tsx'
import './ghost.css'

/**
 * What is held, drawn where it would lie: by its verdict in colour and line, the rows that can't take it dimmed, and
 * where it would fit instead in outline. Lies on the layer of the bars.
 */
export function Ghosts({ rows, window }: { rows: readonly TimelineRow[]; window: TimeWindow }) {
  const held = useHand((hand) => hand.held)
  const suggested = useHand((hand) => hand.suggested)
  const dimmed = useDimmedRows(rows, held?.hold ?? null)
  const boxOf = ({ stationId, connectorId, arrivesAt, departsAt }: Placement) => {
    const key = placeOf({ stationId, connectorId })
    const row = rows.find((one) => one.key === key)
    if (row === undefined) return null
    const left = layerX(window, arrivesAt)
    const width = Math.max(3, layerX(window, departsAt) - left)
    return { left, width, top: row.top + 3, height: row.height - 6 }
  }
  const offers = held?.verdict.kind === 'refused' ? held.verdict.alternatives : []
  return (
    <>
      <OfferedShade rows={rows} window={window} />
      {dimmed.map(({ key, top, height }) => (
        <div key={key} className="lp-ghost-dim" style={{ top, height }} />
      ))}
      {[...offers, ...(suggested ? [suggested] : [])].map((offer, index) => {
        const box = boxOf(offer)
        return box && <div key={index} className="lp-ghost-offer" style={box} />
      })}
      {leftBehind(held?.hold ?? null).map((booking) => {
        const { stationId, connectorId, arrivesAt, departsAt } = booking
        if (stationId === null || connectorId === null) return null
        const box = boxOf({ stationId, connectorId, arrivesAt, departsAt })
        return box && <div key={booking.id} className="lp-ghost-veil" style={box} />
      })}
      {held?.drafts.map(({ booking, placement }, index) => {
        const box = boxOf(placement)
        if (box === null) return null
        return (
          <div
            key={booking?.id ?? index}
            className="lp-ghost"
            data-verdict={held.verdict.kind}
            style={box}
          >
            {booking === null ? null : inert(plateOf(booking, liveSurroundings()), 20).text}
          </div>
        )
      })}
    </>
  )
}

/** The bookings that would not be where they are any more. */
function leftBehind(hold: Hold | null): readonly Booking[] {
  if (hold?.kind === 'move') return hold.copy ? [] : hold.bookings
  return hold?.kind === 'resize' ? [hold.booking] : []
}

/** The rows whose connector can't give the held vehicle anything, whatever the time. */
function useDimmedRows(rows: readonly TimelineRow[], hold: Hold | null): readonly TimelineRow[] {
  const vehicleId = hold?.kind === 'move' ? hold.grabbed.vehicleId : null
  const vehicle = useLiveStore(({ tables }) =>
    vehicleId === null ? undefined : tables.vehicle.get(vehicleId),
  )
  return useMemo(() => {
    if (vehicle === undefined) return []
    return rows.filter((row) => {
      if (row.kind !== 'connector') return false
      const { connector } = row.place
      return !plugsFit(connector, vehicle) || powerBetween(connector, vehicle) === 0
    })
  }, [rows, vehicle])
}
