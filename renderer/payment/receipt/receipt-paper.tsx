import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import type { Receipt } from '../../../shared/domain/payment/receipt.ts'
import type { Language } from '../../i18n/locale.ts'
import { isCopy } from './is-copy.ts'
import { ReceiptSheet } from './receipt-sheet.tsx'
import type { Paper } from './receipt-sheet.tsx'

/** What is to be printed, beside the window rather than in it; says how tall each sheet is once it is drawn, px. */
export function ReceiptPaper({
  receipts,
  language,
  paper,
  practice,
  onDrawn,
}: {
  receipts: readonly Receipt[]
  language: Language
  paper: Paper
  practice: boolean
  onDrawn: (sheetsPx: readonly number[]) => void
}) {
  const drawn = useRef<HTMLDivElement>(null)
  const tell = useRef(onDrawn)
  tell.current = onDrawn
  useEffect(() => {
    const sheets = [...(drawn.current?.children ?? [])]
    tell.current(sheets.map((sheet) => sheet.getBoundingClientRect().height))
  }, [])
  return createPortal(
    <div className="lp-paper" data-paper={paper} aria-hidden="true" ref={drawn}>
      {receipts.map((receipt) => (
        <ReceiptSheet
          key={receipt.id}
          receipt={receipt}
          language={language}
          paper={paper}
          copy={isCopy(receipt)}
          practice={practice}
        />
      ))}
    </div>,
    document.body,
  )
}
