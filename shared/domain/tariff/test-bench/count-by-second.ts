import { MINUTE, SECOND } from '../../../time/instant.ts'
import {
  ceilTo,
  compare,
  decimal,
  dividedBy,
  plus,
  type Rational,
  rational,
  times,
  whole,
  ZERO,
} from '../../money/rational.ts'
import type { ChargingPeriod } from '../charging-period.ts'
import type { OcpiTariff, PriceComponent, TariffDimension } from '../ocpi-tariff.ts'
import type { Restrictions } from '../restrictions.ts'

/** What a step of the count knows; a step lasts a second, or the part of one in which one Wh flows. */
interface Step {
  readonly state: ChargingPeriod['state']
  readonly wh: number
  readonly seconds: Rational
  readonly soFarWh: number
  readonly soFarSeconds: number
  readonly powerW: number | null
  readonly currentA: number | null
  readonly shown: Shown
}

/** What the site's clock shows, as OCPI writes it. */
interface Shown {
  readonly clock: string
  readonly date: string
  readonly day: string
}

/** How much of one component was counted. */
interface Counted {
  readonly key: string
  readonly component: PriceComponent
  quantity: Rational
}

/** What a session costs, counted. */
export interface CountedPrice {
  /** Major units. */
  readonly excl: Rational
  readonly incl: Rational
  /** By `DIMENSION element`, kWh, hours or times. */
  readonly quantities: ReadonlyMap<string, Rational>
}

/**
 * Prices a session as simply as it can be done: second by second, asking at each which component counts. Only for
 * periods of whole seconds and Wh, with the same whole Wh in each second, and for bounds on whole Wh and seconds.
 */
export function countBySecond(
  tariff: OcpiTariff,
  timeZone: string,
  periods: readonly ChargingPeriod[],
): CountedPrice {
  const counted: Counted[] = []
  const add = (
    dimension: string,
    type: TariffDimension,
    kind: string | null,
    step: Step,
    quantity: Rational,
  ) => {
    if (compare(quantity, ZERO) === 0) return
    const index = tariff.elements.findIndex(
      ({ price_components, restrictions = {} }) =>
        (restrictions.reservation ?? null) === kind &&
        price_components.some((one) => one.type === type) &&
        matches(restrictions, step),
    )
    const component = tariff.elements[index]?.price_components.find((one) => one.type === type)
    if (component === undefined) return
    const key = `${dimension} ${index}`
    const known = counted.findIndex((one) => one.key === key)
    const [before] = known < 0 ? [] : counted.splice(known, 1)
    counted.push({ key, component, quantity: plus(before?.quantity ?? ZERO, quantity) })
  }
  const fee = (dimension: string, kind: string | null, step: Step) => {
    if (!counted.some(({ key }) => key.startsWith(`${dimension} `)))
      add(dimension, 'FLAT', kind, step, whole(1))
  }
  const expiryHasTime = (step: Step) =>
    tariff.elements.some(
      ({ price_components, restrictions = {} }) =>
        restrictions.reservation === 'RESERVATION_EXPIRES' &&
        price_components.some(({ type }) => type === 'TIME') &&
        matches(restrictions, step),
    )
  for (const step of stepsOf(periods, timeZone)) {
    const kWh = rational(BigInt(step.wh), 1_000n)
    const hours = dividedBy(step.seconds, whole(3_600))
    if (step.state === 'CHARGING' || step.state === 'PARKING') {
      fee('FLAT', null, step)
      add('ENERGY', 'ENERGY', null, step, kWh)
      const type = step.state === 'CHARGING' ? 'TIME' : 'PARKING_TIME'
      add(type, type, null, step, hours)
      continue
    }
    fee('RESERVATION_FLAT', 'RESERVATION', step)
    const expires = step.state === 'RESERVATION_EXPIRED'
    if (expires) fee('EXPIRY_FLAT', 'RESERVATION_EXPIRES', step)
    const kind = expires && expiryHasTime(step) ? 'RESERVATION_EXPIRES' : 'RESERVATION'
    add('RESERVATION_TIME', 'TIME', kind, step, hours)
  }
  roundUp(counted, 'ENERGY', 1_000n)
  roundUp(counted, 'PARKING_TIME', 3_600n)
  if (!counted.some(({ key }) => key.startsWith('PARKING_TIME '))) roundUp(counted, 'TIME', 3_600n)
  roundUp(counted, 'RESERVATION_TIME', 3_600n)
  return {
    ...totals(tariff, counted, periods),
    quantities: new Map(counted.map(({ key, quantity }) => [key, quantity])),
  }
}

