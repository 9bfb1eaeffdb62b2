import { words as accounting } from './accounting.ts'
import { words as adoption } from './adoption.ts'
import { words as approval } from './approval.ts'
import { words as booking } from './booking.ts'
import { words as bookkeeping } from './bookkeeping.ts'
import { words as desk } from './desk.ts'
import { words as driverPage } from './driver-page.ts'
import { words as fleet } from './fleet.ts'
import { words as grid } from './grid.ts'
import { words as importing } from './import.ts'
import { words as invoicePaper } from './invoice-paper.ts'
import { words as invoice } from './invoice.ts'
import { words as journal } from './journal.ts'
import { words as load } from './load.ts'
import { words as message } from './message.ts'
import { words as offer } from './offer.ts'
import { words as paymentSettings } from './payment-settings.ts'
import { words as payment } from './payment.ts'
import { words as payments } from './payments.ts'
import { words as price } from './price.ts'
import { words as readiness } from './readiness.ts'
import { words as receipt } from './receipt.ts'
import { words as recurring } from './recurring.ts'
import { words as refusal } from './refusal.ts'
import { words as reports } from './reports.ts'
import { words as session } from './session.ts'
import { words as settings } from './settings.ts'
import { words as shell } from './shell.ts'
import { words as sign } from './sign.ts'
import { words as state } from './state.ts'
import { words as station } from './station.ts'
import { words as stations } from './stations.ts'
import { words as stripeKey } from './stripe-key.ts'
import { words as tariff } from './tariff.ts'
import { words as tillPaper } from './till-paper.ts'
import { words as till } from './till.ts'
import { words as timeline } from './timeline.ts'
import { words as transactions } from './transactions.ts'
import { words as ui } from './ui.ts'
import { words as users } from './users.ts'
import { words as visit } from './visit.ts'
import { words as walkUpTerms } from './walk-up-terms.ts'

/** The English words by namespace; they say which words there are. */
export const en = {
  ui,
  state,
  refusal,
  booking,
  recurring,
  shell,
  adoption,
  session,
  approval,
  settings,
  users,
  walkUpTerms,
  driverPage,
  sign,
  visit,
  journal,
  stripeKey,
  stations,
  station,
  timeline,
  offer,
  message,
  load,
  readiness,
  transactions,
  price,
  tariff,
  fleet,
  grid,
  import: importing,
  payment,
  desk,
  till,
  tillPaper,
  payments,
  paymentSettings,
  receipt,
  reports,
  invoice,
  invoicePaper,
  bookkeeping,
  accounting,
}
