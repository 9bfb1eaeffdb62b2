import { minorDigits } from '../../shared/domain/money/currency.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../shared/time/instant.ts'
import type { Instant } from '../../shared/time/instant.ts'
import type { Language } from './locale.ts'

/** How numbers and times are written: Swedish the Swedish way, English the way of a 24-hour clock. */
export type Style = { language: Language; timeZone: string }

/** A number and its unit apart, because the unit is drawn smaller and lighter. */
export type Quantity = { number: string; unit: string }

/** What is written where nothing is known. */
export const UNKNOWN = '–'

const tags: Record<Language, string> = { en: 'en-GB', sv: 'sv-SE' }
const numbers = new Map<string, Intl.NumberFormat>()
const dates = new Map<string, Intl.DateTimeFormat>()

/** A plain number with a fixed count of decimals. */
export function formatNumber(value: number, decimals: number, style: Style): string {
  const key = `${style.language}:${decimals}`
  let format = numbers.get(key)
  if (!format) {
    format = new Intl.NumberFormat(tags[style.language], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    })
    numbers.set(key, format)
  }
  // Minus nought is nobody's reading.
  return format.format(value === 0 ? 0 : value)
}

/** A rate of tax in per cent, without its sign: 25, 5.5, 8.25; as many decimals as it has, up to two. */
export function formatRate(ratePct: number, style: Style): string {
  const [, decimals = ''] = String(Math.round(ratePct * 100) / 100).split('.')
  return formatNumber(ratePct, decimals.length, style)
}

/** Power in W as kW with one decimal. */
export function formatPower(powerW: number | null, style: Style): Quantity {
  return { number: powerW === null ? UNKNOWN : formatNumber(powerW / 1_000, 1, style), unit: 'kW' }
}

/** Energy in Wh as kWh with two decimals. */
export function formatEnergy(energyWh: number | null, style: Style): Quantity {
  return {
    number: energyWh === null ? UNKNOWN : formatNumber(energyWh / 1_000, 2, style),
    unit: 'kWh',
  }
}

/** Current in 0.1 A as A with one decimal. */
export function formatCurrent(currentDa: number | null, style: Style): Quantity {
  return {
    number: currentDa === null ? UNKNOWN : formatNumber(currentDa / 10, 1, style),
    unit: 'A',
  }
}

/** A share in per cent without decimals. */
export function formatPercent(percent: number | null, style: Style): Quantity {
  return { number: percent === null ? UNKNOWN : formatNumber(percent, 0, style), unit: '%' }
}

