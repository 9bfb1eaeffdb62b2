import { alternativesTo } from '../../../../shared/domain/booking/alternatives.ts'
import type { Booking } from '../../../../shared/domain/booking/booking.ts'
import type { BookingCommand } from '../../../../shared/domain/booking/command.ts'
import { type Decision, judge } from '../../../../shared/domain/booking/decide.ts'
import type { Alternative, BookingRefusal } from '../../../../shared/domain/booking/refusal.ts'
import type { StepChange } from '../../../../shared/domain/booking/step.ts'
import type { Surroundings } from '../../../../shared/domain/booking/surroundings.ts'
import { nearestStarts, type OfferedStarts } from './offered.ts'

/** Whether something may be put down where it is held. */
export type Verdict =
  | {
      readonly kind: 'fits'
      /** What would be changed. */
      readonly changes: readonly StepChange[]
    }
  | {
      readonly kind: 'refused'
      readonly bookingId: string | null
      readonly refusals: readonly BookingRefusal[]
      readonly alternatives: readonly Alternative[]
    }

const FITS: Verdict = { kind: 'fits', changes: [] }

/** Gives the starts at which the energy of a booking could be promised. */
export type StartsOf = (wish: Booking) => OfferedStarts

/** Judges by the hub's own rules. Where else it would fit is worked out for a single booking; a group moves as one. */
export function verdictOn(
  commands: readonly BookingCommand[],
  around: Surroundings,
  startsOf: StartsOf,
): Verdict {
  const decision = judge(commands, around)
  const verdict = verdictFrom(decision)
  if (verdict.kind === 'fits') return verdict
  return { ...verdict, alternatives: placesFor(decision, commands.length, around, startsOf) }
}

/** The same without where else it would fit, which takes longer. */
export function quickVerdictOn(commands: readonly BookingCommand[], around: Surroundings): Verdict {
  return commands.length === 0 ? FITS : verdictFrom(judge(commands, around))
}

function verdictFrom(decision: Decision): Verdict {
  if (decision.kind === 'done') return { kind: 'fits', changes: decision.changes }
  const { bookingId, refusals } = decision
  return { kind: 'refused', bookingId, refusals, alternatives: [] }
}

/** Whether only the grid is in the way: then somebody may take it in all the same. */
export function onlyGrid(refusals: readonly BookingRefusal[]): boolean {
  return refusals.length > 0 && refusals.every(({ code }) => code === 'gridFull')
}

/** Proving takes time; whoever looks for a place is content with so many proofs. */
const MOST_PROOFS = 24

function placesFor(
  decision: Decision,
  count: number,
  around: Surroundings,
  startsOf: StartsOf,
): readonly Alternative[] {
  if (decision.kind === 'done' || count !== 1) return []
  const { wish, before, refusals } = decision
  if (wish === null || !refusals.every(helpsElsewhere)) return []
  if (onlyGrid(refusals)) return nearestStarts(startsOf(wish), wish)
  return alternativesTo(wish, before, { ...around, grid: withFewProofs(around.grid) })
}

/** After enough proofs everything else counts as full. */
function withFewProofs(grid: Surroundings['grid']): Surroundings['grid'] {
  if (grid === null) return null
  let proofs = 0
  return {
    shortageFor(booking) {
      proofs += 1
      if (proofs <= MOST_PROOFS) return grid.shortageFor(booking)
      return { shortWh: 0, stretches: [], feeders: [], bookingIds: [] }
    },
  }
}

function helpsElsewhere({ code }: BookingRefusal): boolean {
  return code !== 'hasArrived' && code !== 'ended' && code !== 'changedSince'
}
