import type { Receipt } from '../../../shared/domain/payment/receipt.ts'
import type { Language } from '../../i18n/locale.ts'
import { DrawnPaper } from './drawn-paper.tsx'
import { isCopy } from './is-copy.ts'
import { ReceiptSheet } from './receipt-sheet.tsx'
import type { Paper } from './receipt-sheet.tsx'

/** Receipts as they are printed; says how tall each is once it is drawn, px. */
export function ReceiptPaper({
  receipts,
  language,
  paper,
  practice,
  pages,
  onDrawn,
}: {
  receipts: readonly Receipt[]
  language: Language
  paper: Paper
  practice: boolean
  /** Where a phone finds each, by its number. */
  pages: ReadonlyMap<number, string>
  onDrawn: (sheetsPx: readonly number[]) => void
}) {
  return (
    <DrawnPaper paper={paper} onDrawn={onDrawn}>
      {receipts.map((receipt) => (
        <ReceiptSheet
          key={receipt.id}
          receipt={receipt}
          language={language}
          paper={paper}
          copy={isCopy(receipt)}
          practice={practice}
          page={pages.get(receipt.number) ?? null}
        />
      ))}
    </DrawnPaper>
  )
}
