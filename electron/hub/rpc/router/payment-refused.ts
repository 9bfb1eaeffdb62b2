import type { PaymentMeans } from '../../../../shared/domain/payment/payment.ts'
import type { OpenRefusal } from '../../payment/open.ts'
import type { TakeRefusal } from '../../payment/take.ts'
import type { ApprovalNeeded } from '../../till/approve.ts'
import type { DrawerRefusal } from '../../till/drawer.ts'

/** The errors of the contract that a payment or refund may meet at its till. */
export interface DrawerErrors {
  NOT_FOUND: (words: { data: { noun: string; id: string } }) => Error
  NO_OPEN_SHIFT: (words: { data: { tillId: string | null } }) => Error
  CASH_OF_ANOTHER_CURRENCY: (words: { data: { currency: string } }) => Error
}

/** The error of an act above a limit. */
export interface LimitErrors {
  APPROVAL_NEEDED: (words: { data: Omit<ApprovalNeeded, 'code'> }) => Error
}

/** The errors of the contract that opening a payment may meet. */
interface OpeningErrors extends DrawerErrors {
  BILL_SETTLED: () => Error
  ABOVE_DUE: (words: { data: { dueMinor: number } }) => Error
  BELOW_MINIMUM: (words: { data: { minimumMinor: number; currency: string } }) => Error
  MEANS_NOT_TAKEN: (words: { data: { means: PaymentMeans } }) => Error
  SWISH_ONLY_SEK: () => Error
  SWISH_TAKES_AT_ONCE: () => Error
  ALREADY_PAYING: (words: { data: { paymentId: string } }) => Error
  STRIPE_NOT_SET_UP: () => Error
  STRIPE_LOCKED: () => Error
  NO_SUCH_READER: (words: { data: { readerId: string } }) => Error
  READER_OFFLINE: () => Error
  READER_BUSY: () => Error
}

interface TakingErrors extends OpeningErrors, LimitErrors {
  TENDERED_TOO_LITTLE: (words: { data: { payableMinor: number } }) => Error
  REASON_NEEDED: () => Error
  REFERENCE_NEEDED: () => Error
  CUSTOMER_NEEDED: () => Error
}

/** Why a payment is not opened, in the contract's words. */
export function notOpened(errors: OpeningErrors, refusal: OpenRefusal, billId: string): Error {
  switch (refusal.code) {
    case 'noTill':
    case 'noOpenShift':
    case 'cashOfAnotherCurrency':
      return notAtTill(errors, refusal)
    case 'noBill':
      return errors.NOT_FOUND({ data: { noun: 'bill', id: billId } })
    case 'billSettled':
      return errors.BILL_SETTLED()
    case 'aboveDue':
      return errors.ABOVE_DUE({ data: { dueMinor: refusal.dueMinor } })
    case 'belowMinimum': {
      const { minimumMinor, currency } = refusal
      return errors.BELOW_MINIMUM({ data: { minimumMinor, currency } })
    }
    case 'meansNotTaken':
      return errors.MEANS_NOT_TAKEN({ data: { means: refusal.means } })
    case 'swishOnlySek':
      return errors.SWISH_ONLY_SEK()
    case 'swishTakesAtOnce':
      return errors.SWISH_TAKES_AT_ONCE()
    case 'alreadyPaying':
      return errors.ALREADY_PAYING({ data: { paymentId: refusal.paymentId } })
    case 'notSetUp':
      return errors.STRIPE_NOT_SET_UP()
    case 'locked':
      return errors.STRIPE_LOCKED()
    case 'noReader':
      return errors.NO_SUCH_READER({ data: { readerId: refusal.readerId } })
    case 'readerOffline':
      return errors.READER_OFFLINE()
    case 'readerBusy':
      return errors.READER_BUSY()
  }
}

/** Why a payment by hand is not written down, in the contract's words. */
export function notTaken(errors: TakingErrors, refusal: TakeRefusal, billId: string): Error {
  switch (refusal.code) {
    case 'tenderedTooLittle':
      return errors.TENDERED_TOO_LITTLE({ data: { payableMinor: refusal.payableMinor } })
    case 'reasonNeeded':
      return errors.REASON_NEEDED()
    case 'referenceNeeded':
      return errors.REFERENCE_NEEDED()
    case 'customerNeeded':
      return errors.CUSTOMER_NEEDED()
    case 'approvalNeeded':
      return aboveLimitError(errors, refusal)
    default:
      return notOpened(errors, refusal, billId)
  }
}

/** Why money isn't moved at a till, in the contract's words. */
export function notAtTill(errors: DrawerErrors, refusal: DrawerRefusal): Error {
  switch (refusal.code) {
    case 'noTill':
      return errors.NOT_FOUND({ data: { noun: 'till', id: refusal.tillId } })
    case 'noOpenShift':
      return errors.NO_OPEN_SHIFT({ data: { tillId: refusal.tillId } })
    case 'cashOfAnotherCurrency':
      return errors.CASH_OF_ANOTHER_CURRENCY({ data: { currency: refusal.currency } })
  }
}

/** That a supervisor has to agree, in the contract's words. */
export function aboveLimitError(
  errors: LimitErrors,
  { code: _, ...needed }: ApprovalNeeded,
): Error {
  return errors.APPROVAL_NEEDED({ data: needed })
}
