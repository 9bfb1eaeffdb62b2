import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { placeOf } from '../../../shared/domain/booking/states.ts'
import { revealRow } from './use-grid-keys.ts'
import type { TimelineData } from './use-timeline-data.ts'
import { reveal, standOn } from './view-store.ts'

/** Brings the booking that is opened from elsewhere (the palette, a link, the search) into sight, once. */
export function useReveal(
  root: RefObject<HTMLElement | null>,
  data: TimelineData,
  openId: string | null,
): void {
  const revealed = useRef<string | null>(null)
  useEffect(() => {
    if (openId === null) revealed.current = null
    const booking = openId === null ? undefined : data.bookings.get(openId)
    if (booking === undefined || revealed.current === openId) return
    revealed.current = openId
    const row = data.rows.find(({ key }) => key === placeOf(booking))
    if (row === undefined) return
    revealRow(root.current, row)
    const { from, until } = data.modelOf(booking)
    reveal(from, until)
    standOn(booking.id)
  })
}
