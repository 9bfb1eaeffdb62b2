import { csvText, harmless } from '../../../../shared/domain/import/csv-text.ts'
import { minorDigits } from '../../../../shared/domain/money/currency.ts'
import { decimalOf } from '../../../../shared/domain/report/cell.ts'
import { paymentMeans } from '../../../../shared/domain/payment/payment.ts'
import type { PaymentMeans } from '../../../../shared/domain/payment/payment.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import type { Language } from '../../../i18n/locale.ts'
import { localTimeOf } from '../../../ui/input/local-time.ts'
import { sumOfHours } from './hour-row.ts'
import type { HourRow } from './hour-row.ts'

/** What the table of a day is called in the reader's language. */
export interface DayCsvWords {
  readonly hour: string
  readonly means: (means: PaymentMeans) => string
  readonly revenue: string
  readonly energy: string
  readonly plugged: string
  readonly charging: string
  readonly sessions: string
  readonly sum: string
}

const dialects: Readonly<Record<Language, { delimiter: string; point: '.' | ',' }>> = {
  en: { delimiter: ',', point: '.' },
  sv: { delimiter: ';', point: ',' },
}

/**
 * A day by the hour as the spreadsheets of a language read CSV, every means that moved a column, the sums last. Hours have
 * their distance from UTC, since one comes twice a year.
 */
export function dayCsv(
  rows: readonly HourRow[],
  moved: readonly PaymentMeans[],
  words: DayCsvWords,
  about: { language: Language; timeZone: string; currency: string },
): string {
  const { delimiter, point } = dialects[about.language]
  const digits = minorDigits(about.currency)
  const money = (minor: number) => decimalOf(minor, digits, point)
  const places = moved.map((means) => paymentMeans.options.indexOf(means))
  const header = [
    words.hour,
    ...moved.map((means) => `${words.means(means)}, ${about.currency}`),
    `${words.revenue}, ${about.currency}`,
    words.energy,
    words.plugged,
    words.charging,
    words.sessions,
  ]
  const cells = (of: Omit<HourRow, 'at'>) => [
    ...places.map((place) => money(of.byMeans[place] ?? 0)),
    money(of.revenueMinor),
    of.energyWh === null ? '' : decimalOf(of.energyWh, 3, point),
    share(of.pluggedPct),
    share(of.chargingPct),
    String(of.sessions),
  ]
  const body = rows.map((row) => [hourCell(row.at, about.timeZone), ...cells(row)])
  const sums = [words.sum, ...cells({ ...sumOfHours(rows), pluggedPct: null, chargingPct: null })]
  return `\ufeff${csvText([header.map(harmless), ...body, sums], delimiter)}`
}

function share(percent: number | null): string {
  return percent === null ? '' : String(Math.round(percent))
}

/** 2026-03-02 18:00 +01:00 */
function hourCell(at: Instant, timeZone: string): string {
  const { offset } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
  return `${localTimeOf(at, timeZone).replace('T', ' ')} ${offset}`
}
