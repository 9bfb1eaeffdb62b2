import type { TillTermsWords } from '../../../../shared/domain/till/till-terms.ts'
import type { Language } from '../../../i18n/locale.ts'
import { moneyText, typedMoney } from '../../../ui/input/typed-money.ts'
import { whatDiffers } from '../../../ui/input/what-differs.ts'

/** The limits in the order they are asked for, and what each is called. */
export const limits = {
  refundLimitMinor: 'refundLimit',
  refundsPerShiftLimitMinor: 'refundsPerShiftLimit',
  voidLimitMinor: 'voidLimit',
  varianceLimitMinor: 'varianceLimit',
} as const
export type Limit = keyof typeof limits
export const limitNames = Object.keys(limits) as Limit[]

type LimitsForm = Readonly<Record<Limit, string>>
type Limits = Pick<TillTermsWords, Limit>

/** The ways the form of limits works, for a site's currency and the reader's language; no limit is typed as nothing. */
export function limitsWays(currency: string, language: Language) {
  const typed = (minor: number | null) =>
    minor === null ? '' : moneyText(minor, currency, language)
  const read = (form: LimitsForm, limit: Limit) => typedMoney(form[limit], currency, language)
  return {
    formOf: (terms: Limits): LimitsForm => ({
      refundLimitMinor: typed(terms.refundLimitMinor),
      refundsPerShiftLimitMinor: typed(terms.refundsPerShiftLimitMinor),
      voidLimitMinor: typed(terms.voidLimitMinor),
      varianceLimitMinor: typed(terms.varianceLimitMinor),
    }),
    flawsOf: (form: LimitsForm): Limit[] =>
      limitNames.filter((limit) => read(form, limit) === undefined),
    patchOf: (form: LimitsForm, base: Limits): Partial<Limits> => {
      const known = (limit: Limit) => {
        const minor = read(form, limit)
        return minor === undefined ? base[limit] : minor
      }
      return whatDiffers(
        {
          refundLimitMinor: known('refundLimitMinor'),
          refundsPerShiftLimitMinor: known('refundsPerShiftLimitMinor'),
          voidLimitMinor: known('voidLimitMinor'),
          varianceLimitMinor: known('varianceLimitMinor'),
        },
        base,
      )
    },
  }
}
