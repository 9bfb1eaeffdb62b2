import { useCallback, useMemo, useState } from 'react'
import { placeOf } from '../../../shared/domain/booking/states.ts'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { useRows } from '../../live/use-live.ts'
import { useNow } from '../../live/use-now.ts'
import type { PayState } from '../../payment/pay-state.ts'
import { usePayStates } from '../../payment/use-bill.ts'
import { useShownBookings } from '../../live/shown-bookings.ts'
import { useLiveStore } from '../../live/store.ts'
import { useVisitsByBooking } from '../../visit/visit-of.ts'
import type { BarModel } from './bar/bar.ts'
import { barLineKeeper } from './bar/bar-lines.ts'
import { barKeeper, laneKeeper } from './bar/bar-keeper.ts'
import type { RowLanes } from './bar/bar-keeper.ts'
import { bookingIndexer, hasOverbooked } from './bar/index-bars.ts'
import type { BookingIndex } from './bar/index-bars.ts'
import { placeKeeper } from './rows/places.ts'
import type { Place } from './rows/places.ts'
import { filterPlaces } from './rows/row-filter.ts'
import { timelineRows } from './rows/rows.ts'
import type { TimelineRow } from './rows/rows.ts'
import { useMergedBookings, useOlderBookings } from './use-older-bookings.ts'
import { useTimelineView } from './view-store.ts'

/** Everything the timeline is drawn from, live. */
export interface TimelineData {
  /** Of the clock, moving every few seconds. */
  readonly now: Instant
  readonly places: readonly Place[]
  readonly rows: readonly TimelineRow[]
  readonly bookings: ReadonlyMap<string, Booking>
  readonly index: BookingIndex
  readonly modelOf: (booking: Booking) => BarModel
  /** How each booking's bill is paid, by its id; those without a bill are not in it. */
  readonly paid: ReadonlyMap<string, PayState>
  readonly lanesOn: (placeKey: string) => RowLanes
  readonly placeOf: (booking: Booking) => Place | undefined
  /** Why the bookings of days long past could not be fetched; null when they could. */
  readonly olderError: unknown
  readonly reloadOlder: () => void
}

const CLOCK_MS = 10_000

/** The rows, bookings and bars of the timeline as it stands. */
export function useTimelineData(): TimelineData {
  const now = useNow(CLOCK_MS)
  const stations = useRows('station')
  const connectors = useRows('connector')
  const live = useShownBookings()
  const transactions = useLiveStore(({ tables }) => tables.transaction)
  const vehicles = useLiveStore(({ tables }) => tables.vehicle)
  const customers = useLiveStore(({ tables }) => tables.customer)
  const planned = useLiveStore(({ tables }) => tables.planLine)
  const filter = useTimelineView((view) => view.filter)
  const collapsed = useTimelineView((view) => view.collapsed)
  const [keepPlaces] = useState(placeKeeper)
  const [indexOf] = useState(bookingIndexer)
  const [barFor] = useState(barKeeper)
  const [lanesFor] = useState(laneKeeper)
  const [linesOf] = useState(barLineKeeper)
  const paid = usePayStates()
  const visits = useVisitsByBooking()

  const lines = linesOf(planned)
  const older = useOlderBookings(now)
  const bookings = useMergedBookings(live, older.rows)
  const places = useMemo(() => keepPlaces(stations, connectors), [keepPlaces, stations, connectors])
  const byKey = useMemo(() => new Map(places.map((place) => [place.key, place])), [places])
  const index = indexOf(bookings, filter.cancelled)
  const lanesOn = useCallback(
    (key: string) => lanesFor(index.rows.get(key), now),
    [lanesFor, index, now],
  )
  const rows = useMemo(
    () =>
      timelineRows(
        filterPlaces(places, filter, (key) => hasOverbooked(index, key)),
        collapsed,
        (key) => lanesOn(key).count,
      ),
    [places, filter, collapsed, lanesOn, index],
  )
  const placeUnder = useCallback((booking: Booking) => byKey.get(placeOf(booking) ?? ''), [byKey])
  const modelOf = useCallback(
    (booking: Booking) => {
      const { transactionId, vehicleId, customerId } = booking
      const vehicle = vehicleId === null ? undefined : vehicles.get(vehicleId)
      const payerId = customerId ?? vehicle?.customerId ?? null
      const place = placeUnder(booking)
      const facts = {
        booking,
        transaction: (transactionId === null ? null : transactions.get(transactionId)) ?? null,
        vehicle: vehicle ?? null,
        customer: (payerId === null ? null : customers.get(payerId)) ?? null,
        connector: place?.connector ?? null,
        place: place?.state ?? null,
        line: lines.get(booking.id) ?? null,
        visit: visits.get(booking.id) ?? null,
      }
      return barFor(facts, now)
    },
    [barFor, now, transactions, vehicles, customers, lines, visits, placeUnder],
  )
  return {
    now,
    places,
    rows,
    bookings,
    index,
    modelOf,
    paid,
    lanesOn,
    placeOf: placeUnder,
    olderError: older.error,
    reloadOlder: older.reload,
  }
}
