import type { WrittenDown } from '../../../../shared/contract/ledger.ts'
import type { Language } from '../../../i18n/locale.ts'
import { typedMoney } from '../../../ui/input/typed-money.ts'

/** What an accountant is writing down. */
export type WriteDownForm = {
  what: WrittenDown['what']
  amount: string
  fee: string
  reference: string
}

export const whats = ['terminalSettled', 'safeToBank', 'bankToSafe'] as const

export const emptyWriteDown: WriteDownForm = {
  what: 'terminalSettled',
  amount: '',
  fee: '',
  reference: '',
}

/** What the hub is asked to enter; undefined while something is missing or is no amount. */
export function writtenDown(
  { what, amount, fee, reference }: WriteDownForm,
  currency: string,
  language: Language,
): WrittenDown | undefined {
  const amountMinor = typedMoney(amount, currency, language)
  // Of cash nobody keeps a fee, so what was typed for a terminal is not sent.
  const feeMinor = what === 'terminalSettled' ? (typedMoney(fee, currency, language) ?? 0) : 0
  const isBadFee = what === 'terminalSettled' && typedMoney(fee, currency, language) === undefined
  if (!amountMinor || isBadFee || reference.trim() === '') return undefined
  return { what, amountMinor, feeMinor, currency, reference: reference.trim() }
}
