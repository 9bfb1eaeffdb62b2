import type { Bill } from '../../../shared/domain/bill/bill.ts'
import { payableMinor } from '../../../shared/domain/bill/payable.ts'
import { holdMinor } from '../../../shared/domain/payment/hold.ts'
import { roundedToCoins, takingByHand } from '../../../shared/domain/payment/manual.ts'
import type { ManualRefusal } from '../../../shared/domain/payment/manual.ts'
import { opening } from '../../../shared/domain/payment/opening.ts'
import type { PaymentTerms } from '../../../shared/domain/payment/payment-terms.ts'
import type { Payment, PaymentMeans } from '../../../shared/domain/payment/payment.ts'
import { stripeMeans } from '../../../shared/domain/payment/payment.ts'
import type { Language } from '../../i18n/locale.ts'
import { typedMoney } from '../../ui/input/typed-money.ts'

/** A payment as it is being put together. */
export type TakeForm = {
  means: PaymentMeans | null
  /** What is typed as a part, or as the size of a hold; null: all of it, or the size the site proposes. */
  part: string | null
  hold: boolean
  readerId: string | null
  tendered: string
  customerId: string | null
  reference: string
  note: string
}

/** What a payment is judged by. */
export type TakeAround = {
  bill: Bill
  /** All of the bill that are known here. */
  payments: readonly Payment[]
  terms: PaymentTerms
  language: Language
}

/** What is wrong with the form: a field, or what the hub would refuse. */
export type TakeFlaw =
  | { field: 'amount' | 'tendered' | 'reader' }
  | { field: 'refused'; refusal: ManualRefusal }

export type ManualMeans = Extract<PaymentMeans, 'cash' | 'invoice' | 'externalTerminal' | 'voucher'>
type StripeMeans = Exclude<PaymentMeans, ManualMeans>

export const emptyTake: TakeForm = {
  means: null,
  part: null,
  hold: false,
  readerId: null,
  tendered: '',
  customerId: null,
  reference: '',
  note: '',
}

/** Whether a means is one the desk takes by hand, without Stripe. */
export function isManual(means: PaymentMeans): means is ManualMeans {
  return !stripeMeans.has(means)
}

/** Whether this means can hold money first: a card, while the stay isn't over. */
export function canHold(means: PaymentMeans | null, { state }: Bill): boolean {
  return (
    (means === 'reader' || means === 'checkout') && (state === 'estimated' || state === 'running')
  )
}

/** Whether money is held rather than taken. */
export function holds(form: TakeForm, bill: Bill): boolean {
  return form.hold && canHold(form.means, bill)
}

/** What is to be paid or held, minor units; undefined while what is typed is no amount. */
export function amountOf(
  form: TakeForm,
  { bill, terms, language }: TakeAround,
): number | undefined {
  const typed = form.part === null ? null : typedMoney(form.part, bill.currency, language)
  if (typed === undefined || typed === 0) return undefined
  if (typed !== null) return typed
  // An empty field is not yet an amount, while none at all stands for all of it.
  if (form.part !== null) return undefined
  return holds(form, bill) ? holdMinor(bill, terms) : payableMinor(bill)
}

/** What is put into the till: in cash whole coins. Undefined while what is typed is no amount. */
export function tillOf(form: TakeForm, around: TakeAround): number | undefined {
  const minor = amountOf(form, around)
  if (minor === undefined || form.means !== 'cash') return minor
  return roundedToCoins(minor, around.bill.currency)
}

/** What was handed over, minor units; null: exactly what is to be paid; undefined: no amount. */
export function tenderedOf(
  form: TakeForm,
  { bill, language }: TakeAround,
): number | null | undefined {
  return typedMoney(form.tendered, bill.currency, language)
}

/** What is wrong; empty when it may be sent. */
export function takeFlaws(form: TakeForm, around: TakeAround): TakeFlaw[] {
  const { means } = form
  if (means === null) return []
  const amountMinor = amountOf(form, around)
  if (amountMinor === undefined) return [{ field: 'amount' }]
  const flaws: TakeFlaw[] = []
  const tenderedMinor = tenderedOf(form, around)
  if (means === 'cash' && tenderedMinor === undefined) flaws.push({ field: 'tendered' })
  if (means === 'reader' && form.readerId === null) flaws.push({ field: 'reader' })
  const refusal = isManual(means)
    ? refusalByHand(means, form, around, tenderedMinor ?? null)
    : refusalByStripe(means, form, around)
  if (refusal !== null) flaws.push({ field: 'refused', refusal })
  return flaws
}

/** What the hub is asked to open. */
export function openingOf(
  form: TakeForm,
  means: StripeMeans,
  { bill, language }: TakeAround,
  amountMinor: number,
) {
  return {
    billId: bill.id,
    means,
    capture: holds(form, bill) ? ('manual' as const) : ('automatic' as const),
    ...(form.part === null ? {} : { amountMinor }),
    ...(means === 'reader' && form.readerId !== null ? { readerId: form.readerId } : {}),
    language,
  }
}

/** What the hub is asked to write down: the very amount that was shown and paid, though the stay may cost more by now. */
export function takingOf(
  form: TakeForm,
  means: ManualMeans,
  around: TakeAround,
  amountMinor: number,
) {
  const tenderedMinor = means === 'cash' ? tenderedOf(form, around) : null
  return {
    billId: around.bill.id,
    means,
    amountMinor,
    ...(typeof tenderedMinor === 'number' ? { tenderedMinor } : {}),
    reference: means === 'cash' ? '' : form.reference.trim(),
    note: means === 'voucher' ? form.note.trim() : '',
  }
}

function refusalByHand(
  means: ManualMeans,
  form: TakeForm,
  around: TakeAround,
  tenderedMinor: number | null,
): ManualRefusal | null {
  const { amountMinor, reference, note } = takingOf(
    form,
    means,
    around,
    amountOf(form, around) ?? 0,
  )
  const customerId = form.customerId ?? around.bill.customerId
  const wish = { means, amountMinor, tenderedMinor, reference, note }
  const taking = takingByHand(wish, { ...around, bill: { ...around.bill, customerId } })
  return taking.kind === 'refused' ? taking.refusal : null
}

function refusalByStripe(
  means: StripeMeans,
  form: TakeForm,
  around: TakeAround,
): ManualRefusal | null {
  const wish = openingOf(form, means, around, amountOf(form, around) ?? 0)
  const opens = opening({ ...wish, amountMinor: wish.amountMinor ?? null }, around)
  return opens.kind === 'refused' ? opens.refusal : null
}
