import { columnWords } from './report-columns.ts'
import { dayWords } from './report-day.ts'
import { exportWords } from './report-export.ts'
import { scheduleWords } from './report-schedule.ts'

/** Words of the reports screen. */
export const words = {
  title: 'Reports',
  tabs: {
    label: 'Parts of the reports',
    day: 'Day',
    export: 'Export',
    scheduled: 'Scheduled',
    invoices: 'Invoices',
    bookkeeping: 'Bookkeeping',
  },
  period: {
    label: 'Period',
    choice: {
      day: 'Day',
      week: 'Week',
      month: 'Month',
      quarter: 'Quarter',
      year: 'Year',
      days: 'From day to day',
    },
    before: 'The period before',
    after: 'The period after',
    week: 'Week {{week}}, {{year}}',
    quarter: 'Quarter {{quarter}}, {{year}}',
    in: 'A day in the period',
    first: 'First day',
    last: 'Last day',
    now: 'Now',
    recent: {
      day0: 'today',
      day1: 'yesterday',
      week0: 'this week',
      week1: 'last week',
      month0: 'this month',
      month1: 'last month',
      quarter0: 'this quarter',
      quarter1: 'last quarter',
      year0: 'this year',
      year1: 'last year',
    },
  },
  column: columnWords,
  day: dayWords,
  export: exportWords,
  schedule: scheduleWords,
}
