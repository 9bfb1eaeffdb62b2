import { type CashMove, drawerMinor } from '../../../shared/domain/till/cash-move.ts'
import type { Shift } from '../../../shared/domain/till/shift.ts'
import { oppositeVat, type TillMovement } from '../../../shared/domain/till/till-movement.ts'
import { vatShare } from '../../../shared/domain/payment/receipt-of.ts'
import type { FakeStore } from './fake-store.ts'

/** What moved in a shift, made of its payments, refunds and moves as they are now. */
export function movementsOf(
  store: FakeStore,
  shift: Shift,
  moves: readonly CashMove[],
): TillMovement[] {
  const common = { tillId: shift.tillId, shiftId: shift.id, at: shift.openedAt }
  const still = { roundingMinor: 0, vat: [], paymentId: null, refundId: null }
  const cash = { ...common, ...still, means: 'cash' as const, currency: shift.currency }
  let id = 0
  const next = () => (id += 1)
  const float: TillMovement = {
    ...{ ...cash, vat: [], id: next(), kind: 'floatTaken', amountMinor: shift.floatMinor },
  }
  const paid = store.rows.payment
    .filter(({ shiftId, state }) => shiftId === shift.id && state === 'paid')
    .map(
      ({ id: paymentId, means, currency, capturedMinor, roundingMinor, billId }): TillMovement => {
        const bill = store.find('bill', billId)
        const vat = bill ? vatShare(bill.vat, bill.inclMinor, capturedMinor) : []
        return {
          ...{ ...common, id: next(), kind: 'paymentTaken', means, currency, vat, paymentId },
          ...{ amountMinor: capturedMinor, roundingMinor, refundId: null },
        }
      },
    )
  const back = store.rows.refund
    .filter(({ shiftId }) => shiftId === shift.id)
    .map(({ id: refundId, paymentId, amountMinor, currency, takenOff }): TillMovement => {
      const means = store.find('payment', paymentId)?.means ?? 'cash'
      return {
        ...{ ...common, id: next(), kind: 'refundGiven', means, currency, paymentId, refundId },
        ...{ amountMinor: -amountMinor, roundingMinor: 0, vat: oppositeVat(takenOff) },
      }
    })
  const moved = moves.map((move): TillMovement => ({
    ...{ ...cash, vat: [], id: next(), kind: 'cashMoved', amountMinor: drawerMinor(move) },
  }))
  return [float, ...paid, ...back, ...moved]
}
