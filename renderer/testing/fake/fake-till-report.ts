import type { CashCount } from '../../../shared/domain/till/cash-count.ts'
import type { CashMove } from '../../../shared/domain/till/cash-move.ts'
import { drawerSumsOf, shiftSumsOf } from '../../../shared/domain/till/shift-sums.ts'
import type { Shift } from '../../../shared/domain/till/shift.ts'
import type { Till } from '../../../shared/domain/till/till.ts'
import type { ZReport } from '../../../shared/domain/till/z-report.ts'
import { newId } from './fake-store.ts'
import type { FakeStore } from './fake-store.ts'
import { movementsOf } from './fake-till-movement.ts'

/** The Z report of a closed shift; its hash is none. */
export function fakeZ(
  store: FakeStore,
  till: Till,
  shift: Shift,
  number: number,
  { moves = [], counts = [] }: { moves?: CashMove[]; counts?: CashCount[] } = {},
): ZReport {
  const [site] = store.rows.site
  const [terms] = store.rows.paymentTerms
  const movements = movementsOf(store, shift, moves)
  const closedAt = shift.closedAt ?? shift.openedAt
  return {
    ...{ id: newId(closedAt), number, tillId: till.id, shiftId: shift.id, at: closedAt },
    content: {
      seller: {
        name: terms?.legalName ?? '',
        organisationNumber: terms?.organisationNumber ?? '',
        vatNumber: terms?.vatNumber ?? '',
        address: terms?.address ?? [],
      },
      ...{ siteName: site?.name ?? '', timeZone: site?.timeZone ?? 'UTC', tillName: till.name },
      ...{ shiftNumber: shift.number, currency: shift.currency },
      ...{ openedAt: shift.openedAt, openedBy: shift.openedBy },
      ...{ closedAt, closedBy: shift.closedBy ?? '' },
      ...shiftSumsOf(movements),
      drawer: drawerSumsOf(movements),
      countedMinor: shift.countedMinor ?? 0,
      varianceMinor: shift.varianceMinor ?? 0,
      varianceReason: shift.varianceReason,
      counts: counts.map(({ id: _, shiftId: __, ...count }) => count),
      moves: moves.map(({ id: _, shiftId: __, ...move }) => move),
      receipts: { first: 1_000 + number, last: 1_008 + number, count: 9 },
      ...{ voids: [], approvals: [], handedOver: [], modes: ['live', 'local'] },
      handOverNote: shift.handOverNote,
      version: '0.1.0',
    },
    previousHash: '0'.repeat(64),
    hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  }
}
