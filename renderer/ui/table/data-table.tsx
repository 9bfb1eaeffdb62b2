import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { ColumnChooser } from './column-chooser.tsx'
import { DataTableHead } from './data-table-head.tsx'
import { DataTableRow } from './data-table-row.tsx'
import { nextRow } from './next-row.ts'
import { leastWidthOf, trackOf } from './table-column.ts'
import type { TableColumn, TableSort } from './table-column.ts'
import { useTableModel } from './use-table-model.ts'
import { useWidth } from '../chart/use-width.ts'
import './data-table.css'

export type DataTableProps<Row extends object> = {
  /** Under which order and columns are kept. */
  name: string
  /** What the table lists, for its accessible name. */
  label: string
  rows: readonly Row[]
  columns: readonly TableColumn<Row>[]
  rowId: (row: Row) => string
  /** Called on Enter, Space and click. Without it rows can be walked but not opened. */
  onOpen?: (row: Row) => void
  /** Called on the key `x`, where rows can be chosen for an act on many. */
  onChoose?: (row: Row) => void
  selectedId?: string | null
  initialSort?: TableSort | null
  /** Shown in the place of the rows when there are none. */
  empty?: ReactNode
  rowHeight?: number
  /** Called when the end comes near, to fetch the next page. */
  onEndNear?: () => void
}

/**
 * A table of any length: only the rows in view are in the document. Sorted by its heads, columns chosen at the
 * right (a narrow table leaves some out by itself), walked with the arrow keys, Page Up/Down, Home and End.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, columns, rowId, onOpen, selectedId = null, rowHeight = 36, onEndNear } = props
  const scroller = useRef<HTMLDivElement>(null)
  const sort = props.initialSort ?? null
  const model = useTableModel(props.name, props.rows, columns, rowId, sort, useWidth(scroller))
  const [active, setActive] = useState(0)
  const walking = useRef(false)
  const { rows } = model
  const count = rows.length
  // Were it another function each time, every row would be measured anew at each step of a scroll.
  const getItemKey = useCallback((index: number) => rows[index]?.id ?? index, [rows])
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (onEndNear && count > 0 && last >= count - 20) onEndNear()
  }, [onEndNear, last, count])

  // The row walked to may only now have come into the document.
  useEffect(() => {
    if (!walking.current) return
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"]`)
    if (!row) return
    walking.current = false
    row.focus({ preventScroll: true })
  }, [active, items])

  const keys = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.role !== 'row') return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2)
    const next = nextRow(event.key, active, count, page)
    if (next === null) return
    event.preventDefault()
    walking.current = true
    setActive(next)
    virtual.scrollToIndex(next)
  }
  const template = model.shown.map(trackOf).join(' ')
  const roving = Math.min(active, Math.max(0, count - 1))
  const rovingInView = items.some((item) => item.index === roving)

  return (
    <div className="lp-table" ref={scroller} onKeyDown={keys}>
      <div className="lp-table-chooser">
        <ColumnChooser
          label={label}
          columns={columns}
          shown={model.shown}
          onShow={model.showColumn}
          onReset={model.resetColumns}
        />
      </div>
      <div
        className="lp-table-inner"
        style={{ minWidth: leastWidthOf(model.shown) }}
        role="grid"
        aria-label={label}
        aria-rowcount={count + 1}
      >
        <DataTableHead
          columns={model.shown}
          template={template}
          sort={model.sort}
          onSort={model.sortBy}
        />
        <div role="rowgroup" className="lp-table-body" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index]
            if (!row) return null
            return (
              <DataTableRow
                key={row.id}
                row={row.original}
                columns={model.shown}
                template={template}
                index={item.index}
                top={item.start}
                height={rowHeight}
                selected={row.id === selectedId}
                tabbable={rovingInView ? item.index === roving : item.index === items[0]?.index}
                onActive={setActive}
                onOpen={onOpen}
                onChoose={props.onChoose}
              />
            )
          })}
        </div>
      </div>
      {count === 0 ? <div className="lp-table-empty">{props.empty}</div> : null}
    </div>
  )
}
