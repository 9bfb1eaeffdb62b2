import i18next from 'i18next'
import * as written from '../../../i18n/format.ts'
import type { Style } from '../../../i18n/format.ts'
import type { Language } from '../../../i18n/locale.ts'
import { inert } from '../../../ui/mark/inert.ts'

/** How a report is written: in its own language, by its site's clock, in its currency. */
export function sheetWords(language: Language, timeZone: string, currency: string) {
  const style: Style = { language, timeZone }
  return {
    say: i18next.getFixedT(language, 'tillPaper'),
    sayReceipt: i18next.getFixedT(language, 'receipt'),
    money: (minor: number, of = currency) => written.formatMoney(minor, of, style),
    rate: (ratePct: number) => written.formatRate(ratePct, style),
    at: (instant: number) => written.formatDateTime(instant, style),
    clock: (instant: number) => written.formatClock(instant, style),
    /** The hub’s own names for its callers are no names of people. */
    who: (actor: string) =>
      actor === 'desk' || actor === 'hub' || actor === 'api' ? '' : inert(actor, 60).text,
    text: (words: string, max: number) => inert(words, max).text,
  }
}
export type SheetWords = ReturnType<typeof sheetWords>