/** Money in minor units of an ISO 4217 currency: 120,00 kr / kr 120.00. Exact, whatever the amount. */
export function formatMoney(amountMinor: number, currency: string, style: Style): string {
  const digits = minorDigits(currency)
  const key = `${style.language}:${currency}`
  let format = numbers.get(key)
  if (!format) {
    format = new Intl.NumberFormat(tags[style.language], {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
    numbers.set(key, format)
  }
  // The boundary: Intl takes a decimal as text, and its type can't see that this is one.
  return format.format(`${amountMinor === 0 ? 0 : amountMinor}e-${digits}` as `${number}`)
}

/** A price of a tariff, a decimal of major units such as 3.6125: two decimals or as many more as it has, up to four. */
export function formatUnitPrice(price: string, currency: string, style: Style): string {
  const key = `${style.language}:${currency}:price`
  let format = numbers.get(key)
  if (!format) {
    format = new Intl.NumberFormat(tags[style.language], {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: minorDigits(currency),
      maximumFractionDigits: 4,
    })
    numbers.set(key, format)
  }
  // The boundary: as above.
  return format.format(price as `${number}`)
}

/** A number and its unit in one text, for titles and accessible names. */
export function inWords(quantity: Quantity): string {
  return `${quantity.number} ${quantity.unit}`
}

/** A clock time in the site's time zone: 18:05. */
export function formatClock(at: Instant, style: Style): string {
  return dateFormat(
    'clock',
    { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    style,
  ).format(at)
}

/** A clock time with seconds: 18:05:09. */
export function formatClockSeconds(at: Instant, style: Style): string {
  return dateFormat(
    'seconds',
    { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
    style,
  ).format(at)
}

/** A day: 4 Mar 2026 / 4 mars 2026. */
export function formatDay(at: Instant, style: Style): string {
  return dateFormat('day', { day: 'numeric', month: 'short', year: 'numeric' }, style).format(at)
}

/** A day and a clock time. */
export function formatDateTime(at: Instant, style: Style): string {
  return `${formatDay(at, style)} ${formatClock(at, style)}`
}

/** A moment as short as it stays clear: the clock today, otherwise the day too (without this year). */
export function formatMoment(at: Instant, now: Instant, style: Style): string {
  return withDay(formatClock(at, style), at, now, style)
}

/** The same to the second, where many things happen within a minute. */
export function formatMomentSeconds(at: Instant, now: Instant, style: Style): string {
  return withDay(formatClockSeconds(at, style), at, now, style)
}

/** The end of what begins at `from`: the clock where it can't be of another day than the reader thinks, otherwise a moment. */
export function formatEnd(from: Instant, until: Instant, now: Instant, style: Style): string {
  const clock = formatClock(until, style)
  const isSameDay = dayKey(from, style) === dayKey(until, style)
  const isNextNight = until - from < DAY && clock < formatClock(from, style)
  return isSameDay || isNextNight ? clock : formatMoment(until, now, style)
}

function withDay(clock: string, at: Instant, now: Instant, style: Style): string {
  if (dayKey(at, style) === dayKey(now, style)) return clock
  const sameYear = dayKey(at, style).slice(0, 4) === dayKey(now, style).slice(0, 4)
  const day = sameYear
    ? dateFormat('dayMonth', { day: 'numeric', month: 'short' }, style).format(at)
    : formatDay(at, style)
  return `${day} ${clock}`
}

/**
 * How long ago something was, as a thing to say: seconds and minutes up to an hour, afterwards a moment.
 * A moment slightly ahead of this clock counts as now.
 */
export type Ago =
  | { kind: 'now' }
  | { kind: 'seconds'; count: number }
  | { kind: 'minutes'; count: number }
  | { kind: 'at'; text: string }

/** How long before `now` the instant `at` lies. */
export function agoOf(at: Instant, now: Instant, style: Style): Ago {
  const age = now - at
  if (age < 5 * SECOND) return { kind: 'now' }
  if (age < MINUTE) return { kind: 'seconds', count: Math.floor(age / SECOND) }
  if (age < HOUR) return { kind: 'minutes', count: Math.floor(age / MINUTE) }
  return { kind: 'at', text: formatMoment(at, now, style) }
}

/** A stretch of time: 45 s, 12 min, 3 h 05 min, 2 d 4 h. */
export function formatDuration(ms: number): string {
  const length = Math.max(0, ms)
  if (length < MINUTE) return `${Math.floor(length / SECOND)} s`
  if (length < HOUR) return `${Math.floor(length / MINUTE)} min`
  if (length < DAY) {
    return `${Math.floor(length / HOUR)} h ${pad(Math.floor((length % HOUR) / MINUTE))} min`
  }
  return `${Math.floor(length / DAY)} d ${Math.floor((length % DAY) / HOUR)} h`
}

/** What is left of a countdown: 14:59, and 0:00 from its end on. */
export function formatCountdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / SECOND))
  return `${Math.floor(seconds / 60)}:${pad(seconds % 60)}`
}

function dayKey(at: Instant, style: Style): string {
  return dateFormat(
    'key',
    { year: 'numeric', month: '2-digit', day: '2-digit' },
    { ...style, language: 'sv' },
  ).format(at)
}

function dateFormat(
  name: string,
  options: Intl.DateTimeFormatOptions,
  style: Style,
): Intl.DateTimeFormat {
  const key = `${name}:${style.language}:${style.timeZone}`
  let format = dates.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(tags[style.language], { ...options, timeZone: style.timeZone })
    dates.set(key, format)
  }
  return format
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
