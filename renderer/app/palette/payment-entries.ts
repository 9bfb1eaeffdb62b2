import type { Bill } from '../../../shared/domain/bill/bill.ts'
import { isUnpaid } from '../../../shared/domain/bill/payable.ts'
import { plateKey } from '../../../shared/domain/vehicle/plate-key.ts'
import { navigate } from '../../navigation/use-route.ts'
import { whoOf } from '../../payment/who.ts'
import type { PaletteEntry } from './palette-search.ts'

/** The bills that somebody has to pay now, found by plate however it is written. */
export function paymentEntries(
  bills: readonly Bill[],
  labelOf: (who: string) => string,
  amountOf: (bill: Bill) => string,
): PaletteEntry[] {
  return bills
    .filter(isUnpaid)
    .toSorted((a, b) => b.startsAt - a.startsAt)
    .map((bill): PaletteEntry => ({
      id: `take-${bill.id}`,
      group: 'groupDo',
      label: labelOf(whoOf(bill)),
      hint: amountOf(bill),
      words: plateKey(bill.plate),
      run: () => navigate({ screen: 'payments', tab: 'unpaid', open: bill.id }),
    }))
}
