import { useMemo } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { useLiveStore } from '../../live/store.ts'
import { useRows } from '../../live/use-live.ts'
import { useNow } from '../../live/use-now.ts'
import { visitRows } from './visit-rows.ts'
import type { VisitRow } from './visit-rows.ts'

/** The visits that are live, with their bookings, in the order of the list. */
export function useVisitRows(): readonly VisitRow[] {
  const visits = useRows('visit')
  const bookings = useLiveStore(({ tables }) => tables.booking)
  const now = useNow(10_000)
  const format = useFormat()
  return useMemo(
    () => visitRows(visits, bookings, now, format.day),
    [visits, bookings, now, format],
  )
}
