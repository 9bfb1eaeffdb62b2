import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import type { Paper } from './receipt-sheet.tsx'

/** What is to be printed, beside the window rather than in it; says how tall each sheet is once it is drawn, px. */
export function DrawnPaper({
  paper,
  onDrawn,
  children,
}: {
  paper: Paper
  onDrawn: (sheetsPx: readonly number[]) => void
  /** The sheets. */
  children: ReactNode
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
      {children}
    </div>,
    document.body,
  )
}
