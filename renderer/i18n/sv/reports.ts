import type { words as en } from '../en/reports.ts'
import type { SameWords } from '../same-words.ts'

/** Words of the reports screen. */
export const words: SameWords<typeof en> = {
  title: 'Rapporter',
  tabs: {
    label: 'Rapporternas delar',
    day: 'Dagen',
    export: 'Export',
    scheduled: 'Schemalagt',
    invoices: 'Fakturor',
    bookkeeping: 'Bokföring',
  },
}
