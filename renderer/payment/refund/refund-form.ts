import { refundReason } from '../../../shared/domain/payment/refund.ts'
import type { RefundReason } from '../../../shared/domain/payment/refund.ts'
import { refundRefusal } from '../../../shared/domain/payment/refunding.ts'
import type { Refundable } from '../../../shared/domain/payment/refunding.ts'
import type { Language } from '../../i18n/locale.ts'
import { typedMoney } from '../../ui/input/typed-money.ts'

/**
 * A refund as it is being put together; `amount` null is all that may be given back. `takeOff`: the stay is to cost that
 * much less, so that what is given back is not due again.
 */
export type RefundForm = {
  amount: string | null
  reason: RefundReason
  note: string
  takeOff: boolean
}

/** What may still be wrong with it. */
export type RefundFlaw = 'amount' | 'note'

export const refundReasons = refundReason.options

/** What a refund begins with: all of it, because the customer asked. */
export const emptyRefund: RefundForm = {
  amount: null,
  reason: 'requested_by_customer',
  note: '',
  takeOff: true,
}

/** What is to be given back, minor units; undefined while what is typed is no such amount. */
export function refundMinor(
  { amount }: RefundForm,
  may: Refundable,
  currency: string,
  language: Language,
): number | undefined {
  const minor =
    amount === null ? may.refundableMinor : (typedMoney(amount, currency, language) ?? undefined)
  if (minor === undefined || minor < 1 || refundRefusal(minor, may) !== null) return undefined
  return minor
}

/** What is wrong; empty when it may be sent. */
export function refundFlaws(
  form: RefundForm,
  may: Refundable,
  currency: string,
  language: Language,
): RefundFlaw[] {
  const flaws: RefundFlaw[] = []
  if (refundMinor(form, may, currency, language) === undefined) flaws.push('amount')
  if (form.note.trim() === '') flaws.push('note')
  return flaws
}
