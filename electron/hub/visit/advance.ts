import { visitProgress, type VisitProgress } from '../../../shared/domain/visit/progress.ts'
import { openVisits, type Visit } from '../../../shared/domain/visit/visit.ts'
import { askedPayments } from '../../../shared/domain/payment/payment.ts'
import { applyCommands } from '../booking/apply.ts'
import { callOff } from '../payment/cancel.ts'
import type { Writes } from '../store/writes.ts'
import { type VisitRows, visitRows } from './facts.ts'
import { revertChange } from './lapse.ts'
import type { VisitRooms } from './rooms.ts'
import { endVisit, takeVisitBack } from './take-back.ts'

/**
 * Brings a visit up to date with its booking and its money, and does what is next: its booking is agreed to, its place is
 * given back, a change that nobody paid is undone. Called again it changes nothing.
 * @returns the visit as it now is
 */
export function advanceVisit(tx: Writes, rooms: VisitRooms, visit: Visit): Visit {
  if (!openVisits.has(visit.state)) return visit
  const rows = visitRows(tx, visit)
  const progress = visitProgress({ ...rows, now: tx.now })
  switch (progress.act) {
    case null:
      return turned(tx, visit, progress)
    case 'confirm':
      return confirm(tx, rooms, visit)
    case 'callOff':
      callOffAsked(tx, rooms, rows, 'It was not paid in time.')
      return turned(tx, visit, progress)
    case 'release': {
      const why = progress.endReason === 'notClaimed' ? 'Nobody claimed it.' : 'It was not paid.'
      return takeVisitBack(tx, rooms, visit, progress.endReason ?? 'notPaid', why) ?? visit
    }
    case 'settleLapse':
      return tx.change('visit', visit, { lapse: null, updatedAt: tx.now })
    case 'revert':
      return revertChange(tx, rooms, visit)
  }
}

function turned(tx: Writes, visit: Visit, { state, endReason }: VisitProgress): Visit {
  if (state === visit.state) return visit
  if (state === 'over') return endVisit(tx, visit, endReason ?? 'done')
  return to(tx, visit, state)
}

function to(tx: Writes, visit: Visit, state: Visit['state']): Visit {
  const isHeld = state === 'unpaid' || state === 'offered'
  const after = tx.change('visit', visit, {
    ...{ state, since: tx.now, updatedAt: tx.now },
    ...(isHeld ? {} : { holdUntil: null }),
  })
  if (state === 'agreed')
    tx.journal({ act: 'visit.agree', noun: 'visit', nounId: visit.id, after: { state } })
  return after
}

function confirm(tx: Writes, rooms: VisitRooms, visit: Visit): Visit {
  const { bookingId } = visit
  if (bookingId === null) return visit
  applyCommands(tx, rooms, [{ kind: 'confirm', id: bookingId }], { act: 'confirm' })
  return to(tx, visit, 'agreed')
}

/** The payer is asked no more. */
export function callOffAsked(
  tx: Writes,
  { side }: Pick<VisitRooms, 'side'>,
  { payments }: Pick<VisitRows, 'payments'>,
  reason: string,
): void {
  for (const payment of payments)
    if (askedPayments.has(payment.state))
      callOff(tx, side, payment, { act: 'payment.cancel', reason })
}
