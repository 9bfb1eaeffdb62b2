import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import type { Invoice, InvoiceLine } from '../../../../../shared/domain/invoice/invoice.ts'
// What is printed is what lies in this place and nothing else: the same as for receipts.
import '../../../../payment/receipt/receipt.css'
import { InvoiceSheet } from './invoice-sheet.tsx'

/** What is to be printed, beside the window rather than in it; says when it is drawn. */
export function InvoicePaper({
  invoice,
  lines,
  practice,
  onDrawn,
}: {
  invoice: Invoice
  lines: readonly InvoiceLine[]
  practice: boolean
  onDrawn: () => void
}) {
  const tell = useRef(onDrawn)
  tell.current = onDrawn
  useEffect(() => tell.current(), [])
  return createPortal(
    <div className="lp-paper" data-paper="a4" aria-hidden="true">
      <InvoiceSheet invoice={invoice} lines={lines} practice={practice} />
    </div>,
    document.body,
  )
}
