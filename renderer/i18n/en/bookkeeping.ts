/** Words about files for other books. */
export const words = {
  sie: {
    title: 'Vouchers for bookkeeping (SIE 4I)',
    text: 'All that the ledger entered in the period, on the accounts of your books. The bookkeeping program reads the file in and numbers the vouchers.',
    per: 'Vouchers',
    perDay: 'One a day and kind',
    perEntry: 'One an entry',
    save: 'Save SIE file…',
    fileName: 'vouchers-{{period}}',
    summary_one: '{{entries}} entry of the ledger',
    summary_other: '{{entries}} entries of the ledger',
    number: 'Account',
    name: 'Name',
    debit: 'Debit',
    credit: 'Credit',
    sum: 'Sum',
    none: 'Nothing was entered in the ledger in that time.',
    unmapped_one: 'One account has no number in the books, so no file can be made: {{accounts}}.',
    unmapped_other:
      '{{count}} accounts have no number in the books, so no file can be made: {{accounts}}.',
    toPlan: 'Open the account plan',
    currency: 'Currency',
    others:
      'What was entered in {{currencies}} goes into a file of its own: choose the currency below.',
  },
  invoices: {
    title: 'Lines of invoices (CSV)',
    text: 'Each stay on each invoice and credit note issued in the period, with cost centre and VAT.',
    save: 'Save invoice lines…',
    fileName: 'invoice-lines-{{period}}',
  },
  cdr: {
    title: 'Charge detail records (OCPI 2.2.1)',
    text: 'What was charged, as roaming partners read it. What was corrected is taken back by a credit record and told anew. A connector that nobody has described is told as Type 2, three-phase.',
    save: 'Save CDRs…',
    fileName: 'cdrs-{{period}}',
    missing: 'The records name the operator and the place, which nobody has told yet.',
    toTerms: 'Tell them',
  },
  noShell: 'The program asks where to save; a browser can’t.',
  lost: 'The hub can’t be reached.',
}
