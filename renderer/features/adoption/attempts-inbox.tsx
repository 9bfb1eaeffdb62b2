import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectionAttempt } from '../../../shared/domain/adoption/adoption.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { tellAct } from '../../live/last-act.ts'
import { useAct } from '../../live/use-act.ts'
import { useClient, useRows } from '../../live/use-live.ts'
import { Age } from '../../ui/mark/age.tsx'
import { DataTable } from '../../ui/table/data-table.tsx'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { InertText } from '../../ui/mark/inert-text.tsx'
import type { TableColumn } from '../../ui/table/table-column.ts'

/** Who tried to connect and was not let in, why, how often and when last. */
export function AttemptsInbox() {
  const { t } = useTranslation('adoption')
  const hub = useClient()
  const attempts = useRows('connectionAttempt')
  const columns = useAttemptColumns()
  const clearing = useAct(() => hub.adoption.clearAttempts())
  const clear = async () => {
    if (await clearing.run(undefined)) tellAct(t('inbox.cleared'))
  }
  return (
    <section className="lp-panel lp-inbox" aria-label={t('inbox.title')}>
      <header className="lp-section-head">
        <h2>{t('inbox.title')}</h2>
        <span className="lp-soft">{t(attempts.length === 0 ? 'inbox.none' : 'inbox.hint')}</span>
        {attempts.length === 0 ? null : (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            loading={clearing.busy}
            onClick={() => void clear()}
          >
            {t('inbox.clear')}
          </Button>
        )}
      </header>
      <ErrorNote error={clearing.error} />
      {attempts.length === 0 ? null : (
        <div className="lp-inbox-table" style={{ height: Math.min(attempts.length, 10) * 32 + 34 }}>
          <DataTable
            name="attempts"
            label={t('inbox.title')}
            rows={attempts}
            columns={columns}
            rowId={idOf}
            rowHeight={32}
            initialSort={{ columnId: 'last', descending: true }}
          />
        </div>
      )}
    </section>
  )
}

function idOf(attempt: ConnectionAttempt): string {
  return attempt.id
}

function useAttemptColumns(): TableColumn<ConnectionAttempt>[] {
  const { t } = useTranslation('adoption')
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'id',
        title: t('waiting.id'),
        fixed: true,
        width: 132,
        grow: 1,
        sortBy: (row) => row.chargePointId,
        cell: (row) => <InertText text={row.chargePointId} max={48} />,
      },
      {
        id: 'address',
        title: t('waiting.address'),
        width: 104,
        sortBy: (row) => row.address,
        cell: (row) => <InertText text={row.address} max={45} />,
      },
      {
        id: 'reason',
        title: t('inbox.reason'),
        width: 232,
        grow: 2,
        sortBy: (row) => t(`inbox.reasons.${row.reason}`),
        cell: (row) => (
          <>
            {t(`inbox.reasons.${row.reason}`)}.{' '}
            <span className="lp-soft">{t(`inbox.todo.${row.reason}`)}</span>
          </>
        ),
      },
      {
        id: 'count',
        title: t('inbox.count'),
        width: 64,
        align: 'right',
        sortBy: (row) => row.count,
        cell: (row) => format.number(row.count),
      },
      {
        id: 'first',
        title: t('inbox.first'),
        width: 112,
        hidden: true,
        sortBy: (row) => row.firstAt,
        cell: (row) => format.dateTime(row.firstAt),
      },
      {
        id: 'last',
        title: t('inbox.last'),
        width: 104,
        sortBy: (row) => row.lastAt,
        cell: (row) => <Age at={row.lastAt} />,
      },
    ],
    [t, format],
  )
}
