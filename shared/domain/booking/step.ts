import { z } from 'zod'
import { instant } from '../../time/instant-schema.ts'
import { id } from '../id/id.ts'
import { booking } from './booking.ts'
import { placeOf } from './states.ts'
import type { BookingCommand } from './command.ts'

/** What a step did, for the words beside Undo. */
export const stepAct = z.enum([
  'create',
  'move',
  'resize',
  'change',
  'split',
  'copy',
  'confirm',
  'arrive',
  'leave',
  'noShow',
  'cancel',
])
export type StepAct = z.infer<typeof stepAct>

/** One booking as it was before a step and as it is after; null where there was or is none. */
export const stepChange = z.object({ before: booking.nullable(), after: booking.nullable() })
export type StepChange = z.infer<typeof stepChange>

/** A step somebody took at a desk and may take back. Each desk has its own line of steps. */
export const bookingStep = z.object({
  id,
  deskId: z.string(),
  act: stepAct,
  at: instant,
  state: z
    .enum(['done', 'undone', 'void'])
    .describe('`void`: something else was done after it was taken back, or it can’t be any more'),
  plate: z.string().describe('Of the only booking it was about; empty when there were several'),
  count: z.int().describe('How many bookings it was about'),
})
export type BookingStep = z.infer<typeof bookingStep>

/** What commands together are called by what they did; `change` when they did several things. */
export function actOf(
  commands: readonly Pick<BookingCommand, 'kind'>[],
  changes: readonly StepChange[],
): StepAct {
  const kinds = new Set(commands.map(({ kind }) => kind))
  const [kind] = kinds
  if (kinds.size !== 1 || kind === undefined) return 'change'
  if (kind !== 'change') return kind
  const acts = new Set(changes.map(changeAct))
  const [act] = acts
  return acts.size === 1 && act !== undefined ? act : 'change'
}

function changeAct({ before, after }: StepChange): StepAct {
  if (before === null || after === null) return 'change'
  const moved = {
    arrives: after.arrivesAt - before.arrivesAt,
    departs: after.departsAt - before.departsAt,
  }
  const elsewhere = placeOf(before) !== placeOf(after)
  if (elsewhere || (moved.arrives !== 0 && moved.arrives === moved.departs)) return 'move'
  return moved.arrives !== 0 || moved.departs !== 0 ? 'resize' : 'change'
}
