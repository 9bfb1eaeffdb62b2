import {
  type TariffTemplate,
  type TemplateKind,
} from '../../../../shared/domain/tariff/templates.ts'
import type { DecimalSign } from '../../../i18n/locale.ts'
import { typedClock } from '../../../ui/input/typed-clock.ts'
import { typedNumber } from '../grid/typed-number.ts'

/** What a template asks for, in the order of its fields. */
export const figuresOf = {
  perKwh: ['perKwh'],
  perKwhAndMinute: ['perKwh', 'perMinute'],
  perMinute: ['perMinute'],
  dayNight: ['dayPerKwh', 'dayFrom', 'dayUntil', 'nightPerKwh'],
  idleFee: ['perKwh', 'idlePerMinute', 'idleGraceMin'],
  flat: ['perSession'],
  free: [],
  reservation: ['perKwh', 'reservationFee', 'reservedPerHour', 'noShowFee'],
} as const satisfies Record<TemplateKind, readonly string[]>
export type Figure = (typeof figuresOf)[TemplateKind][number]

/** What of a figure is typed. */
export const figureKinds: Record<Figure, 'price' | 'clock' | 'minutes'> = {
  perKwh: 'price',
  perMinute: 'price',
  dayPerKwh: 'price',
  nightPerKwh: 'price',
  dayFrom: 'clock',
  dayUntil: 'clock',
  idlePerMinute: 'price',
  idleGraceMin: 'minutes',
  perSession: 'price',
  reservationFee: 'price',
  reservedPerHour: 'price',
  noShowFee: 'price',
}

export const figureUnits: Partial<Record<Figure, '/kWh' | '/min' | '/h'>> = {
  perKwh: '/kWh',
  perMinute: '/min',
  dayPerKwh: '/kWh',
  nightPerKwh: '/kWh',
  idlePerMinute: '/min',
  reservedPerHour: '/h',
}

export type TemplateFlaw = Figure | 'vat'

/** The form of a tariff of one of the usual kinds; figures of other kinds stay typed while kinds are compared. */
export interface TemplateForm {
  readonly kind: TemplateKind
  readonly taxIncluded: boolean
  readonly vat: string
  readonly figures: Readonly<Record<Figure, string>>
}

/** The form that a new tariff begins with; prices are for people to say. */
export const emptyTemplate: TemplateForm = {
  kind: 'perKwh',
  taxIncluded: true,
  vat: '25',
  figures: {
    perKwh: '',
    perMinute: '',
    dayPerKwh: '',
    nightPerKwh: '',
    dayFrom: '06:00',
    dayUntil: '22:00',
    idlePerMinute: '',
    idleGraceMin: '15',
    perSession: '',
    reservationFee: '',
    reservedPerHour: '0',
    noShowFee: '',
  },
}

/** The form that shows a template. */
export function templateFormOf(template: TariffTemplate, decimal: DecimalSign): TemplateForm {
  const told: Partial<Record<string, unknown>> = { ...template }
  const figures = Object.entries(emptyTemplate.figures).map(([figure, usual]) => {
    const value = told[figure]
    if (typeof value === 'number') return [figure, String(value).replace('.', decimal)]
    return [figure, typeof value === 'string' ? value : usual]
  })
  return {
    kind: template.kind,
    taxIncluded: template.taxIncluded,
    vat: String(template.vatPct).replace('.', decimal),
    figures: { ...emptyTemplate.figures, ...Object.fromEntries(figures) },
  }
}

/** What is wrong with the form, of the fields that its kind asks for. */
export function templateFlaws({ kind, vat, figures }: TemplateForm): TemplateFlaw[] {
  const asked: readonly Figure[] = figuresOf[kind]
  const bad: TemplateFlaw[] = asked.filter((figure) => read(figure, figures[figure]) === null)
  return vatOf(vat) === null ? [...bad, 'vat'] : bad
}

/** The template that the form says; null while something is wrong with it. */
export function templateOfForm(form: TemplateForm, currency: string): TariffTemplate | null {
  const vatPct = vatOf(form.vat)
  if (vatPct === null || templateFlaws(form).length > 0) return null
  const { kind, taxIncluded, figures } = form
  const terms = { currency, taxIncluded, vatPct }
  const price = (figure: Figure) => typedNumber(figures[figure]) ?? 0
  const clock = (figure: Figure) => typedClock(figures[figure]) ?? ''
  switch (kind) {
    case 'perKwh':
      return { kind, ...terms, perKwh: price('perKwh') }
    case 'perKwhAndMinute':
      return { kind, ...terms, perKwh: price('perKwh'), perMinute: price('perMinute') }
    case 'perMinute':
      return { kind, ...terms, perMinute: price('perMinute') }
    case 'dayNight':
      return {
        kind,
        ...terms,
        dayPerKwh: price('dayPerKwh'),
        nightPerKwh: price('nightPerKwh'),
        dayFrom: clock('dayFrom'),
        dayUntil: clock('dayUntil'),
      }
    case 'idleFee':
      return {
        kind,
        ...terms,
        perKwh: price('perKwh'),
        idlePerMinute: price('idlePerMinute'),
        idleGraceMin: price('idleGraceMin'),
      }
    case 'flat':
      return { kind, ...terms, perSession: price('perSession') }
    case 'free':
      return { kind, ...terms }
    case 'reservation':
      return {
        kind,
        ...terms,
        perKwh: price('perKwh'),
        reservationFee: price('reservationFee'),
        reservedPerHour: price('reservedPerHour'),
        noShowFee: price('noShowFee'),
      }
  }
}

function read(figure: Figure, typed: string): number | string | null {
  if (figureKinds[figure] === 'clock') return typedClock(typed)
  const value = typedNumber(typed) ?? null
  if (value === null || value < 0) return null
  if (figureKinds[figure] === 'minutes')
    return Number.isInteger(value) && value <= 1_440 ? value : null
  return value <= 1_000_000 ? value : null
}

function vatOf(typed: string): number | null {
  const value = typedNumber(typed) ?? null
  return value !== null && value >= 0 && value <= 100 ? value : null
}
