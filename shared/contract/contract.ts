import { adoptionContract } from './adoption.ts'
import { billContract } from './bill.ts'
import { bookingContract } from './booking.ts'
import { calendarContract } from './calendar.ts'
import { chargingControlContract } from './charging-control.ts'
import { commandContract } from './command.ts'
import { customerContract } from './customer.ts'
import { driverDoorContract } from './driver-door.ts'
import { accountingContract } from './accounting.ts'
import { idTokenContract } from './id-token.ts'
import { importContract } from './import.ts'
import { invoiceContract } from './invoice.ts'
import { journalContract } from './journal.ts'
import { ledgerContract } from './ledger.ts'
import { live } from './live.ts'
import { messageContract } from './message.ts'
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
import { visitContract } from './visit.ts'
import { walkUpContract } from './walk-up.ts'

/** All a desk may ask the hub. Named noun by noun: together they are more than TypeScript writes out. */
export type Contract = {
  readonly hub: typeof hubContract
  readonly session: typeof sessionContract
  readonly user: typeof userContract
  readonly site: typeof siteContract
  readonly feeder: typeof feederContract
  readonly limit: typeof limitContract
  readonly series: typeof seriesContract
  readonly planning: typeof planningContract
  readonly offer: typeof offerContract
  readonly load: typeof loadContract
  readonly chargingControl: typeof chargingControlContract
  readonly live: typeof live
  readonly station: typeof stationContract
  readonly adoption: typeof adoptionContract
  readonly idToken: typeof idTokenContract
  readonly vehicle: typeof vehicleContract
  readonly customer: typeof customerContract
  readonly booking: typeof bookingContract
  readonly recurring: typeof recurringContract
  readonly calendar: typeof calendarContract
  readonly import: typeof importContract
  readonly bill: typeof billContract
  readonly payment: typeof paymentContract
  readonly paymentTerms: typeof paymentTermsContract
  readonly receipt: typeof receiptContract
  readonly till: typeof tillContract
  readonly stripe: typeof stripeContract
  readonly walkUp: typeof walkUpContract
  readonly visit: typeof visitContract
  readonly driverDoor: typeof driverDoorContract
  readonly message: typeof messageContract
  readonly search: typeof searchContract
  readonly tariff: typeof tariffContract
  readonly command: typeof commandContract
  readonly transaction: typeof transactionContract
  readonly ocppMessage: typeof ocppMessageContract
  readonly ledger: typeof ledgerContract
  readonly invoice: typeof invoiceContract
  readonly accounting: typeof accountingContract
  readonly report: typeof reportContract
  readonly journal: typeof journalContract
}

/** The hub implements it, every client is inferred from it. */
export const contract: Contract = {
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
  visit: visitContract,
  driverDoor: driverDoorContract,
  message: messageContract,
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
