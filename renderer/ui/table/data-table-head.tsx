import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { TableColumn, TableSort } from './table-column.ts'

/** The heads of a table's columns, which sort it. */
export function DataTableHead<Row>({
  columns,
  template,
  sort,
  onSort,
}: {
  columns: readonly TableColumn<Row>[]
  template: string
  sort: TableSort | null
  onSort: (columnId: string) => void
}) {
  return (
    <div role="rowgroup" className="lp-table-head">
      <div
        role="row"
        aria-rowindex={1}
        className="lp-table-heads"
        style={{ gridTemplateColumns: template }}
      >
        {columns.map((column) => {
          const sorted = sort?.columnId === column.id ? sort : null
          const order = sorted === null ? 'none' : sorted.descending ? 'descending' : 'ascending'
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-sort={column.sortBy ? order : undefined}
              className="lp-table-headcell"
              data-align={column.align}
            >
              {column.sortBy ? (
                <button type="button" onClick={() => onSort(column.id)}>
                  <span>{column.title}</span>
                  {order === 'ascending' ? <IconArrowUp size={13} aria-hidden="true" /> : null}
                  {order === 'descending' ? <IconArrowDown size={13} aria-hidden="true" /> : null}
                </button>
              ) : (
                <span>{column.title}</span>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
