import type { ShiftDetail, XReport } from '../../../../shared/contract/till.ts'
import type { Shift } from '../../../../shared/domain/till/shift.ts'
import { useClient, useRows } from '../../../live/use-live.ts'
import { useQuery } from '../../../live/use-query.ts'
import type { Query } from '../../../live/use-query.ts'
import { useReloadOn } from '../../../live/use-reload-on.ts'

/** What a shift has come to by now and what happened to its drawer; anew whenever money moves. */
export function useShift(shift: Shift): Query<{ x: XReport; detail: ShiftDetail }> {
  const hub = useClient()
  const query = useQuery(`till.shift:${shift.id}`, async (signal) => {
    const [x, detail] = await Promise.all([
      hub.till.x({ id: shift.id }, { signal }),
      hub.till.shift({ id: shift.id }, { signal }),
    ])
    return { x, detail }
  })
  useReloadOn([useRows('payment'), useRows('refund'), shift], query.reload)
  return query
}
