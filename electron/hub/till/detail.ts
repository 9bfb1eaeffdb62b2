import type { ShiftDetail, XReport } from '../../../shared/contract/till.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import { standingCount } from '../../../shared/domain/till/closing.ts'
import { drawerSumsOf, shiftSumsOf } from '../../../shared/domain/till/shift-sums.ts'
import { whenClosing } from '../../../shared/domain/till/under-way.ts'
import type { Writes } from '../store/writes.ts'
import { countsOf, expectedIn } from './count.ts'
import { movesOf } from './move.ts'
import { modesOf } from './modes.ts'
import { asTillPayment, unfinishedAt } from './under-way.ts'

/** Whether whoever asks may be told what should be in an open drawer: those who count it may not. */
export interface Onlooker {
  readonly maySeeExpected: boolean
}

/** A shift with its moves, its counts, and what keeps it open; null where there is none with that id. */
export function shiftDetail(tx: Writes, id: Id, { maySeeExpected }: Onlooker): ShiftDetail | null {
  const shift = tx.get('shift', id)
  if (shift === undefined) return null
  const isOpen = shift.state === 'open'
  const payments = isOpen ? unfinishedAt(tx, shift.tillId) : []
  const counts = countsOf(tx, id)
  return {
    shift,
    moves: movesOf(tx, id),
    countStands: isOpen && standingCount(counts, expectedIn(tx, id)) !== null,
    counts: counts.map((count) => ({
      ...count,
      expectedMinor:
        count.purpose !== 'spot' || !isOpen || maySeeExpected ? count.expectedMinor : null,
    })),
    underWay: payments.flatMap((payment) => {
      const hint = whenClosing(payment)
      return hint === null || hint === 'goesOn' ? [] : [{ ...asTillPayment(tx, payment), hint }]
    }),
    goesOn: payments
      .filter((payment) => whenClosing(payment) === 'goesOn')
      .map((payment) => asTillPayment(tx, payment)),
  }
}

/** What a shift has come to by now; null where there is none with that id. */
export function xReportOf(tx: Writes, id: Id, { maySeeExpected }: Onlooker): XReport | null {
  const shift = tx.get('shift', id)
  if (shift === undefined) return null
  const movements = tx.find('tillMovement', { shiftId: id })
  const { floatMinor, inMinor, outMinor, expectedMinor } = drawerSumsOf(movements)
  return {
    shift,
    at: tx.now,
    ...shiftSumsOf(movements),
    floatMinor,
    movedMinor: inMinor + outMinor,
    expectedMinor: shift.state === 'closed' || maySeeExpected ? expectedMinor : null,
    modes: modesOf(tx, movements),
  }
}
