import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RowFate } from '../../../shared/domain/import/fate.ts'
import type { ImportKind } from '../../../shared/domain/import/kind.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { EmptyState } from '../../ui/frame/empty-state.tsx'
import { InertText } from '../../ui/mark/inert-text.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'
import { FateMark } from './fate-mark.tsx'
import { useRowWords } from './use-problem-words.ts'

const rowId = (row: RowFate) => String(row.line)

/** Every row of the file and what becomes of it. */
export function FatesTable({
  kind,
  rows,
  openLine,
  onOpen,
}: {
  kind: ImportKind
  rows: readonly RowFate[]
  openLine: number | null
  onOpen: (row: RowFate) => void
}) {
  const { t } = useTranslation('import')
  const format = useFormat()
  const words = useRowWords(kind).row
  const columns = useMemo(
    (): TableColumn<RowFate>[] => [
      {
        id: 'line',
        title: t('table.line'),
        fixed: true,
        width: 64,
        align: 'right',
        sortBy: (row) => row.line,
        cell: (row) => format.number(row.line),
      },
      {
        id: 'fate',
        title: t('table.fate'),
        fixed: true,
        width: 136,
        sortBy: (row) => t(`fate.${row.fate}`),
        cell: (row) => <FateMark fate={row.fate} />,
      },
      {
        id: 'subject',
        title: t('table.subject'),
        fixed: true,
        width: 120,
        code: true,
        sortBy: (row) => row.subject,
        cell: (row) => <InertText text={row.subject} max={40} />,
      },
      {
        id: 'why',
        title: t('table.why'),
        width: 240,
        grow: 1,
        cell: (row) => <span className="lp-fate-why">{words(row)}</span>,
      },
    ],
    [t, format, words],
  )
  return (
    <DataTable
      name="import"
      label={t('table.label')}
      rows={rows}
      columns={columns}
      rowId={rowId}
      selectedId={openLine === null ? null : String(openLine)}
      initialSort={{ columnId: 'line', descending: false }}
      onOpen={onOpen}
      empty={<EmptyState compact title={t('table.noRows')} />}
    />
  )
}
