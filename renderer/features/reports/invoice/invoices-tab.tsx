import { ReportsFrame } from '../reports-frame.tsx'

/** Invoices: what is made of bills, and how each stands. */
export function InvoicesTab(_: { open: string | null }) {
  return <ReportsFrame tab="invoices">{null}</ReportsFrame>
}
