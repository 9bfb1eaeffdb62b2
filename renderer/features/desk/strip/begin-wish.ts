import { roundedToCoins } from '../../../../shared/domain/payment/manual.ts'
import type { WalkUpPromise } from '../../../../shared/domain/walk-up/choice.ts'
import type { WalkUpPay } from '../../../../shared/domain/walk-up/pay.ts'
import type { Language } from '../../../i18n/locale.ts'
import { typedMoney } from '../../../ui/input/typed-money.ts'
import type { StripForm } from './strip-form.ts'

/** What is still missing before a walk-up can begin. */
export type StripFlaw = 'place' | 'need' | 'pay' | 'reader' | 'tendered' | 'reference' | 'note'

/** What is looked at besides the form. */
export interface BeginAround {
  readonly hasNeed: boolean
  readonly promise: WalkUpPromise | null
  /** Nobody pays on the spot: it is free, or goes on somebody's account. */
  readonly nobodyPays: boolean
  readonly language: Language
}

/** What is to be put into the till for a promise, in whole coins, minor units; null while no price is known. */
export function inCoins(promise: WalkUpPromise | null): number | null {
  const price = promise?.price ?? null
  if (price === null) return null
  return roundedToCoins(price.inclMinor, price.currency)
}

/** What was handed over, minor units; null: exactly what is to be paid; undefined: no amount. */
export function handedOver(
  { tendered }: Pick<StripForm, 'tendered'>,
  { promise, language }: BeginAround,
): number | null | undefined {
  return typedMoney(tendered, promise?.price?.currency ?? 'SEK', language)
}

/** What is missing, the leftmost first; empty when it may be sent. */
export function stripFlaws(form: StripForm, around: BeginAround): StripFlaw[] {
  const flaws: StripFlaw[] = []
  if (form.place === null) flaws.push('place')
  if (!around.hasNeed) flaws.push('need')
  if (around.nobodyPays) return flaws
  const { pay } = form
  if (pay === null) return [...flaws, 'pay']
  if (pay.means === 'reader' && form.readerId === null) flaws.push('reader')
  if (pay.means === 'cash') {
    const handed = handedOver(form, around)
    if (handed === undefined || (handed !== null && handed < (inCoins(around.promise) ?? 0)))
      flaws.push('tendered')
  }
  const needsNumber = pay.means === 'externalTerminal' || pay.means === 'invoice'
  if (needsNumber && form.reference.trim() === '') flaws.push('reference')
  if (pay.means === 'voucher' && form.note.trim() === '') flaws.push('note')
  return flaws
}

/** How it is paid, as the hub is asked: by hand the very amount that was shown. Null while no way is chosen. */
export function payOf(form: StripForm, around: BeginAround): WalkUpPay | null {
  const { pay, readerId, reference, note } = form
  if (pay === null) return null
  const reader = pay.means === 'reader' && readerId !== null ? { readerId } : {}
  switch (pay.means) {
    case null:
      return { kind: 'later' }
    case 'swish':
      return { kind: 'ask', means: 'swish' }
    case 'checkout':
    case 'reader':
      return pay.kind === 'hold'
        ? { kind: 'hold', means: pay.means, ...reader }
        : { kind: 'ask', means: pay.means, ...reader }
    default: {
      const amountMinor = around.promise?.price?.inclMinor ?? 0
      const handed = pay.means === 'cash' ? handedOver(form, around) : null
      return {
        kind: 'take',
        means: pay.means,
        ...(amountMinor > 0 ? { amountMinor } : {}),
        ...(typeof handed === 'number' ? { tenderedMinor: handed } : {}),
        reference: pay.means === 'cash' ? '' : reference.trim(),
        note: pay.means === 'voucher' ? note.trim() : '',
      }
    }
  }
}