function* stepsOf(periods: readonly ChargingPeriod[], timeZone: string): Generator<Step> {
  let soFarWh = 0
  const soFar = { reservation: 0, session: 0 }
  for (const period of periods) {
    const { state, seconds, energyMilliWh } = period
    const part = state.startsWith('RESERVATION') ? 'reservation' : 'session'
    const wh = energyMilliWh / 1_000 / Math.max(1, seconds)
    const meanW = seconds === 0 ? null : wh * 3_600
    const powerW = period.powerW ?? (state === 'CHARGING' ? meanW : 0)
    const estimatedA = powerW === null ? null : powerW / 230
    const currentA = period.currentA ?? (state === 'CHARGING' ? estimatedA : 0)
    for (let second = 0; second < Math.max(1, seconds); second++) {
      const shown = shownAt(period.startsAt + second * SECOND, timeZone)
      const soFarSeconds = soFar[part] + second
      const parts = Math.max(1, wh)
      const length = seconds === 0 ? ZERO : rational(1n, BigInt(parts))
      for (let one = 0; one < parts; one++) {
        yield {
          state,
          wh: wh === 0 ? 0 : 1,
          seconds: length,
          soFarWh,
          soFarSeconds,
          powerW,
          currentA,
          shown,
        }
        soFarWh += wh === 0 ? 0 : 1
      }
    }
    soFar[part] += seconds
  }
}

const shownByMinute = new Map<string, Shown>()

/** No clock changes within a minute, and no restriction asks for seconds. */
function shownAt(instant: number, timeZone: string): Shown {
  const minute = Math.floor(instant / MINUTE) * MINUTE
  const key = `${timeZone} ${minute}`
  const known = shownByMinute.get(key)
  if (known !== undefined) return known
  const zoned = Temporal.Instant.fromEpochMilliseconds(minute).toZonedDateTimeISO(timeZone)
  const shown = {
    clock: zoned.toPlainTime().toString({ smallestUnit: 'minute' }),
    date: zoned.toPlainDate().toString(),
    day: zoned.toLocaleString('en', { weekday: 'long' }).toUpperCase(),
  }
  shownByMinute.set(key, shown)
  return shown
}

/** Reads OCPI's table of restrictions row by row. */
function matches(only: Restrictions, step: Step): boolean {
  const { clock, date, day } = step.shown
  const { start_time: start = '00:00', end_time: end = '00:00' } = only
  const inHours = start < end ? clock >= start && clock < end : clock >= start || clock < end
  if (!inHours) return false
  if (only.start_date !== undefined && date < only.start_date) return false
  if (only.end_date !== undefined && date >= only.end_date) return false
  if (only.day_of_week?.length && !only.day_of_week.some((one) => one === day)) return false
  const { powerW, currentA } = step
  return (
    within(step.soFarWh / 1_000, only.min_kwh, only.max_kwh) &&
    within(step.soFarSeconds, only.min_duration, only.max_duration) &&
    within(powerW === null ? null : powerW / 1_000, only.min_power, only.max_power) &&
    within(currentA, only.min_current, only.max_current)
  )
}

function within(
  value: number | null,
  least: number | undefined,
  most: number | undefined,
): boolean {
  if (least === undefined && most === undefined) return true
  return value !== null && value >= (least ?? 0) && value < (most ?? Infinity)
}

function roundUp(counted: readonly Counted[], dimension: string, unitsPerPriced: bigint): void {
  const those = counted.filter(({ key }) => key.startsWith(`${dimension} `))
  const last = those.at(-1)
  if (last === undefined) return
  const total = those.reduce((sum, { quantity }) => plus(sum, quantity), ZERO)
  const blocks = ceilTo(total, rational(BigInt(last.component.step_size), unitsPerPriced))
  last.quantity = plus(last.quantity, plus(blocks, { num: -total.num, den: total.den }))
}

function totals(
  tariff: OcpiTariff,
  counted: readonly Counted[],
  periods: readonly ChargingPeriod[],
): { excl: Rational; incl: Rational } {
  let [excl, incl] = [ZERO, ZERO]
  for (const { component, quantity } of counted) {
    const amount = times(exactly(component.price), quantity)
    const factor = plus(whole(1), dividedBy(exactly(component.vat ?? 0), whole(100)))
    const included = tariff.tax_included === 'YES'
    excl = plus(excl, included ? dividedBy(amount, factor) : amount)
    incl = plus(incl, included ? amount : times(amount, factor))
  }
  const came = periods.some(({ state }) => state === 'CHARGING' || state === 'PARKING')
  const { min_price: least, max_price: most } = tariff
  if (least?.after_taxes !== undefined && came) {
    excl = larger(excl, exactly(least.before_taxes))
    incl = larger(incl, exactly(least.after_taxes))
  }
  if (most !== undefined) {
    const before = exactly(most.before_taxes)
    const capped = compare(excl, before) > 0 ? before : excl
    if (most.after_taxes === undefined) {
      if (compare(excl, before) > 0) incl = dividedBy(times(incl, before), excl)
    } else if (compare(incl, exactly(most.after_taxes)) > 0) incl = exactly(most.after_taxes)
    excl = capped
  }
  return { excl, incl }
}

function larger(one: Rational, other: Rational): Rational {
  return compare(one, other) < 0 ? other : one
}

function exactly(written: number): Rational {
  const read = decimal(written)
  if (read === null) throw new Error(`${written} is no decimal.`)
  return read
}
