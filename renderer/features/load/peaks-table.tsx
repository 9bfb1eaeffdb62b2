import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LoadPeak } from '../../../shared/domain/load/load.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { EmptyState } from '../../ui/frame/empty-state.tsx'
import { Figure } from '../../ui/mark/figure.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'

const rowId = ({ at }: LoadPeak) => String(at)

/** The highest quarters of an hour, at most one a day; a row leads to its day. */
export function PeaksTable({
  peaks,
  now,
  onDay,
}: {
  peaks: readonly LoadPeak[]
  now: number
  onDay: (at: Instant) => void
}) {
  const { t } = useTranslation('load')
  const format = useFormat()
  const columns = useMemo(
    (): TableColumn<LoadPeak>[] => [
      {
        id: 'at',
        title: t('peaks.at'),
        width: 120,
        grow: 1,
        fixed: true,
        cell: ({ at }) => format.moment(at, now),
        sortBy: ({ at }) => at,
      },
      {
        id: 'mean',
        title: t('peaks.mean'),
        width: 84,
        align: 'right',
        cell: ({ meanW }) => <Figure value={format.power(meanW)} />,
        sortBy: ({ meanW }) => meanW,
      },
      {
        id: 'max',
        title: t('peaks.max'),
        width: 84,
        align: 'right',
        cell: ({ maxW }) => <Figure value={format.power(maxW)} />,
        sortBy: ({ maxW }) => maxW,
      },
      {
        id: 'energy',
        title: t('peaks.energy'),
        width: 96,
        align: 'right',
        cell: ({ energyWh }) => <Figure value={format.energy(energyWh)} />,
        sortBy: ({ energyWh }) => energyWh,
      },
    ],
    [t, format, now],
  )
  return (
    <DataTable
      name="loadPeaks"
      label={t('peaks.title')}
      rows={peaks}
      columns={columns}
      rowId={rowId}
      rowHeight={28}
      onOpen={({ at }) => onDay(at)}
      empty={<EmptyState compact title={t('peaks.none')} />}
    />
  )
}
