import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import { type CashCount, totalOf } from '../../../shared/domain/till/cash-count.ts'
import type { CashMove } from '../../../shared/domain/till/cash-move.ts'
import { standingCount } from '../../../shared/domain/till/closing.ts'
import { drawerSumsOf, shiftSumsOf } from '../../../shared/domain/till/shift-sums.ts'
import type { Shift } from '../../../shared/domain/till/shift.ts'
import { whenClosing } from '../../../shared/domain/till/under-way.ts'
import type { ZReport } from '../../../shared/domain/till/z-report.ts'
import { pageOf } from './fake-page.ts'
import { newId } from './fake-store.ts'
import type { FakeStore } from './fake-store.ts'
import { movementsOf } from './fake-till-movement.ts'
import { fakeZ } from './fake-till-report.ts'
import { aShift } from '../seed/seed-till.ts'

/** How many Z reports there are at the beginning. */
const BEFORE = 130

/** Tills in memory: shifts open and close, drawers are counted, nothing is refused but what is under way. */
export function fakeTills(store: FakeStore) {
  const os = implement(contract).till
  const moves: CashMove[] = []
  const counts: CashCount[] = []
  const reports: ZReport[] = []
  const [first] = store.rows.till
  if (first)
    for (let number = 1; number <= BEFORE; number += 1)
      reports.unshift(fakeZ(store, first, { ...closedBefore(first.id, number) }, number))
  const by = () => store.rows.user[0]?.name ?? 'desk'
  const shiftOf = (id: string): Shift => {
    const shift = store.find('shift', id)
    if (!shift) throw new Error('there is no such shift')
    return shift
  }
  const movesOf = (shift: Shift) => moves.filter(({ shiftId }) => shiftId === shift.id)
  const drawerOf = (shift: Shift) => drawerSumsOf(movementsOf(store, shift, movesOf(shift)))
  const unfinished = ({ tillId }: Shift) =>
    store.rows.payment.filter((row) => row.tillId === tillId && whenClosing(row) !== null)
  const told = (row: (typeof store.rows.payment)[number]) => ({
    ...{ paymentId: row.id, billId: row.billId, means: row.means, state: row.state },
    ...{ amountMinor: row.amountMinor, currency: row.currency },
    plate: store.find('bill', row.billId)?.plate ?? '',
  })
  return os.router({
    list: os.list.handler(() => ({ rows: store.rows.till })),
    create: os.create.handler(({ input: { name } }) =>
      store.put('till', {
        ...{ id: newId(), name, archivedAt: null, createdAt: Date.now(), updatedAt: Date.now() },
      }),
    ),
    rename: os.rename.handler(({ input: { id, name }, errors }) => {
      const till = store.find('till', id)
      if (!till) throw errors.NOT_FOUND({ data: { noun: 'till', id } })
      return store.put('till', { ...till, name })
    }),
    archive: os.archive.handler(({ input: { id }, errors }) => {
      const till = store.find('till', id)
      if (!till) throw errors.NOT_FOUND({ data: { noun: 'till', id } })
      if (store.rows.shift.some((row) => row.tillId === id && row.state === 'open'))
        throw errors.SHIFT_OPEN()
      return store.put('till', { ...till, archivedAt: Date.now() })
    }),
    terms: os.terms.handler(() => theTerms()),
    changeTerms: os.changeTerms.handler(({ input }) =>
      store.put('tillTerms', { ...theTerms(), ...input, updatedAt: Date.now() } as never),
    ),
    shifts: os.shifts.handler(({ input: { id } }) => ({
      rows: store.rows.shift.filter(({ tillId }) => tillId === id),
      next: null,
    })),
    open: os.open.handler(({ input: { id, denominations } }) => {
      const last = Math.max(0, ...store.rows.shift.map(({ number }) => number))
      const shift = aShift(id, Date.now())
      return store.put('shift', {
        ...{ ...shift, number: last + 1, openedBy: by(), heldBy: by(), handOverFrom: '' },
        floatMinor: totalOf(denominations),
      })
    }),
    shift: os.shift.handler(({ input: { id } }) => {
      const shift = shiftOf(id)
      const payments = unfinished(shift)
      return {
        shift,
        moves: movesOf(shift),
        countStands:
          standingCount(
            counts.filter(({ shiftId }) => shiftId === id),
            drawerOf(shift).expectedMinor,
          ) !== null,
        counts: counts
          .filter(({ shiftId }) => shiftId === id)
          .map((row) => ({
            ...row,
            expectedMinor: row.purpose === 'spot' ? null : row.expectedMinor,
          })),
        underWay: payments.flatMap((row) => {
          const hint = whenClosing(row)
          return hint === null || hint === 'goesOn' ? [] : [{ ...told(row), hint }]
        }),
        goesOn: payments.filter((row) => whenClosing(row) === 'goesOn').map(told),
      }
    }),
    x: os.x.handler(({ input: { id } }) => {
      const shift = shiftOf(id)
      const { floatMinor, inMinor, outMinor } = drawerOf(shift)
      const sums = shiftSumsOf(movementsOf(store, shift, movesOf(shift)))
      const movedMinor = inMinor + outMinor
      const drawer = { floatMinor, movedMinor, expectedMinor: null, modes: ['live', 'local'] }
      return { shift, at: Date.now(), ...sums, ...drawer }
    }),
    takeOver: os.takeOver.handler(({ input: { id } }) =>
      store.put('shift', { ...shiftOf(id), heldBy: by() }),
    ),
    move: os.move.handler(({ input: { id: shiftId, kind, amountMinor, reason } }) => {
      const move = { id: newId(), shiftId, kind, amountMinor, reason, by: by(), at: Date.now() }
      moves.push(move)
      return move
    }),
    count: os.count.handler(({ input: { id: shiftId, purpose, denominations } }) => {
      const { expectedMinor } = drawerOf(shiftOf(shiftId))
      const count = {
        ...{ id: newId(), shiftId, purpose, denominations, totalMinor: totalOf(denominations) },
        ...{ by: by(), at: Date.now() },
      }
      counts.push({ ...count, expectedMinor })
      if (purpose === 'spot') return { count, expectedMinor: null, varianceMinor: null }
      return { count, expectedMinor, varianceMinor: count.totalMinor - expectedMinor }
    }),
    close: os.close.handler(({ input: { id, varianceReason, handOverNote }, errors }) => {
      const before = shiftOf(id)
      const mine = counts.filter(({ shiftId, purpose }) => shiftId === id && purpose === 'closing')
      const last = mine.at(-1)
      const till = store.find('till', before.tillId)
      if (!last || !till) throw errors.COUNT_NEEDED()
      const { expectedMinor } = drawerOf(before)
      const shift = store.put('shift', {
        ...{ ...before, state: 'closed', closedAt: Date.now(), closedBy: by() },
        ...{ countedMinor: last.totalMinor, expectedMinor, varianceReason, handOverNote },
        varianceMinor: last.totalMinor - expectedMinor,
      })
      const report = fakeZ(store, till, shift, reports.length + 1, {
        moves: movesOf(shift),
        counts: mine,
      })
      reports.unshift(report)
      return report
    }),
    zReports: os.zReports.handler(({ input }) => pageOf(reports, input.after, input.limit)),
    zReport: os.zReport.handler(({ input: { number }, errors }) => {
      const report = reports.find((row) => row.number === number)
      if (!report) throw errors.NO_Z_REPORT()
      return report
    }),
  })

  function theTerms() {
    const [terms] = store.rows.tillTerms
    if (!terms) throw new Error('the seed has no terms of tills')
    return terms
  }
}

/** A shift of days ago that was closed. */
function closedBefore(tillId: string, number: number): Shift {
  const openedAt = Date.now() - (BEFORE + 1 - number) * 12 * 3_600_000
  const varianceMinor = number % 9 === 0 ? -2_000 : 0
  return {
    ...aShift(tillId, openedAt),
    ...{ number, state: 'closed', closedAt: openedAt + 8 * 3_600_000, closedBy: 'Kim' },
    ...{ countedMinor: 100_000 + varianceMinor, expectedMinor: 100_000, varianceMinor },
    varianceReason: varianceMinor === 0 ? '' : 'Fel växel vid ett köp.',
  }
}
