import { useMemo } from 'react'
import { HOUR } from '../../../shared/time/instant.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { useShownBookings } from '../../live/shown-bookings.ts'
import { useRows } from '../../live/use-live.ts'
import { readinessRows } from './readiness-row.ts'
import type { ReadinessRow } from './readiness-row.ts'

/** The board's rows from the live rows, as they are now. */
export function useReadinessRows(now: Instant, horizonH: number): ReadinessRow[] {
  const bookings = useShownBookings()
  const planLines = useRows('planLine')
  const transactions = useRows('transaction')
  const stations = useRows('station')
  const connectors = useRows('connector')
  const vehicles = useRows('vehicle')
  const customers = useRows('customer')
  const idTokens = useRows('idToken')
  return useMemo(
    () =>
      readinessRows(
        {
          bookings: bookings.values(),
          planLines,
          transactions,
          stations,
          connectors,
          vehicles,
          customers,
          idTokens,
        },
        now,
        now + horizonH * HOUR,
      ),
    [
      bookings,
      planLines,
      transactions,
      stations,
      connectors,
      vehicles,
      customers,
      idTokens,
      now,
      horizonH,
    ],
  )
}
