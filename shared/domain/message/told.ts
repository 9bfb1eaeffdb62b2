import type { Instant } from '../../time/instant.ts'
import { minorDigits } from '../money/currency.ts'
import type { VisitLanguage } from '../visit/visit.ts'

const LOCALES: Readonly<Record<VisitLanguage, string>> = { en: 'en-GB', sv: 'sv-SE' }

/** How values are told: in whose language, by which clock. */
export interface Telling {
  readonly language: VisitLanguage
  readonly timeZone: string
  /** What is on the same day as this is told by the clock alone. */
  readonly now: Instant
}

/** A moment as it is told: 18:30, or with its day where that is another than today's. */
export function toldTime(at: Instant, { language, timeZone, now }: Telling): string {
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const day = { weekday: 'short', day: 'numeric', month: 'short' } as const
  const isToday = dayOf(at, timeZone).equals(dayOf(now, timeZone))
  return new Intl.DateTimeFormat(LOCALES[language], {
    timeZone,
    ...(isToday ? clock : { ...day, ...clock }),
  }).format(at)
}

/** Money in minor units. */
export function toldMoney(amountMinor: number, currency: string, language: VisitLanguage): string {
  const digits = minorDigits(currency)
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  const format = { style: 'currency', currency, ...fraction } as const
  return new Intl.NumberFormat(LOCALES[language], format).format(amountMinor / 10 ** digits)
}

/** Money in major units. */
export function toldPrice(amount: number, currency: string, language: VisitLanguage): string {
  return new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency }).format(amount)
}

/** Energy in Wh: 20 kWh, 7,5 kWh. */
export function toldEnergy(energyWh: number, language: VisitLanguage): string {
  const kWh = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 })
  return `${kWh.format(energyWh / 1_000)} kWh`
}

/** Several of a kind: 12 and 13. */
export function toldList(all: readonly string[], language: VisitLanguage): string {
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(all)
}

function dayOf(at: Instant, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate()
}
