import { useRef } from 'react'
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'

/**
 * Around a `DataTable`: a click or Space selects a row, Enter or a second click opens it. `children` gets the
 * function to hand to the table.
 */
export function SelectOpen<Row>({
  onSelect,
  onOpen,
  children,
}: {
  onSelect: (row: Row) => void
  onOpen: (row: Row) => void
  children: (onRow: (row: Row) => void) => ReactNode
}) {
  const entering = useRef(false)
  const clicked = useRef<Row | null>(null)
  const onRow = (row: Row) => {
    clicked.current = row
    if (entering.current) onOpen(row)
    else onSelect(row)
  }
  const isRow = (event: KeyboardEvent | MouseEvent) =>
    event.target instanceof HTMLElement && event.target.closest('[role="row"][data-index]') !== null
  return (
    <div
      className="lp-select-open"
      onKeyDownCapture={(event) => {
        entering.current = event.key === 'Enter' && isRow(event)
      }}
      onPointerDownCapture={() => {
        entering.current = false
      }}
      onDoubleClick={(event) => {
        if (isRow(event) && clicked.current !== null) onOpen(clicked.current)
      }}
    >
      {children(onRow)}
    </div>
  )
}
