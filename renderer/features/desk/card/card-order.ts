import type { Instant } from '../../../../shared/time/instant.ts'
import type { CardKind, DeskCard } from './desk-card.ts'

/** What to do first: what has gone wrong, then who stands there with something in hand, then what goes on by itself. */
const ranks: Record<CardKind, number> = {
  payFailed: 0,
  stuck: 0,
  arrived: 1,
  pay: 2,
  plugIn: 3,
  starting: 4,
  paused: 5,
  fault: 0,
  offline: 1,
  charging: 2,
  pausedByCar: 2,
  handBack: 0,
  due: 1,
  idle: 1,
  goneDue: 2,
}

/** Which of two cards of a column comes first. */
export function compareCards(one: DeskCard, other: DeskCard): number {
  return (
    ranks[one.kind] - ranks[other.kind] ||
    momentOf(one) - momentOf(other) ||
    (one.id < other.id ? -1 : 1)
  )
}

/** Among those alike: who waits longest, who departs soonest, who has stood there longest. */
function momentOf({ kind, booking, walkUp }: DeskCard): Instant {
  switch (kind) {
    case 'payFailed':
    case 'stuck':
    case 'pay':
    case 'plugIn':
    case 'starting':
      return walkUp?.createdAt ?? booking.createdAt
    case 'arrived':
      return booking.arrivedAt ?? booking.arrivesAt
    case 'goneDue':
      return booking.leftAt ?? booking.departsAt
    case 'handBack':
    case 'due':
    case 'idle':
      return booking.finishedAt ?? booking.departsAt
    default:
      return booking.departsAt
  }
}
