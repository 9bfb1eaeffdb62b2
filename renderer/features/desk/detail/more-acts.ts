import { presentStates } from '../../../../shared/domain/booking/states.ts'
import { waitingWalkUps } from '../../../../shared/domain/walk-up/walk-up.ts'
import type { CardAct, DeskRights } from '../card/card-acts.ts'
import type { DeskCard } from '../card/desk-card.ts'

/** What can be done with a stay besides what its card has room for; nothing for whoever may not. */
export function moreActsOf(card: DeskCard, { attend }: DeskRights): readonly CardAct[] {
  if (!attend) return []
  const { booking, walkUp, column } = card
  const isWaiting = walkUp !== null && waitingWalkUps.has(walkUp.state)
  // It has charged, stands there still, and its driver wants more.
  const isThereStill =
    walkUp?.state === 'finished' && walkUp.movedToId === null && booking.state === 'finished'
  const isCharging = booking.state === 'charging' && column !== 'finished'
  return [
    ...(isCharging ? (['extend', 'stop'] as const) : []),
    ...(isThereStill ? (['start'] as const) : []),
    ...(isCharging || isWaiting ? (['move'] as const) : []),
    ...(presentStates.has(booking.state) ? (['release'] as const) : []),
    ...(isWaiting ? (['cancel'] as const) : []),
  ]
}
