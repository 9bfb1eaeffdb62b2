import type { Posting } from './entry.ts'
import { posting, transfer } from './make-posting.ts'

/** Money of an invoice at the bank; `text` has the invoice's number. */
interface AtBank {
  readonly currency: string
  /** Below zero: it was paid back. */
  readonly amountMinor: number
  readonly text: string
}

/** Money that came in for an invoice, or was paid back of one. */
export function invoicePaid(paid: AtBank): Posting {
  return posting('invoicePaid', {}, transfer('bank', 'means/invoice', paid), paid.text)
}

/** Such money that was entered by mistake. */
export function invoicePaymentUndone(paid: AtBank): Posting {
  return posting('invoicePaymentUndone', {}, transfer('means/invoice', 'bank', paid), paid.text)
}
