import { minorDigits } from '../../../shared/domain/money/currency.ts'
import { DAY, HOUR, type Instant, MINUTE } from '../../../shared/time/instant.ts'
import { daysBetween } from '../time/site-time.ts'
import type { Language } from './language.ts'

/** How numbers and times are written on this page, by the site's own clock. */
export interface Format {
  readonly number: (value: number, decimals?: number) => string
  /** Minor units: 120,00 kr. */
  readonly money: (minor: number, currency: string) => string
  /** A price of a tariff, a decimal of major units: two decimals or as many more as it has, up to four. */
  readonly unitPrice: (price: string, currency: string) => string
  /** One decimal, where it isn't a whole number. */
  readonly kWh: (wh: number) => string
  readonly kW: (w: number) => string
  /** 18:05 */
  readonly clock: (at: Instant) => string
  /** Thu 3 Dec */
  readonly day: (at: Instant) => string
  readonly date: (at: Instant) => string
  /** The clock, with the day before it where it isn't today. */
  readonly moment: (at: Instant, now: Instant) => string
  /** From when until when; the day where it isn't today, the second one where it isn't the night after. */
  readonly stretch: (from: Instant, until: Instant, now: Instant) => string
  readonly duration: (ms: number) => string
  /** Mon to Sun; 1 is Monday. */
  readonly weekday: (day: number) => string
}

/** Words that times need. */
export interface TimeWords {
  readonly tomorrow: string
  readonly yesterday: string
}

const LOCALES: Record<Language, string> = { en: 'en-GB', sv: 'sv-SE' }

export function formatOf(language: Language, timeZone: string, words: TimeWords): Format {
  const locale = LOCALES[language]
  const numbers = new Map<string, Intl.NumberFormat>()
  const number = (key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
    const kept = numbers.get(key) ?? new Intl.NumberFormat(locale, options)
    numbers.set(key, kept)
    return kept
  }
  const times = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone })
  const clockFormat = times({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const dayFormat = times({ weekday: 'short', day: 'numeric', month: 'short' })
  const dateFormat = times({ day: 'numeric', month: 'short', year: 'numeric' })
  const weekdayFormat = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })

  const plain = (value: number, decimals = 0): string =>
    number(`n${decimals}`, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }).format(value === 0 ? 0 : value)
  const price = (value: string, currency: string, most: number): string => {
    const least = minorDigits(currency)
    const format = number(`${currency}${most}`, {
      ...{ style: 'currency', currency, currencyDisplay: 'narrowSymbol' },
      ...{ minimumFractionDigits: least, maximumFractionDigits: most },
    })
    return format.format(Number(value))
  }
  const clock = (at: Instant): string => clockFormat.format(at)
  const dayWord = (at: Instant, now: Instant): string => {
    switch (daysBetween(now, at, timeZone)) {
      case 0:
        return ''
      case 1:
        return `${words.tomorrow} `
      case -1:
        return `${words.yesterday} `
      default:
        return `${dayFormat.format(at)} `
    }
  }
  return {
    number: plain,
    money: (minor, currency) => {
      const digits = minorDigits(currency)
      return price(`${minor === 0 ? 0 : minor}e-${digits}`, currency, digits)
    },
    unitPrice: (value, currency) => price(value, currency, 4),
    kWh: (wh) => `${plain(wh / 1_000, wh % 1_000 === 0 ? 0 : 1)} kWh`,
    kW: (w) => `${plain(w / 1_000, w < 100_000 && w % 1_000 !== 0 ? 1 : 0)} kW`,
    clock,
    day: (at) => dayFormat.format(at),
    date: (at) => dateFormat.format(at),
    moment: (at, now) => `${dayWord(at, now)}${clock(at)}`,
    stretch: (from, until, now) => {
      const isNextNight = until - from < DAY && clock(until) < clock(from)
      const isOneDay = daysBetween(from, until, timeZone) === 0
      const end = isOneDay || isNextNight ? clock(until) : `${dayWord(until, now)}${clock(until)}`
      return `${dayWord(from, now)}${clock(from)}–${end}`
    },
    duration: (ms) => {
      const minutes = Math.max(0, Math.round(ms / MINUTE))
      const hours = Math.floor((minutes * MINUTE) / HOUR)
      const rest = minutes - hours * 60
      if (hours === 0) return `${rest} min`
      return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
    },
    // The first of January 2024 was a Monday.
    weekday: (day) => weekdayFormat.format(Date.UTC(2024, 0, day)),
  }
}
