import type { ReactNode } from 'react'
import type { Pages } from '../../live/use-pages.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import type { DataTableProps } from '../../ui/table/data-table.tsx'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { RowSkeletons } from '../../ui/frame/skeletons.tsx'

/**
 * A table of rows that come page by page: why the last page didn't, and nothing in the place of the rows while nobody
 * knows that there are none.
 * @param children between the error and the table
 */
export function PagedTable<Row extends object>({
  pages,
  empty,
  children,
  ...table
}: Omit<DataTableProps<Row>, 'rows' | 'onEndNear'> & {
  pages: Pages<Row>
  children?: ReactNode
}) {
  const { state, rows, error, more, reload } = pages
  return (
    <>
      <ErrorNote error={error} onRetry={reload} />
      {children}
      <DataTable
        {...table}
        rows={rows}
        onEndNear={more}
        empty={state === 'loading' ? <RowSkeletons /> : state === 'failed' ? null : empty}
      />
    </>
  )
}
