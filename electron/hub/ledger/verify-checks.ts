import { verifyBills } from '../bill/verify-bills.ts'
import { verifyInvoices } from '../invoice/verify-invoices.ts'
import { verifyPayments } from '../payment/verify-payments.ts'
import { verifyTills } from '../till/verify-tills.ts'
import type { VerifyCheck } from './verify-check.ts'

/** What is compared with the ledger once its chain is followed, in this order. */
export const verifyChecks: readonly VerifyCheck[] = [
  verifyBills,
  verifyPayments,
  verifyTills,
  verifyInvoices,
]
