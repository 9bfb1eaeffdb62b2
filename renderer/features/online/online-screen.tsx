import { Button } from '@mantine/core'
import { IconDeviceMobile } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../live/session-store.ts'
import { useClient, useRows } from '../../live/use-live.ts'
import { useQuery } from '../../live/use-query.ts'
import { navigate } from '../../navigation/use-route.ts'
import { EmptyState } from '../../ui/frame/empty-state.tsx'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { Inspector } from '../../ui/frame/inspector.tsx'
import { PanelSkeleton } from '../../ui/frame/skeletons.tsx'
import { Screen } from '../../ui/frame/screen.tsx'
import { SearchField } from '../../ui/table/search-field.tsx'
import { pendingCount } from '../../visit/pending.ts'
import { grouped, isFound } from './visit-rows.ts'
import type { VisitGroup, VisitRow } from './visit-rows.ts'
import { useOldVisit } from './use-old-visit.ts'
import { useVisitRows } from './use-visit-rows.ts'
import { useVisitWords } from './use-visit-words.ts'
import type { VisitWords } from './use-visit-words.ts'
import { VisitInspector } from './visit-inspector.tsx'
import { VisitLine } from './visit-line.tsx'
import './online.css'

/** What drivers asked for from their phones, what presses first; one of it beside. */
export function OnlineScreen({ open }: { open: string | null }) {
  const { t } = useTranslation('visit')
  const rows = useVisitRows()
  const visits = useRows('visit')
  const words = useVisitWords()
  const [typed, setTyped] = useState('')
  const [showsOver, setShowsOver] = useState(false)
  const over = rows.filter(({ group }) => group === 'over').length
  const found = rows
    .filter(({ group }) => showsOver || typed !== '' || group !== 'over')
    .filter((row) => isFound(row, words.place(row), typed))
  const close = () => navigate({ screen: 'online' })
  return (
    <Screen
      title={t('named')}
      summary={t('count', { count: pendingCount(visits) })}
      actions={
        rows.length === 0 ? null : (
          <>
            {over === 0 ? null : (
              <Button
                variant="default"
                aria-pressed={showsOver}
                onClick={() => setShowsOver(!showsOver)}
              >
                {t(showsOver ? 'hideOver' : 'showOver')}
              </Button>
            )}
            <SearchField label={t('search')} value={typed} onChange={setTyped} />
          </>
        )
      }
      inspector={
        open === null ? null : (
          <OpenVisit
            key={open}
            id={open}
            row={rows.find(({ visit }) => visit.id === open)}
            words={words}
            onClose={close}
          />
        )
      }
    >
      <div className="lp-on-list">
        {grouped(found).map(([group, members]) => (
          <Group key={group} group={group} rows={members} words={words} open={open} />
        ))}
        {found.length > 0 ? null : typed === '' ? (
          <Nothing />
        ) : (
          <EmptyState title={t('noneFound')} />
        )}
      </div>
    </Screen>
  )
}

function Group({
  group,
  rows,
  words,
  open,
}: {
  group: VisitGroup
  rows: readonly VisitRow[]
  words: VisitWords
  open: string | null
}) {
  const { t } = useTranslation('visit')
  return (
    <section aria-labelledby={`online-${group}`}>
      <h2 id={`online-${group}`}>
        {t(`group.${group}`)} <span className="lp-soft">{rows.length}</span>
      </h2>
      <ul>
        {rows.map((row) => (
          <VisitLine key={row.visit.id} row={row} words={words} isOpen={row.visit.id === open} />
        ))}
      </ul>
    </section>
  )
}

/** What this place is for; and where the page is closed, that nothing can come. */
function Nothing() {
  const { t } = useTranslation('visit')
  const hub = useClient()
  const mayConfigure = useMay('configure')
  const door = useQuery('driverDoor', (signal) => hub.driverDoor.get(undefined, { signal }))
  const isClosed = door.data !== undefined && door.data.state.state !== 'open'
  return (
    <EmptyState
      icon={<IconDeviceMobile size={40} stroke={1.3} />}
      title={t('none')}
      action={
        isClosed && mayConfigure ? (
          <Button onClick={() => navigate({ screen: 'settings', section: 'driver' })}>
            {t('setUp')}
          </Button>
        ) : null
      }
    >
      {t('noneHint')}
      {isClosed ? ` ${t('noneClosed')}` : ''}
    </EmptyState>
  )
}

/** A visit beside the list; one of days long past is fetched. */
function OpenVisit({
  id,
  row,
  words,
  onClose,
}: {
  id: string
  row: VisitRow | undefined
  words: VisitWords
  onClose: () => void
}) {
  const { t } = useTranslation('visit')
  const old = useOldVisit(id, row !== undefined)
  const shown = row ?? old.row
  if (shown !== undefined) return <VisitInspector row={shown} words={words} onClose={onClose} />
  return (
    <Inspector title={t('named')} onClose={onClose}>
      <ErrorNote error={old.error} onRetry={old.reload} />
      {old.error === undefined ? <PanelSkeleton /> : null}
    </Inspector>
  )
}
