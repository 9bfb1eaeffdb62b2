import {
  columnVisibilityFeature,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import type { ColumnDef } from '@tanstack/react-table'
import { useMemo } from 'react'
import { useLocale } from '../../i18n/locale.ts'
import { useRemembered } from '../remembered.ts'
import {
  acceptHidden,
  acceptSort,
  collatorOf,
  compareKeys,
  fittingColumns,
} from './table-column.ts'
import type { TableColumn, TableSort } from './table-column.ts'

const features = tableFeatures({
  columnVisibilityFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
})

/** The order and the columns of a table so many px wide, kept on this computer under its name. */
export function useTableModel<Row extends object>(
  name: string,
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  rowId: (row: Row) => string,
  initialSort: TableSort | null,
  widthPx: number,
) {
  const language = useLocale((locale) => locale.language)
  const defs = useMemo(() => {
    return columns.map((column): ColumnDef<typeof features, Row> => {
      const sortBy = column.sortBy
      const collator = collatorOf(column, language)
      return {
        id: column.id,
        accessorFn: (row: Row) => sortBy?.(row) ?? undefined,
        enableSorting: sortBy !== undefined,
        enableHiding: column.fixed !== true,
        sortUndefined: 'last',
        sortFn: (a, b, id) => compareKeys(a.getValue(id), b.getValue(id), collator),
      }
    })
  }, [columns, language])

  const atFirst = Object.fromEntries(columns.map((column) => [column.id, column.hidden !== true]))
  const ids = columns.map((column) => column.id)
  const [chosen, choose] = useRemembered(`table.${name}.columns`, {}, acceptHidden)
  const [sort, setSort] = useRemembered<TableSort | null>(
    `table.${name}.sort`,
    initialSort,
    (stored) => acceptSort(stored, ids),
  )
  const visibility = { ...atFirst, ...chosen }
  const table = useTable({
    features,
    columns: defs,
    data: rows,
    getRowId: rowId,
    state: {
      columnVisibility: visibility,
      sorting: sort ? [{ id: sort.columnId, desc: sort.descending }] : [],
    },
  })
  return {
    rows: table.getRowModel().rows,
    shown: fittingColumns(
      columns.filter((column) => column.fixed === true || visibility[column.id] !== false),
      chosen,
      widthPx,
    ),
    sort,
    sortBy: (columnId: string) =>
      setSort({ columnId, descending: sort?.columnId === columnId ? !sort.descending : false }),
    showColumn: (columnId: string, show: boolean) => choose({ ...chosen, [columnId]: show }),
    resetColumns: () => choose({}),
  }
}
