import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../../live/session-store.ts'
import { NotYours } from '../../../session/not-yours.tsx'
import { EmptyState } from '../../../ui/frame/empty-state.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { RowSkeletons } from '../../../ui/frame/skeletons.tsx'
import type { StationRow } from '../station-row.ts'
import type { WireLogFilter } from './use-wire-log.ts'
import { useWireLog } from './use-wire-log.ts'
import { WireLogList } from './wire-log-list.tsx'
import { WireLogToolbar } from './wire-log-toolbar.tsx'
import './wire-log.css'

/** What was said between a charger and the program, newest first, followed live until paused. */
export function WireLogPanel({ row }: { row: StationRow }) {
  return useMay('operate') ? <Log row={row} /> : <NotYours right="operate" />
}

function Log({ row }: { row: StationRow }) {
  const { t } = useTranslation('station')
  const [filter, setFilter] = useState<WireLogFilter>({})
  const [live, setLive] = useState(true)
  const [search] = useDebouncedValue(filter.search ?? '', 300)
  const query = useMemo((): WireLogFilter => {
    const { search: _, ...rest } = filter
    return search.trim() === '' ? rest : { ...rest, search: search.trim() }
  }, [filter, search])
  const log = useWireLog(row.id, query, live)
  const narrowed = Object.keys(query).length > 0
  return (
    <section className="lp-log" aria-label={t('log.title')}>
      <WireLogToolbar
        row={row}
        filter={filter}
        query={query}
        onFilter={setFilter}
        live={live}
        onLive={setLive}
      />
      <ErrorNote error={log.error} onRetry={log.retry} />
      {log.state === 'loading' ? <RowSkeletons height={32} /> : null}
      {log.state === 'ready' && log.rows.length === 0 ? (
        <EmptyState
          title={t(narrowed ? 'log.noMatch' : 'log.none')}
          action={
            narrowed ? (
              <Button variant="default" onClick={() => setFilter({})}>
                {t('log.clear')}
              </Button>
            ) : null
          }
        >
          {narrowed ? null : t('log.noneText')}
        </EmptyState>
      ) : null}
      {log.rows.length > 0 ? <WireLogList rows={log.rows} onEndNear={log.older} /> : null}
    </section>
  )
}
