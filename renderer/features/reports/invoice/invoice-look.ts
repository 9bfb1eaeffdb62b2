import type { Invoice, InvoiceState } from '../../../../shared/domain/invoice/invoice.ts'
import { isOverdue } from '../../../../shared/domain/invoice/standing.ts'
import type { MoneyLook } from '../../../payment/money-look.ts'

/** How an invoice stands for whoever waits for the money. */
export type InvoiceStanding = InvoiceState | 'overdue'

export const invoiceStandings = [
  'overdue',
  'open',
  'partlyPaid',
  'overpaid',
  'paid',
  'credited',
  'setOff',
] as const satisfies readonly InvoiceStanding[]

const looks: Record<InvoiceStanding, MoneyLook> = {
  open: 'waits',
  overdue: 'due',
  partlyPaid: 'part',
  paid: 'done',
  credited: 'over',
  overpaid: 'back',
  setOff: 'over',
}

/** @param today by the site's clock */
export function standingOn(
  invoice: Pick<Invoice, 'state' | 'leftMinor' | 'dueOn'>,
  today: string,
): InvoiceStanding {
  return isOverdue(invoice, today) ? 'overdue' : invoice.state
}

export function lookOfInvoice(standing: InvoiceStanding): MoneyLook {
  return looks[standing]
}
