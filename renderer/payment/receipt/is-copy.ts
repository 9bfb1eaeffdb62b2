import type { Receipt } from '../../../shared/domain/payment/receipt.ts'

/** Whether a receipt that has just been counted as printed is a copy: its first print is the original. */
export function isCopy({ copies }: Pick<Receipt, 'copies'>): boolean {
  return copies > 1
}

/** Whether the next print will be a copy. */
export function nextIsCopy({ copies }: Pick<Receipt, 'copies'>): boolean {
  return copies > 0
}
