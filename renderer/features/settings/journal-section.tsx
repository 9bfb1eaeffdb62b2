import { ActionIcon, Select } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from '../../live/use-live.ts'
import { usePages } from '../../live/use-pages.ts'
import { navigate } from '../../navigation/use-route.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Screen } from '../../ui/screen.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { RowSkeletons } from '../../ui/skeletons.tsx'
import { JournalInspector } from './journal-inspector.tsx'
import { journalNouns } from './journal-words.ts'
import { useJournalColumns } from './use-journal-columns.tsx'

const PAGE = 200

/** Who did what, newest first; narrowed by noun on the hub and by words here. */
export function JournalSection({ open }: { open: string | null }) {
  const { t } = useTranslation('settings')
  const hub = useClient()
  const [noun, setNoun] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const { columns, textOf } = useJournalColumns()
  const pages = usePages(`journal:${noun}`, (after, signal) =>
    hub.journal.list(
      { limit: PAGE, ...(after ? { after } : {}), ...(noun ? { noun } : {}) },
      { signal },
    ),
  )
  const wanted = typed.trim().toLowerCase()
  const found =
    wanted === ''
      ? pages.rows
      : pages.rows.filter((entry) => textOf(entry).toLowerCase().includes(wanted))
  const opened = pages.rows.find((entry) => String(entry.id) === open)
  const go = (id?: number) =>
    navigate({
      screen: 'settings',
      section: 'journal',
      ...(id === undefined ? {} : { open: String(id) }),
    })

  return (
    <Screen
      title={t('sections.journal')}
      summary={t('journal.hint')}
      actions={
        <>
          <Select
            aria-label={t('journal.noun')}
            placeholder={t('journal.anything')}
            w={168}
            clearable
            data={journalNouns.map((value) => ({ value, label: t(`journal.nouns.${value}`) }))}
            value={noun}
            onChange={setNoun}
          />
          <SearchField label={t('journal.search')} value={typed} onChange={setTyped} width={200} />
          <ActionIcon
            variant="default"
            size={32}
            aria-label={t('journal.reload')}
            title={t('journal.reload')}
            onClick={pages.reload}
          >
            <IconRefresh size={16} aria-hidden="true" />
          </ActionIcon>
        </>
      }
      inspector={
        opened ? <JournalInspector key={opened.id} entry={opened} onClose={() => go()} /> : null
      }
    >
      {pages.state === 'failed' ? <ErrorNote error={pages.error} onRetry={pages.reload} /> : null}
      {pages.state === 'loading' && pages.rows.length === 0 ? (
        <RowSkeletons rows={14} />
      ) : (
        <DataTable
          name="journal"
          label={t('sections.journal')}
          rows={found}
          columns={columns}
          rowId={(entry) => String(entry.id)}
          rowHeight={32}
          selectedId={open}
          onOpen={(entry) => go(entry.id)}
          onEndNear={pages.more}
          empty={
            pages.rows.length > 0 || noun !== null ? (
              <EmptyState title={t('journal.noneFound')} />
            ) : (
              <EmptyState title={t('journal.none')}>{t('journal.noneHint')}</EmptyState>
            )
          }
        />
      )}
    </Screen>
  )
}
