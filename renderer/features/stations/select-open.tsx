import { useRef } from 'react'
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import './stations.css'

/**
 * Around a list whose rows are handed to `onRow` on click, Space and Enter: a click or Space selects, Enter or
 * a double click opens. Selecting opens the inspector, which moves what lies under the pointer, so the second
 * click counts for the row that the first one hit.
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
  return (
    <div
      className="lp-select-open"
      onKeyDownCapture={(event) => {
        entering.current = event.key === 'Enter' && isRow(event)
      }}
      onMouseDownCapture={(event) => {
        entering.current = false
        // The first press of a sequence decides what it is about: a row, or something else.
        if (event.detail === 1 && !isRow(event)) clicked.current = null
      }}
      onClickCapture={(event) => {
        if (event.detail > 1 && clicked.current !== null) event.stopPropagation()
      }}
      onDoubleClick={() => {
        if (clicked.current !== null) onOpen(clicked.current)
      }}
    >
      {children(onRow)}
    </div>
  )
}

function isRow(event: KeyboardEvent | MouseEvent): boolean {
  return (
    event.target instanceof Element &&
    event.target.closest('[role="row"][data-index], [data-station]') !== null
  )
}
