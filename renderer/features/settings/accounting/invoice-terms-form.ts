import {
  type InvoiceTerms,
  type InvoiceTermsWords,
  invoiceTermsWords,
} from '../../../../shared/domain/invoice/invoice-terms.ts'

const numbers = ['firstNumber', 'dueDays'] as const
const texts = ['prefix', 'bankgiro', 'plusgiro', 'iban', 'bic', 'footer'] as const

/** The terms as they are typed: numbers as texts. */
export type InvoiceTermsForm = Record<(typeof numbers)[number] | (typeof texts)[number], string> & {
  readonly isFTax: boolean
}
export type InvoiceTermsFlaw = (typeof numbers)[number] | (typeof texts)[number]

export function invoiceTermsForm(terms: InvoiceTerms): InvoiceTermsForm {
  const { prefix, bankgiro, plusgiro, iban, bic, footer, isFTax, firstNumber, dueDays } = terms
  return {
    ...{ prefix, bankgiro, plusgiro, iban, bic, footer, isFTax },
    ...{ firstNumber: String(firstNumber), dueDays: String(dueDays) },
  }
}

/** The form as the hub takes it; what is no number is told as such by its flaw. */
function typed(form: InvoiceTermsForm): InvoiceTermsWords {
  const number = (text: string) => (/^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN)
  return {
    prefix: form.prefix.trim(),
    bankgiro: form.bankgiro.trim(),
    plusgiro: form.plusgiro.trim(),
    iban: form.iban.trim().toUpperCase(),
    bic: form.bic.trim().toUpperCase(),
    footer: form.footer.trim(),
    isFTax: form.isFTax,
    firstNumber: number(form.firstNumber),
    dueDays: number(form.dueDays),
  }
}

export function invoiceTermsFlaws(form: InvoiceTermsForm): InvoiceTermsFlaw[] {
  const words = typed(form)
  return [...numbers, ...texts].filter(
    (word) => !invoiceTermsWords.shape[word].safeParse(words[word]).success,
  )
}

/** Only what differs, so that another desk's change of the rest is left alone. */
export function invoiceTermsPatch(
  form: InvoiceTermsForm,
  base: InvoiceTerms,
): Partial<InvoiceTermsWords> {
  const known: Record<string, unknown> = base
  return Object.fromEntries(
    Object.entries(typed(form)).filter(([word, value]) => known[word] !== value),
  )
}
