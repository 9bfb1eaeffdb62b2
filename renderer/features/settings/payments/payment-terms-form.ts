import type {
  PaymentTerms,
  PaymentTermsWords,
} from '../../../../shared/domain/payment/payment-terms.ts'
import { paymentTermsWords } from '../../../../shared/domain/payment/payment-terms.ts'
import type { PaymentMeans } from '../../../../shared/domain/payment/payment.ts'
import { paymentMeans } from '../../../../shared/domain/payment/payment.ts'
import type { Language } from '../../../i18n/locale.ts'
import { moneyText, typedMoney } from '../../../ui/input/typed-money.ts'
import { whatDiffers } from '../../../ui/input/what-differs.ts'

/** The terms as they are typed; `address` a line each, `hold` empty where the site sizes it itself. */
export type PaymentTermsForm = {
  legalName: string
  organisationNumber: string
  vatNumber: string
  address: string
  receiptFooter: string
  means: PaymentMeans[]
  payWhileBooking: PaymentTermsWords['payWhileBooking']
  payWithinMin: string
  hold: string
  refundsUnused: boolean
  returnUrl: string
  locationId: string
}

export type PaymentTermsFlaw = 'address' | 'payWithinMin' | 'hold' | 'returnUrl'

const { address, payWithinMin, returnUrl } = paymentTermsWords.shape

/** How long a link to pay may live, minutes. */
export const payWithin = { least: payWithinMin.minValue, most: payWithinMin.maxValue }

/** The ways a form of terms works, for a site's currency and the reader's language. */
export function paymentTermsWays(currency: string, language: Language) {
  const holdOf = (form: PaymentTermsForm) => typedMoney(form.hold, currency, language)
  return {
    formOf: (terms: PaymentTerms): PaymentTermsForm => ({
      legalName: terms.legalName,
      organisationNumber: terms.organisationNumber,
      vatNumber: terms.vatNumber,
      address: terms.address.join('\n'),
      receiptFooter: terms.receiptFooter,
      means: terms.means,
      payWhileBooking: terms.payWhileBooking,
      payWithinMin: String(terms.payWithinMin),
      hold: terms.holdMinor === 0 ? '' : moneyText(terms.holdMinor, currency, language),
      refundsUnused: terms.refundsUnused,
      returnUrl: terms.returnUrl,
      locationId: terms.locationId ?? '',
    }),
    flawsOf: (form: PaymentTermsForm): PaymentTermsFlaw[] => {
      const flaws: PaymentTermsFlaw[] = []
      if (!address.safeParse(linesOf(form.address)).success) flaws.push('address')
      if (minutesOf(form.payWithinMin) === null) flaws.push('payWithinMin')
      if (holdOf(form) === undefined) flaws.push('hold')
      if (!returnUrl.safeParse(form.returnUrl.trim()).success) flaws.push('returnUrl')
      return flaws
    },
    patchOf: (form: PaymentTermsForm, base: PaymentTerms): Partial<PaymentTermsWords> => {
      const typed: PaymentTermsWords = {
        legalName: form.legalName.trim(),
        organisationNumber: form.organisationNumber.trim(),
        vatNumber: form.vatNumber.trim(),
        address: linesOf(form.address),
        receiptFooter: form.receiptFooter.trim(),
        means: form.means,
        payWhileBooking: form.payWhileBooking,
        payWithinMin: minutesOf(form.payWithinMin) ?? base.payWithinMin,
        holdMinor: holdOf(form) ?? 0,
        refundsUnused: form.refundsUnused,
        returnUrl: form.returnUrl.trim(),
        locationId: form.locationId.trim() || null,
      }
      return whatDiffers(typed, base)
    },
  }
}

/** The means in the order the desk offers them, with one more or one fewer. */
export function withMeans(
  means: readonly PaymentMeans[],
  one: PaymentMeans,
  taken: boolean,
): PaymentMeans[] {
  return paymentMeans.options.filter((known) => (known === one ? taken : means.includes(known)))
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function minutesOf(text: string): number | null {
  const typed = text.trim()
  return /^\d+$/.test(typed) ? (payWithinMin.safeParse(Number(typed)).data ?? null) : null
}
