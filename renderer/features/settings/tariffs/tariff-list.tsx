import { Button, Checkbox } from '@mantine/core'
import { IconCoins, IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRows } from '../../../live/use-live.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../ui/frame/empty-state.tsx'
import { tariffRows } from './tariff-row.ts'
import { useTariffColumns } from './use-tariff-columns.tsx'

/** The tariffs: what each costs now, whom it is for and when it holds. */
export function TariffList({
  now,
  onOpen,
  onNew,
}: {
  now: number
  onOpen: (id: string) => void
  onNew: () => void
}) {
  const { t } = useTranslation('tariff')
  const tariffs = useRows('tariff')
  const versions = useRows('tariffVersion')
  const assignments = useRows('tariffAssignment')
  const columns = useTariffColumns()
  const [archived, setArchived] = useState(false)
  const hasArchived = tariffs.some(({ archivedAt }) => archivedAt !== null)
  const rows = useMemo(
    () => tariffRows(tariffs, versions, assignments, archived && hasArchived, now),
    [tariffs, versions, assignments, archived, hasArchived, now],
  )
  return (
    <>
      <DataTable
        name="tariffs"
        label={t('tabs.tariffs')}
        rows={rows}
        columns={columns}
        rowId={(row) => row.id}
        initialSort={{ columnId: 'name', descending: false }}
        onOpen={(row) => onOpen(row.id)}
        empty={
          archived && hasArchived ? (
            <EmptyState title={t('list.noneArchived')} />
          ) : (
            <EmptyState
              icon={<IconCoins size={40} stroke={1.2} />}
              title={t('list.none')}
              action={
                <Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={onNew}>
                  {t('list.new')}
                </Button>
              }
            >
              {t('list.noneHint')}
            </EmptyState>
          )
        }
      />
      {hasArchived ? (
        <div className="lp-tariff-aside">
          <Checkbox
            label={t('list.archived')}
            checked={archived}
            onChange={(event) => setArchived(event.currentTarget.checked)}
          />
        </div>
      ) : null}
    </>
  )
}
