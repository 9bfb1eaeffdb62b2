import { alternativesTo } from '../../../../shared/domain/booking/alternatives.ts'
import type { BookingCommand } from '../../../../shared/domain/booking/command.ts'
import { judge } from '../../../../shared/domain/booking/decide.ts'
import type { Alternative, BookingRefusal } from '../../../../shared/domain/booking/refusal.ts'
import type { Surroundings } from '../../../../shared/domain/booking/surroundings.ts'

/** Whether something may be put down where it is held. */
export type Verdict =
  | { readonly kind: 'fits' }
  | {
      readonly kind: 'refused'
      readonly bookingId: string | null
      readonly refusals: readonly BookingRefusal[]
      readonly alternatives: readonly Alternative[]
    }

const FITS: Verdict = { kind: 'fits' }

/** Judges by the hub's own rules. Where else it would fit is worked out for a single booking; a group moves as one. */
export function verdictOn(commands: readonly BookingCommand[], around: Surroundings): Verdict {
  if (commands.length === 0) return FITS
  const decision = judge(commands, around)
  if (decision.kind === 'done') return FITS
  const { bookingId, refusals, wish, before } = decision
  const alternatives =
    commands.length === 1 && wish !== null && refusals.every(helpsElsewhere)
      ? alternativesTo(wish, before, around)
      : []
  return { kind: 'refused', bookingId, refusals, alternatives }
}

function helpsElsewhere({ code }: BookingRefusal): boolean {
  return code !== 'hasArrived' && code !== 'ended' && code !== 'changedSince'
}
