import type { OcpiTariff, TariffDimension } from '../../../../shared/domain/tariff/ocpi-tariff.ts'
import { readTariff, type TariffProblem } from '../../../../shared/domain/tariff/read-tariff.ts'
import { type Restrictions, WEEKDAYS } from '../../../../shared/domain/tariff/restrictions.ts'
import type { DecimalSign } from '../../../i18n/locale.ts'
import { typedClock } from '../../../ui/input/typed-clock.ts'
import { typedNumber } from '../grid/typed-number.ts'

export const dimensions = ['ENERGY', 'TIME', 'PARKING_TIME', 'FLAT'] as const

/** The bounds of a condition, as typed; empty is none. */
export interface TypedBounds {
  readonly from: string
  readonly until: string
}
export const boundedBy = ['kWh', 'duration', 'kW', 'A'] as const
export type BoundedBy = (typeof boundedBy)[number]

/** The conditions of an element; one that is undefined isn't shown. Durations are typed in minutes. */
export interface TypedConditions {
  readonly times?: TypedBounds
  readonly days?: readonly number[]
  readonly dates?: TypedBounds
  readonly kWh?: TypedBounds
  readonly duration?: TypedBounds
  readonly kW?: TypedBounds
  readonly A?: TypedBounds
  readonly reservation?: 'RESERVATION' | 'RESERVATION_EXPIRES'
}
export type ConditionName = keyof TypedConditions

export interface TypedComponent {
  readonly on: boolean
  readonly price: string
  readonly vat: string
  readonly step: string
}

export interface TypedElement {
  readonly key: string
  readonly components: Readonly<Record<TariffDimension, TypedComponent>>
  readonly conditions: TypedConditions
}

/** The form of a tariff element by element. */
export interface ElementForm {
  readonly tax: OcpiTariff['tax_included']
  readonly elements: readonly TypedElement[]
  readonly least: { readonly before: string; readonly after: string }
  readonly most: { readonly before: string; readonly after: string }
  readonly idleGraceMin: string
}

const off: TypedComponent = { on: false, price: '', vat: '25', step: '1' }

/** An element that prices nothing yet. */
export function emptyElement(key: string): TypedElement {
  return {
    key,
    components: {
      ENERGY: { ...off, on: true },
      TIME: { ...off, step: '60' },
      PARKING_TIME: { ...off, step: '60' },
      FLAT: off,
    },
    conditions: {},
  }
}

const PATHS = {
  kWh: ['min_kwh', 'max_kwh'],
  duration: ['min_duration', 'max_duration'],
  kW: ['min_power', 'max_power'],
  A: ['min_current', 'max_current'],
} as const

/** The form that shows a tariff. */
export function elementFormOf(
  ocpi: OcpiTariff,
  idleGraceMin: number,
  decimal: DecimalSign,
): ElementForm {
  const text = (value: number | undefined) =>
    value === undefined ? '' : String(value).replace('.', decimal)
  const limit = (told: OcpiTariff['min_price']) => ({
    before: text(told?.before_taxes),
    after: text(told?.after_taxes),
  })
  return {
    tax: ocpi.tax_included,
    elements: ocpi.elements.map(({ price_components, restrictions = {} }, index) => {
      const empty = emptyElement(String(index))
      const components = { ...empty.components, ENERGY: off }
      for (const { type, price, vat, step_size } of price_components)
        components[type] = { on: true, price: text(price), vat: text(vat), step: text(step_size) }
      return { ...empty, components, conditions: conditionsOf(restrictions, text) }
    }),
    least: limit(ocpi.min_price),
    most: limit(ocpi.max_price),
    idleGraceMin: text(idleGraceMin),
  }
}

function conditionsOf(
  only: Restrictions,
  text: (value: number | undefined) => string,
): TypedConditions {
  const { start_time, end_time, start_date, end_date, day_of_week = [] } = only
  const bounded = boundedBy.flatMap((name) => {
    const [low, high] = PATHS[name].map((field) => only[field])
    if (low === undefined && high === undefined) return []
    const bound = (value: number | undefined) =>
      text(value === undefined || name !== 'duration' ? value : minutesOf(value))
    return [[name, { from: bound(low), until: bound(high) }]]
  })
  return {
    ...(start_time !== undefined || end_time !== undefined
      ? { times: { from: start_time ?? '00:00', until: end_time ?? '00:00' } }
      : {}),
    ...(day_of_week.length > 0
      ? { days: WEEKDAYS.flatMap((day, index) => (day_of_week.includes(day) ? [index + 1] : [])) }
      : {}),
    ...(start_date !== undefined || end_date !== undefined
      ? { dates: { from: start_date ?? '', until: end_date ?? '' } }
      : {}),
    ...Object.fromEntries(bounded),
    ...(only.reservation ? { reservation: only.reservation } : {}),
  }
}

