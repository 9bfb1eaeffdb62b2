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
}
