import type { Stripe } from 'stripe'

type ReaderHelpers = Stripe['testHelpers']['terminal']['readers']
/** The SDK keeps these types to itself, so they are read off its methods. */
type ReaderHelper<Name extends keyof ReaderHelpers> = ReaderHelpers[Name] extends (
  id: string,
  params?: infer Params,
) => unknown
  ? NonNullable<Params>
  : never

/** The objects that the double answers with, by their `object`. */
export type Objects = {
  account: Stripe.Account
  balance: Stripe.Balance
  balance_transaction: Stripe.BalanceTransaction
  charge: Stripe.Charge
  'checkout.session': Stripe.Checkout.Session
  dispute: Stripe.Dispute
  event: Stripe.EventBase
  payment_intent: Stripe.PaymentIntent
  payment_method: Stripe.PaymentMethod
  payment_record: Stripe.PaymentRecord
  payout: Stripe.Payout
  refund: Stripe.Refund
  'terminal.location': Stripe.Terminal.Location
  'terminal.reader': Stripe.Terminal.Reader
}

/** What each endpoint takes, by method and path; `:id` stands for an object's id. */
export type Requests = {
  'GET /v1/account': Stripe.AccountRetrieveCurrentParams
  'GET /v1/balance': Stripe.BalanceRetrieveParams
  'GET /v1/balance_transactions': Stripe.BalanceTransactionListParams
  'GET /v1/balance_transactions/:id': Stripe.BalanceTransactionRetrieveParams
  'GET /v1/charges': Stripe.ChargeListParams
  'GET /v1/charges/:id': Stripe.ChargeRetrieveParams
  'GET /v1/checkout/sessions': Stripe.Checkout.SessionListParams
  'POST /v1/checkout/sessions': Stripe.Checkout.SessionCreateParams
  'GET /v1/checkout/sessions/:id': Stripe.Checkout.SessionRetrieveParams
  'POST /v1/checkout/sessions/:id/expire': Stripe.Checkout.SessionExpireParams
  'GET /v1/disputes': Stripe.DisputeListParams
  'GET /v1/disputes/:id': Stripe.DisputeRetrieveParams
  'POST /v1/disputes/:id': Stripe.DisputeUpdateParams
  'POST /v1/disputes/:id/close': Stripe.DisputeCloseParams
  'GET /v1/events': Stripe.EventListParams
  'GET /v1/events/:id': Stripe.EventRetrieveParams
  'GET /v1/payment_intents': Stripe.PaymentIntentListParams
  'POST /v1/payment_intents': Stripe.PaymentIntentCreateParams
  'GET /v1/payment_intents/search': Stripe.PaymentIntentSearchParams
  'GET /v1/payment_intents/:id': Stripe.PaymentIntentRetrieveParams
  'POST /v1/payment_intents/:id': Stripe.PaymentIntentUpdateParams
  'POST /v1/payment_intents/:id/cancel': Stripe.PaymentIntentCancelParams
  'POST /v1/payment_intents/:id/capture': Stripe.PaymentIntentCaptureParams
  'POST /v1/payment_intents/:id/confirm': Stripe.PaymentIntentConfirmParams
  'GET /v1/payment_methods/:id': Stripe.PaymentMethodRetrieveParams
  'GET /v1/payment_records/:id': Stripe.PaymentRecordRetrieveParams
  'POST /v1/payment_records/report_payment': Stripe.PaymentRecordReportPaymentParams
  'POST /v1/payment_records/:id/report_refund': Stripe.PaymentRecordReportRefundParams
  'GET /v1/payouts': Stripe.PayoutListParams
  'GET /v1/payouts/:id': Stripe.PayoutRetrieveParams
  'GET /v1/refunds': Stripe.RefundListParams
  'POST /v1/refunds': Stripe.RefundCreateParams
  'GET /v1/refunds/:id': Stripe.RefundRetrieveParams
  'POST /v1/refunds/:id': Stripe.RefundUpdateParams
  'POST /v1/refunds/:id/cancel': Stripe.RefundCancelParams
  'GET /v1/terminal/locations': Stripe.Terminal.LocationListParams
  'POST /v1/terminal/locations': Stripe.Terminal.LocationCreateParams
  'GET /v1/terminal/locations/:id': Stripe.Terminal.LocationRetrieveParams
  'DELETE /v1/terminal/locations/:id': Stripe.Terminal.LocationDeleteParams
  'GET /v1/terminal/readers': Stripe.Terminal.ReaderListParams
  'POST /v1/terminal/readers': Stripe.Terminal.ReaderCreateParams
  'GET /v1/terminal/readers/:id': Stripe.Terminal.ReaderRetrieveParams
  'POST /v1/terminal/readers/:id': Stripe.Terminal.ReaderUpdateParams
  'DELETE /v1/terminal/readers/:id': Stripe.Terminal.ReaderDeleteParams
  'POST /v1/terminal/readers/:id/cancel_action': Stripe.Terminal.ReaderCancelActionParams
  'POST /v1/terminal/readers/:id/process_payment_intent': Stripe.Terminal.ReaderProcessPaymentIntentParams
  'POST /v1/terminal/readers/:id/collect_payment_method': Stripe.Terminal.ReaderCollectPaymentMethodParams
  'POST /v1/terminal/readers/:id/confirm_payment_intent': Stripe.Terminal.ReaderConfirmPaymentIntentParams
  'POST /v1/terminal/readers/:id/refund_payment': Stripe.Terminal.ReaderRefundPaymentParams
  'POST /v1/terminal/readers/:id/set_reader_display': Stripe.Terminal.ReaderSetReaderDisplayParams
  'POST /v1/test_helpers/terminal/readers/:id/present_payment_method': ReaderHelper<'presentPaymentMethod'>
  'POST /v1/test_helpers/terminal/readers/:id/succeed_input_collection': ReaderHelper<'succeedInputCollection'>
  'POST /v1/test_helpers/terminal/readers/:id/timeout_input_collection': ReaderHelper<'timeoutInputCollection'>
}
