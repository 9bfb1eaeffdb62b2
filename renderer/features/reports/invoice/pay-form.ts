import type { Invoice } from '../../../../shared/domain/invoice/invoice.ts'
import { payingRefusal } from '../../../../shared/domain/invoice/standing.ts'
import type { Language } from '../../../i18n/locale.ts'
import { moneyText, typedMoney } from '../../../ui/input/typed-money.ts'

/** Money that is being entered on an invoice, half typed. */
export interface PayForm {
  readonly amount: string
  readonly paidOn: string
  readonly note: string
}

/** The form as it begins: all that is left, today. */
export function payFormOf(
  { leftMinor, currency }: Pick<Invoice, 'leftMinor' | 'currency'>,
  today: string,
  language: Language,
): PayForm {
  const amount = moneyText(Math.abs(leftMinor), currency, language)
  return { amount, paidOn: today, note: '' }
}

/** The amount as the hub is told it, below zero where it was paid back; null where it can't be entered. */
export function amountOf(
  { amount }: Pick<PayForm, 'amount'>,
  { leftMinor, currency }: Pick<Invoice, 'leftMinor' | 'currency'>,
  language: Language,
): number | null {
  const typed = typedMoney(amount, currency, language)
  if (typed === null || typed === undefined || typed === 0) return null
  const minor = leftMinor < 0 ? -typed : typed
  return payingRefusal({ leftMinor }, minor) === null ? minor : null
}
