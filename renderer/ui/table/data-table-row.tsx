import { memo } from 'react'
import type { TableColumn } from './table-column.ts'

type Props<Row> = {
  row: Row
  columns: readonly TableColumn<Row>[]
  template: string
  index: number
  top: number
  height: number
  selected: boolean
  tabbable: boolean
  onActive: (index: number) => void
  onOpen: ((row: Row) => void) | undefined
  onChoose: ((row: Row) => void) | undefined
}

/** One row in view; drawn again only when its row, its place or the columns change. */
export const DataTableRow = memo(function DataTableRow<Row>(props: Props<Row>) {
  const { row, columns, index, onOpen } = props
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={props.selected}
      data-index={index}
      data-opens={onOpen ? true : undefined}
      className="lp-table-row"
      tabIndex={props.tabbable ? 0 : -1}
      style={{
        gridTemplateColumns: props.template,
        height: props.height,
        transform: `translateY(${props.top}px)`,
      }}
      onFocus={() => props.onActive(index)}
      onClick={() => onOpen?.(row)}
      onKeyDown={(event) => {
        // A button within the row keeps its own keys.
        if (event.target !== event.currentTarget) return
        if (event.key === 'x' && !event.ctrlKey && !event.metaKey) props.onChoose?.(row)
        if (!onOpen) return
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        onOpen(row)
      }}
    >
      {columns.map((column) => (
        <div key={column.id} role="gridcell" className="lp-table-cell" data-align={column.align}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  )
  // The boundary: memo loses the type parameter, and this puts it back.
}) as <Row>(props: Props<Row>) => React.JSX.Element