/** The OCPI object that the form says, or what is wrong with it by its path into the object. */
export function readElementForm(
  form: ElementForm,
  currency: string,
  kept: Partial<OcpiTariff> = {},
): { readonly tariff: OcpiTariff } | { readonly problems: readonly TariffProblem[] } {
  const { elements: _e, min_price: _l, max_price: _m, ...rest } = kept
  const graceBad = (graceOf(form) ?? null) === null
  const noDays = form.elements.flatMap(({ conditions }, index) =>
    conditions.days?.length === 0 ? [`elements[${index}].restrictions.day_of_week`] : [],
  )
  const own = [...noDays, ...(graceBad ? ['idleGraceMin'] : [])]
  const read = readTariff({
    ...rest,
    currency,
    tax_included: form.tax,
    elements: form.elements.map(writtenElement(form.tax)),
    ...writtenLimit('min_price', form.least),
    ...writtenLimit('max_price', form.most),
  })
  if (own.length === 0) return read
  const problems = own.map((path) => ({ path, message: '' }))
  return { problems: 'problems' in read ? [...read.problems, ...problems] : problems }
}

/** The grace that is typed, min; undefined while it is none. */
export function graceOf({ idleGraceMin }: ElementForm): number | undefined {
  const minutes = typedNumber(idleGraceMin)
  if (minutes === null) return 0
  return minutes !== undefined && Number.isInteger(minutes) && minutes >= 0 && minutes <= 1_440
    ? minutes
    : undefined
}

/** Which of an element's priced dimensions stands at that place of the written object. */
export function dimensionAt(element: TypedElement, index: number): TariffDimension | undefined {
  return dimensions.filter((dimension) => element.components[dimension].on)[index]
}

function writtenElement(tax: ElementForm['tax']) {
  return ({ components, conditions }: TypedElement) => {
    const restrictions = writtenConditions(conditions)
    return {
      price_components: dimensions.flatMap((type) => {
        const { on, price, vat, step } = components[type]
        if (!on) return []
        const rate = tax === 'N/A' ? null : written(vat)
        return [
          {
            type,
            price: written(price),
            ...(rate !== null && { vat: rate }),
            step_size: written(step),
          },
        ]
      }),
      ...(Object.keys(restrictions).length > 0 && { restrictions }),
    }
  }
}

function writtenConditions(conditions: TypedConditions): Record<string, unknown> {
  const { times, days, dates, reservation } = conditions
  const bounded = boundedBy.flatMap((name) => {
    const typed = conditions[name]
    if (typed === undefined) return []
    return [typed.from, typed.until].flatMap((bound, end) => {
      const value = written(bound)
      if (value === null) return []
      return [
        [
          PATHS[name][end],
          typeof value === 'number' && name === 'duration' ? secondsOf(value) : value,
        ],
      ]
    })
  })
  return {
    ...(times && {
      start_time: typedClock(times.from) ?? times.from,
      end_time: typedClock(times.until) ?? times.until,
    }),
    ...(days && days.length > 0 && { day_of_week: days.map((day) => WEEKDAYS[day - 1]) }),
    ...(dates?.from && { start_date: dates.from }),
    ...(dates?.until && { end_date: dates.until }),
    ...Object.fromEntries(bounded),
    ...(reservation && { reservation }),
  }
}

function writtenLimit(
  name: 'min_price' | 'max_price',
  { before, after }: { readonly before: string; readonly after: string },
): Record<string, unknown> {
  const [low, high] = [written(before), written(after)]
  if (low === null && high === null) return {}
  return { [name]: { before_taxes: low, ...(high !== null && { after_taxes: high }) } }
}

/** Rounded, so that whole seconds come back whole. */
function minutesOf(seconds: number): number {
  return Number((seconds / 60).toFixed(6))
}

function secondsOf(minutes: number): number {
  return Number((minutes * 60).toFixed(3))
}

/** A number where one was typed, null where nothing was; any other text as it is, for the schema to refuse. */
function written(typed: string): number | string | null {
  const read = typedNumber(typed)
  return read === undefined ? typed : read
}
