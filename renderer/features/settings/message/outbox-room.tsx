import { Button } from '@mantine/core'
import { IconMailForward, IconRefresh } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { messageState } from '../../../../shared/domain/message/message.ts'
import { useClient } from '../../../live/use-live.ts'
import { useQuery } from '../../../live/use-query.ts'
import { EmptyState } from '../../../ui/frame/empty-state.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { Screen } from '../../../ui/frame/screen.tsx'
import { RowSkeletons } from '../../../ui/frame/skeletons.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { FilterSelect } from '../../../ui/table/filter-select.tsx'
import { MessageInspector } from './message-inspector.tsx'
import type { RoomProps } from './messages-section.tsx'
import { useMessageColumns } from './use-message-columns.tsx'

/** How often the outbox is looked at while it is open, ms. */
const LOOK_MS = 5_000

/** What drivers were told, the latest first, and what became of it. */
export function OutboxRoom({ tabs }: RoomProps) {
  const { t } = useTranslation(['message', 'settings'])
  const hub = useClient()
  const columns = useMessageColumns()
  const [typed, setTyped] = useState<string | null>(null)
  const [openId, setOpenId] = useState<string | null>(null)
  const state = messageState.safeParse(typed).data
  const list = useQuery(`message.list:${state ?? ''}`, (signal) =>
    hub.message.list({ limit: 200, ...(state === undefined ? {} : { state }) }, { signal }),
  )
  const { reload } = list
  const latest = useRef(reload)
  latest.current = reload
  useEffect(() => {
    const timer = setInterval(() => latest.current(), LOOK_MS)
    return () => clearInterval(timer)
  }, [])
  const rows = list.data?.rows ?? []
  const opened = rows.find(({ id }) => id === openId) ?? null
  return (
    <Screen
      title={t('settings:sections.messages')}
      toolbar={tabs}
      summary={list.data ? t('message:outbox.count', { count: rows.length }) : null}
      actions={
        <>
          <FilterSelect
            label={t('message:outbox.filter')}
            every={t('message:outbox.all')}
            width={180}
            value={state ?? null}
            data={messageState.options.map((value) => ({
              value,
              label: t(`message:state.${value}`),
            }))}
            onChange={setTyped}
          />
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} aria-hidden="true" />}
            onClick={reload}
          >
            {t('message:outbox.refresh')}
          </Button>
        </>
      }
      inspector={
        opened === null ? null : (
          <MessageInspector
            key={opened.id}
            message={opened}
            onChanged={reload}
            onClose={() => setOpenId(null)}
          />
        )
      }
    >
      {list.state === 'failed' ? <ErrorNote error={list.error} onRetry={reload} /> : null}
      {list.data === undefined ? (
        list.state === 'failed' ? null : (
          <RowSkeletons />
        )
      ) : (
        <DataTable
          name="messages"
          label={t('message:rooms.outbox')}
          rows={rows}
          columns={columns}
          rowId={({ id }) => id}
          selectedId={openId}
          initialSort={{ columnId: 'at', descending: true }}
          onOpen={({ id }) => setOpenId(id)}
          empty={
            state === undefined ? (
              <EmptyState
                icon={<IconMailForward size={40} stroke={1.5} />}
                title={t('message:outbox.none')}
              >
                {t('message:outbox.noneHint')}
              </EmptyState>
            ) : (
              <EmptyState title={t('message:outbox.noneSo')}>
                {t('message:outbox.noneSoHint')}
              </EmptyState>
            )
          }
        />
      )}
    </Screen>
  )
}
