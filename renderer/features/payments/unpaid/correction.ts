import type { Bill } from '../../../../shared/domain/bill/bill.ts'
import type { Language } from '../../../i18n/locale.ts'
import { typedMoney } from '../../../ui/input/typed-money.ts'

/** A correction as it is typed: the sum the bill is to come to, tax included. */
export type CorrectionForm = { sum: string; ratePct: number; note: string }

/** What is added to a bill to bring it to the sum typed, minor units; null while that is no other sum. */
export function addedMinor(
  { sum }: CorrectionForm,
  { inclMinor, currency }: Pick<Bill, 'inclMinor' | 'currency'>,
  language: Language,
): number | null {
  const minor = typedMoney(sum, currency, language)
  if (minor === null || minor === undefined || minor === inclMinor) return null
  return minor - inclMinor
}

/** The rates of tax a correction may be of: those of the bill, or none where it has none. */
export function ratesOf({ vat }: Pick<Bill, 'vat'>): number[] {
  return vat.length === 0 ? [0] : vat.map(({ ratePct }) => ratePct)
}
