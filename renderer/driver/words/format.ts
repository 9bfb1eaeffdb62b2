import { minorDigits } from '../../../shared/domain/money/currency.ts'
import { DAY, HOUR, type Instant, MINUTE } from '../../../shared/time/instant.ts'
import { daysBetween, wallOf } from '../time/site-time.ts'
import type { Language } from './language.ts'
import { decimalText, moneyText } from './money-text.ts'

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
  /** What a meter tells: as many digits each time, so that nothing jumps. */
  readonly meteredKWh: (wh: number) => string
  readonly meteredKW: (w: number) => string
  /** 18:05 */
  readonly clock: (at: Instant) => string
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
  // Made when first needed: reading a language's ways to write takes a phone longer than all the rest of a page.
  const dates = new Map<string, Intl.DateTimeFormat>()
  const written = (at: Instant, name: string, options: Intl.DateTimeFormatOptions): string => {
    const kept = dates.get(name) ?? new Intl.DateTimeFormat(locale, { timeZone, ...options })
    dates.set(name, kept)
    return kept.format(at)
  }
  const dayOf = (at: Instant): string =>
    written(at, 'day', { weekday: 'short', day: 'numeric', month: 'short' })

  const plain = (value: number, decimals = 0): string =>
    decimalText(value, decimals, decimals, language)
  /** Thousands, with the tenth where there is one. */
  const tenths = (value: number): string =>
    plain(value / 1_000, Math.round(value / 100) % 10 === 0 ? 0 : 1)
  const clock = (at: Instant): string => wallOf(at, timeZone).time
  const dayWord = (at: Instant, now: Instant): string => {
    switch (daysBetween(now, at, timeZone)) {
      case 0:
        return ''
      case 1:
        return `${words.tomorrow} `
      case -1:
        return `${words.yesterday} `
      default:
        return `${dayOf(at)} `
    }
  }
  return {
    number: plain,
    money: (minor, currency) => {
      const digits = minorDigits(currency)
      return moneyText((minor === 0 ? 0 : minor) / 10 ** digits, currency, digits, language)
    },
    unitPrice: (value, currency) => moneyText(Number(value), currency, 4, language),
    kWh: (wh) => `${tenths(wh)} kWh`,
    kW: (w) => `${w < 100_000 ? tenths(w) : plain(w / 1_000)} kW`,
    meteredKWh: (wh) => `${plain(wh / 1_000, 2)} kWh`,
    meteredKW: (w) => `${plain(w / 1_000, 1)} kW`,
    clock,
    date: (at) => written(at, 'date', { day: 'numeric', month: 'short', year: 'numeric' }),
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
    weekday: (day) =>
      written(Date.UTC(2024, 0, day), 'weekday', { weekday: 'short', timeZone: 'UTC' }),
  }
}
