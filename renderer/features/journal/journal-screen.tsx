import { ActionIcon, Button } from '@mantine/core'
import { IconDownload, IconRefresh } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../i18n/locale.ts'
import { useClient } from '../../live/use-live.ts'
import { usePages } from '../../live/use-pages.ts'
import { journalSuffix } from '../../navigation/journal-address.ts'
import type { JournalFilter } from '../../navigation/journal-address.ts'
import { navigate } from '../../navigation/use-route.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { EmptyState } from '../../ui/frame/empty-state.tsx'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { Screen } from '../../ui/frame/screen.tsx'
import { RowSkeletons } from '../../ui/frame/skeletons.tsx'
import { JournalInspector } from './journal-inspector.tsx'
import { journalQueryOf } from './journal-query.ts'
import { JournalToolbar } from './journal-toolbar.tsx'
import { useJournalColumns } from './use-journal-columns.tsx'
import { useJournalExport } from './use-journal-export.ts'
import { useJournalWords } from './use-journal-words.ts'
import './journal.css'

const PAGE = 200

/** So many rows fill any screen: the hub looks through much at a time, and may find few of them. */
const SCREENFUL = 60

const nothing: JournalFilter = {}

/** Who did what, newest first, narrowed by what stands in the address. */
export function JournalScreen({
  open,
  filter = nothing,
}: {
  open: string | null
  filter: JournalFilter | undefined
}) {
  const { t } = useTranslation('journal')
  const hub = useClient()
  const timeZone = useLocale((locale) => locale.timeZone)
  const words = useJournalWords()
  const columns = useJournalColumns(words)
  const exported = useJournalExport(filter, words)
  const key = journalSuffix(filter)
  const pages = usePages(`journal:${key}`, (after, signal) =>
    hub.journal.list(
      {
        ...journalQueryOf(filter, Date.now(), timeZone),
        limit: PAGE,
        ...(after ? { after } : {}),
      },
      { signal },
    ),
  )
  const { rows, complete, state, more } = pages
  const seeking = state === 'ready' && !complete && rows.length < SCREENFUL
  // After every answer, since one that brought nothing changes nothing else.
  useEffect(() => {
    if (seeking) more()
  })
  const opened = rows.find((entry) => String(entry.id) === open)
  const go = (next: JournalFilter, id?: number, how?: { replace: boolean }) => {
    const told = Object.entries(next).filter(([, value]) => value !== undefined && value !== '')
    navigate(
      {
        screen: 'journal',
        ...(id === undefined ? {} : { open: String(id) }),
        ...(told.length === 0 ? {} : { filter: Object.fromEntries(told) }),
      },
      how,
    )
  }
  return (
    <Screen
      title={t('title')}
      summary={t('hint')}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden="true" />}
            loading={exported.busy}
            disabled={rows.length === 0}
            onClick={exported.save}
          >
            {t('export')}
          </Button>
          <ActionIcon
            variant="default"
            size={32}
            aria-label={t('reload')}
            title={t('reload')}
            onClick={pages.reload}
          >
            <IconRefresh size={16} aria-hidden="true" />
          </ActionIcon>
        </>
      }
      toolbar={
        <JournalToolbar
          filter={filter}
          words={words}
          onChange={(next, how) => go(next, undefined, how)}
        />
      }
      inspector={
        opened ? (
          <JournalInspector
            key={opened.id}
            entry={opened}
            words={words}
            onNarrow={(next) => go(next)}
            onClose={() => go(filter)}
          />
        ) : null
      }
    >
      {state === 'failed' ? <ErrorNote error={pages.error} onRetry={pages.reload} /> : null}
      <ErrorNote error={exported.error} />
      {exported.busy ? (
        <p className="lp-journal-note" role="status">
          {t('exporting', { count: exported.soFar })}
        </p>
      ) : null}
      {state === 'loading' && rows.length === 0 ? (
        <RowSkeletons rows={14} />
      ) : (
        <DataTable
          name="journal"
          label={t('title')}
          rows={rows}
          columns={columns}
          rowId={(entry) => String(entry.id)}
          rowHeight={32}
          selectedId={open}
          onOpen={(entry) => go(filter, entry.id)}
          onEndNear={more}
          empty={
            seeking || state === 'loading' ? (
              <EmptyState title={t('looking')} />
            ) : key === '' ? (
              <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
            ) : (
              <EmptyState
                title={t('noneFound')}
                action={
                  <Button variant="default" onClick={() => go(nothing)}>
                    {t('clear')}
                  </Button>
                }
              />
            )
          }
        />
      )}
    </Screen>
  )
}
