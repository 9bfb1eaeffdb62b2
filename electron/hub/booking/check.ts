import type { NewBooking } from '../../../shared/domain/booking/command.ts'
import { decide } from '../../../shared/domain/booking/decide.ts'
import type { Alternative, BookingRefusal } from '../../../shared/domain/booking/refusal.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Promises } from '../promises.ts'
import type { Writes } from '../store/writes.ts'
import { refusedAs } from './refused.ts'
import { surroundingsOf } from './surroundings.ts'

/** Whether a booking would be accepted as it is planned; nothing is written. @param id of one that is there already */
export function checkBooking(
  tx: Writes,
  promises: Promises,
  { plan, id }: { plan: NewBooking; id?: Id | undefined },
): { refusals: BookingRefusal[]; alternatives: Alternative[] } {
  const around = surroundingsOf(tx, promises)
  const command =
    id === undefined
      ? ({ kind: 'create', id: tx.newId(), origin: 'api', requested: false, plan } as const)
      : ({ kind: 'change', id, patch: plan } as const)
  const decision = decide([command], around, () => 0)
  if (decision.kind === 'done') return { refusals: [], alternatives: [] }
  const { refusals, alternatives } = refusedAs(decision, around)
  return { refusals, alternatives }
}
