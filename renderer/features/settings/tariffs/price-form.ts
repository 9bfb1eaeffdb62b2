import type { OcpiTariff } from '../../../../shared/domain/tariff/ocpi-tariff.ts'
import type { TariffProblem } from '../../../../shared/domain/tariff/read-tariff.ts'
import type { TariffVersionWords } from '../../../../shared/domain/tariff/tariff.ts'
import { tariffOfTemplate, templateOf } from '../../../../shared/domain/tariff/templates.ts'
import type { DecimalSign } from '../../../i18n/locale.ts'
import { type ElementForm, elementFormOf, graceOf, readElementForm } from './element-form.ts'
import {
  emptyTemplate,
  type TemplateForm,
  templateFlaws,
  templateFormOf,
  type TemplateFlaw,
  templateOfForm,
} from './template-form.ts'

/** The form of what a tariff costs: of a usual kind, or element by element. */
export interface PriceForm {
  readonly mode: 'template' | 'elements'
  readonly template: TemplateForm
  readonly elements: ElementForm
}

/** What the form says, or what is wrong with it. */
export type ReadPrice =
  | { readonly words: TariffVersionWords }
  | { readonly flaws: readonly TemplateFlaw[]; readonly problems: readonly TariffProblem[] }

/** The form that a new tariff begins with. */
export function emptyPrice(currency: string, decimal: DecimalSign): PriceForm {
  const free = { kind: 'free', currency, taxIncluded: true, vatPct: 25 } as const
  const elements = elementFormOf(tariffOfTemplate(free).ocpi, 0, decimal)
  return { mode: 'template', template: emptyTemplate, elements }
}

/** The form that shows what a version costs. */
export function priceFormOf(words: TariffVersionWords, decimal: DecimalSign): PriceForm {
  const template = templateOf(words)
  return {
    mode: template === null ? 'elements' : 'template',
    template: template === null ? emptyTemplate : templateFormOf(template, decimal),
    elements: elementFormOf(words.ocpi, words.idleGraceMin, decimal),
  }
}

/** The form element by element, which begins as what the other says, where that is anything yet. */
export function inElements(form: PriceForm, currency: string, decimal: DecimalSign): PriceForm {
  const template = templateOfForm(form.template, currency)
  if (form.mode === 'elements' || template === null) return { ...form, mode: 'elements' }
  const { ocpi, idleGraceMin } = tariffOfTemplate(template)
  return { ...form, mode: 'elements', elements: elementFormOf(ocpi, idleGraceMin, decimal) }
}

/**
 * @param kept the tariff that the form began with: what no form shows, such as whose it is, stays as it is there
 */
export function readPriceForm(form: PriceForm, currency: string, kept?: OcpiTariff): ReadPrice {
  if (form.mode === 'template') {
    const template = templateOfForm(form.template, currency)
    if (template === null) return { flaws: templateFlaws(form.template), problems: [] }
    const { ocpi, idleGraceMin } = tariffOfTemplate(template)
    return { words: { ocpi: { ...aboutOf(kept), ...ocpi }, idleGraceMin } }
  }
  const { preauthorize_amount: hold } = kept ?? {}
  const read = readElementForm(form.elements, currency, {
    ...aboutOf(kept),
    ...(hold !== undefined && { preauthorize_amount: hold }),
  })
  const idleGraceMin = graceOf(form.elements)
  if ('problems' in read) return { flaws: [], problems: read.problems }
  return { words: { ocpi: read.tariff, idleGraceMin: idleGraceMin ?? 0 } }
}

/** What a tariff says besides its prices. */
function aboutOf(kept: OcpiTariff | undefined): Partial<OcpiTariff> {
  if (!kept) return {}
  const {
    currency: _currency,
    elements: _elements,
    tax_included: _tax,
    min_price: _least,
    max_price: _most,
    preauthorize_amount: _hold,
    ...about
  } = kept
  return about
}
