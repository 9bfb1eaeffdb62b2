import { adoptionContract } from './adoption.ts'
import { billContract } from './bill.ts'
import { bookingContract } from './booking.ts'
import { calendarContract } from './calendar.ts'
import { chargingControlContract } from './charging-control.ts'
import { commandContract } from './command.ts'
import { customerContract } from './customer.ts'
import { accountingContract } from './accounting.ts'
import { idTokenContract } from './id-token.ts'
import { importContract } from './import.ts'
import { invoiceContract } from './invoice.ts'
import { journalContract } from './journal.ts'
import { ledgerContract } from './ledger.ts'
import { live } from './live.ts'
import { ocppMessageContract } from './ocpp-message.ts'
import { recurringContract } from './recurring.ts'
import { feederContract } from './feeder.ts'
import { limitContract } from './limit.ts'
import { loadContract } from './load.ts'
import { offerContract } from './offer.ts'
import { paymentTermsContract } from './payment-terms.ts'
import { paymentContract } from './payment.ts'
import { planningContract } from './planning.ts'
import { receiptContract } from './receipt.ts'
import { reportContract } from './report.ts'
import { searchContract } from './search.ts'
import { seriesContract } from './series.ts'
import { sessionContract } from './session.ts'
import { hubContract, siteContract } from './site.ts'
import { stationContract } from './station.ts'
import { stripeContract } from './stripe.ts'
import { tariffContract } from './tariff.ts'
import { tillContract } from './till.ts'
import { transactionContract } from './transaction.ts'
import { userContract } from './user.ts'
import { vehicleContract } from './vehicle.ts'
import { walkUpContract } from './walk-up.ts'

/** All a desk may ask the hub. The hub implements it, every client is inferred from it. */
export const contract = {
  hub: hubContract,
  session: sessionContract,
  user: userContract,
  site: siteContract,
  feeder: feederContract,
  limit: limitContract,
  series: seriesContract,
  planning: planningContract,
  offer: offerContract,
  load: loadContract,
  chargingControl: chargingControlContract,
  live,
  station: stationContract,
  adoption: adoptionContract,
  idToken: idTokenContract,
  vehicle: vehicleContract,
  customer: customerContract,
  booking: bookingContract,
  recurring: recurringContract,
  calendar: calendarContract,
  import: importContract,
  bill: billContract,
  payment: paymentContract,
  paymentTerms: paymentTermsContract,
  receipt: receiptContract,
  till: tillContract,
  stripe: stripeContract,
  walkUp: walkUpContract,
  search: searchContract,
  tariff: tariffContract,
  command: commandContract,
  transaction: transactionContract,
  ocppMessage: ocppMessageContract,
  ledger: ledgerContract,
  invoice: invoiceContract,
  accounting: accountingContract,
  report: reportContract,
  journal: journalContract,
}
export type Contract = typeof contract
