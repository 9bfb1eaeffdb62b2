import { words } from '../../../i18n/en/payments.ts'

type Status = keyof typeof words.payout.status
type RowType = Exclude<keyof typeof words.payout.row, 'other'>
type Difference = keyof typeof words.payout.difference

/** Whether a status of Stripe's is one there are words for. */
export function isPayoutStatus(status: string): status is Status {
  return Object.hasOwn(words.payout.status, status)
}

/** Whether a type of balance transaction is one there are words for. */
export function isRowType(type: string): type is RowType {
  return type !== 'other' && Object.hasOwn(words.payout.row, type)
}

/** Whether a difference is one there are words for. */
export function isDifference(code: string): code is Difference {
  return Object.hasOwn(words.payout.difference, code)
}
