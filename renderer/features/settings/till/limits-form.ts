import type { TillTermsWords } from '../../../../shared/domain/till/till-terms.ts'
import type { Language } from '../../../i18n/locale.ts'
import { moneyText, typedMoney } from '../../../ui/typed-money.ts'

/** The limits in the order they are asked for, and what each is called. */
export const limits = {
  refundLimitMinor: 'refundLimit',
  refundsPerShiftLimitMinor: 'refundsPerShiftLimit',
  voidLimitMinor: 'voidLimit',
  varianceLimitMinor: 'varianceLimit',
} as const
export type Limit = keyof typeof limits
export const limitNames = Object.keys(limits) as Limit[]

export type LimitsForm = Readonly<Record<Limit, string>>
type Limits = Pick<TillTermsWords, Limit>

/** The limits as they are typed; one that lets everything pass is empty. */
export function limitsForm(terms: Limits, currency: string, language: Language): LimitsForm {
  const typed = (minor: number | null) =>
    minor === null ? '' : moneyText(minor, currency, language)
  return {
    refundLimitMinor: typed(terms.refundLimitMinor),
    refundsPerShiftLimitMinor: typed(terms.refundsPerShiftLimitMinor),
    voidLimitMinor: typed(terms.voidLimitMinor),
    varianceLimitMinor: typed(terms.varianceLimitMinor),
  }
}

/** The limits that are typed, minor units; undefined where one is no amount. */
export function limitsIn(
  form: LimitsForm,
  currency: string,
  language: Language,
): Limits | undefined {
  const read = (limit: Limit) => typedMoney(form[limit], currency, language)
  const refundLimitMinor = read('refundLimitMinor')
  const refundsPerShiftLimitMinor = read('refundsPerShiftLimitMinor')
  const voidLimitMinor = read('voidLimitMinor')
  const varianceLimitMinor = read('varianceLimitMinor')
  if (refundLimitMinor === undefined || refundsPerShiftLimitMinor === undefined) return undefined
  if (voidLimitMinor === undefined || varianceLimitMinor === undefined) return undefined
  return { refundLimitMinor, refundsPerShiftLimitMinor, voidLimitMinor, varianceLimitMinor }
}
