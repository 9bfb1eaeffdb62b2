import type { words as en } from '../en/reports.ts'
import type { SameWords } from '../same-words.ts'
import { columnWords } from './report-columns.ts'
import { dayWords } from './report-day.ts'
import { exportWords } from './report-export.ts'
import { scheduleWords } from './report-schedule.ts'

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
  period: {
    label: 'Period',
    choice: {
      day: 'Dag',
      week: 'Vecka',
      month: 'Månad',
      quarter: 'Kvartal',
      year: 'År',
      days: 'Från dag till dag',
    },
    before: 'Perioden före',
    after: 'Perioden efter',
    week: 'Vecka {{week}}, {{year}}',
    quarter: 'Kvartal {{quarter}}, {{year}}',
    in: 'En dag i perioden',
    first: 'Första dag',
    last: 'Sista dag',
    now: 'Nu',
    recent: {
      day0: 'i dag',
      day1: 'i går',
      week0: 'denna vecka',
      week1: 'förra veckan',
      month0: 'denna månad',
      month1: 'förra månaden',
      quarter0: 'detta kvartal',
      quarter1: 'förra kvartalet',
      year0: 'i år',
      year1: 'förra året',
    },
  },
  column: columnWords,
  day: dayWords,
  export: exportWords,
  schedule: scheduleWords,
}
