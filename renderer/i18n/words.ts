import { words as accountingEn } from './en/accounting.ts'
import { words as adoptionEn } from './en/adoption.ts'
import { words as approvalEn } from './en/approval.ts'
import { words as fleetEn } from './en/fleet.ts'
import { words as gridEn } from './en/grid.ts'
import { words as importEn } from './en/import.ts'
import { words as invoiceEn } from './en/invoice.ts'
import { words as invoicePaperEn } from './en/invoice-paper.ts'
import { words as bookingEn } from './en/booking.ts'
import { words as bookkeepingEn } from './en/bookkeeping.ts'
import { words as deskEn } from './en/desk.ts'
import { words as journalEn } from './en/journal.ts'
import { words as loadEn } from './en/load.ts'
import { words as offerEn } from './en/offer.ts'
import { words as paymentEn } from './en/payment.ts'
import { words as paymentSettingsEn } from './en/payment-settings.ts'
import { words as paymentsEn } from './en/payments.ts'
import { words as priceEn } from './en/price.ts'
import { words as receiptEn } from './en/receipt.ts'
import { words as reportsEn } from './en/reports.ts'
import { words as readinessEn } from './en/readiness.ts'
import { words as recurringEn } from './en/recurring.ts'
import { words as refusalEn } from './en/refusal.ts'
import { words as sessionEn } from './en/session.ts'
import { words as settingsEn } from './en/settings.ts'
import { words as shellEn } from './en/shell.ts'
import { words as stateEn } from './en/state.ts'
import { words as stationEn } from './en/station.ts'
import { words as stationsEn } from './en/stations.ts'
import { words as stripeKeyEn } from './en/stripe-key.ts'
import { words as tariffEn } from './en/tariff.ts'
import { words as tillEn } from './en/till.ts'
import { words as tillPaperEn } from './en/till-paper.ts'
import { words as timelineEn } from './en/timeline.ts'
import { words as transactionsEn } from './en/transactions.ts'
import { words as uiEn } from './en/ui.ts'
import { words as usersEn } from './en/users.ts'
import { words as walkUpTermsEn } from './en/walk-up-terms.ts'
import { words as accountingSv } from './sv/accounting.ts'
import { words as adoptionSv } from './sv/adoption.ts'
import { words as approvalSv } from './sv/approval.ts'
import { words as fleetSv } from './sv/fleet.ts'
import { words as gridSv } from './sv/grid.ts'
import { words as importSv } from './sv/import.ts'
import { words as invoiceSv } from './sv/invoice.ts'
import { words as invoicePaperSv } from './sv/invoice-paper.ts'
import { words as bookingSv } from './sv/booking.ts'
import { words as bookkeepingSv } from './sv/bookkeeping.ts'
import { words as deskSv } from './sv/desk.ts'
import { words as journalSv } from './sv/journal.ts'
import { words as loadSv } from './sv/load.ts'
import { words as offerSv } from './sv/offer.ts'
import { words as paymentSv } from './sv/payment.ts'
import { words as paymentSettingsSv } from './sv/payment-settings.ts'
import { words as paymentsSv } from './sv/payments.ts'
import { words as priceSv } from './sv/price.ts'
import { words as receiptSv } from './sv/receipt.ts'
import { words as reportsSv } from './sv/reports.ts'
import { words as readinessSv } from './sv/readiness.ts'
import { words as recurringSv } from './sv/recurring.ts'
import { words as refusalSv } from './sv/refusal.ts'
import { words as sessionSv } from './sv/session.ts'
import { words as settingsSv } from './sv/settings.ts'
import { words as shellSv } from './sv/shell.ts'
import { words as stateSv } from './sv/state.ts'
import { words as stationSv } from './sv/station.ts'
import { words as stationsSv } from './sv/stations.ts'
import { words as stripeKeySv } from './sv/stripe-key.ts'
import { words as tariffSv } from './sv/tariff.ts'
import { words as tillSv } from './sv/till.ts'
import { words as tillPaperSv } from './sv/till-paper.ts'
import { words as timelineSv } from './sv/timeline.ts'
import { words as transactionsSv } from './sv/transactions.ts'
import { words as uiSv } from './sv/ui.ts'
import { words as usersSv } from './sv/users.ts'
import { words as walkUpTermsSv } from './sv/walk-up-terms.ts'

/** The English words by namespace; they say which words there are. */
export const en = {
  ui: uiEn,
  state: stateEn,
  refusal: refusalEn,
  booking: bookingEn,
  recurring: recurringEn,
  shell: shellEn,
  adoption: adoptionEn,
  session: sessionEn,
  approval: approvalEn,
  settings: settingsEn,
  users: usersEn,
  walkUpTerms: walkUpTermsEn,
  journal: journalEn,
  stripeKey: stripeKeyEn,
  stations: stationsEn,
  station: stationEn,
  timeline: timelineEn,
  offer: offerEn,
  load: loadEn,
  readiness: readinessEn,
  transactions: transactionsEn,
  price: priceEn,
  tariff: tariffEn,
  fleet: fleetEn,
  grid: gridEn,
  import: importEn,
  payment: paymentEn,
  desk: deskEn,
  till: tillEn,
  tillPaper: tillPaperEn,
  payments: paymentsEn,
  paymentSettings: paymentSettingsEn,
  receipt: receiptEn,
  reports: reportsEn,
  invoice: invoiceEn,
  invoicePaper: invoicePaperEn,
  bookkeeping: bookkeepingEn,
  accounting: accountingEn,
}

/** The Swedish words. */
export const sv = {
  ui: uiSv,
  state: stateSv,
  refusal: refusalSv,
  booking: bookingSv,
  recurring: recurringSv,
  shell: shellSv,
  adoption: adoptionSv,
  session: sessionSv,
  approval: approvalSv,
  settings: settingsSv,
  users: usersSv,
  walkUpTerms: walkUpTermsSv,
  journal: journalSv,
  stripeKey: stripeKeySv,
  stations: stationsSv,
  station: stationSv,
  timeline: timelineSv,
  offer: offerSv,
  load: loadSv,
  readiness: readinessSv,
  transactions: transactionsSv,
  price: priceSv,
  tariff: tariffSv,
  fleet: fleetSv,
  grid: gridSv,
  import: importSv,
  payment: paymentSv,
  desk: deskSv,
  till: tillSv,
  tillPaper: tillPaperSv,
  payments: paymentsSv,
  paymentSettings: paymentSettingsSv,
  receipt: receiptSv,
  reports: reportsSv,
  invoice: invoiceSv,
  invoicePaper: invoicePaperSv,
  bookkeeping: bookkeepingSv,
  accounting: accountingSv,
} satisfies typeof en
