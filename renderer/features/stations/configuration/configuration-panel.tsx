import { Button, Switch } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../../live/session-store.ts'
import { useClient } from '../../../live/use-live.ts'
import { useQuery } from '../../../live/use-query.ts'
import { NeedsNote } from '../../../session/needs.tsx'
import { Age } from '../../../ui/mark/age.tsx'
import { EmptyState } from '../../../ui/frame/empty-state.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { SearchField } from '../../../ui/table/search-field.tsx'
import { RowSkeletons } from '../../../ui/frame/skeletons.tsx'
import { CommandProgress } from '../command/command-progress.tsx'
import { useSendCommand, useStationCommands } from '../command/use-commands.ts'
import type { StationRow } from '../station-row.ts'
import { configurationRows } from './configuration-keys.ts'
import { ConfigurationTable } from './configuration-table.tsx'
import { OtherKeyForm } from './other-key-form.tsx'
import './configuration.css'

/** The charger's configuration keys as last read, to look through and to change. */
export function ConfigurationPanel({ row }: { row: StationRow }) {
  const { t } = useTranslation('station')
  const client = useClient()
  const [search, setSearch] = useState('')
  const [writableOnly, setWritableOnly] = useState(false)
  const commands = useStationCommands(row.id)
  const read = useSendCommand(row.id)
  const known = useQuery(`${row.id}:configuration`, () =>
    client.station.configuration({ id: row.id }),
  )
  const lastRead = commands.find((command) => command.action === 'GetConfiguration')
  const reading = lastRead?.state === 'requested' || lastRead?.state === 'sent'

  // The hub keeps what the charger answers; its answer is the moment to look again.
  const endedAt = commands.find(
    ({ action, state }) =>
      state === 'answered' && (action === 'GetConfiguration' || action === 'ChangeConfiguration'),
  )?.endedAt
  const reload = useRef(known.reload)
  reload.current = known.reload
  useEffect(() => {
    if (endedAt !== undefined) reload.current()
  }, [endedAt])

  const keys = known.data?.keys
  const rows = useMemo(
    () =>
      configurationRows(keys ?? [], commands, search).filter(
        (entry) => !writableOnly || !entry.readonly,
      ),
    [keys, commands, search, writableOnly],
  )
  const offline = row.station.connection !== 'online'
  const may = useMay('operate')
  const readAt = keys?.reduce((latest, entry) => Math.max(latest, entry.readAt), 0) ?? 0
  const readButton = (first: boolean) => (
    <Button
      variant={first ? 'filled' : 'default'}
      loading={read.busy || reading}
      disabled={offline || !may}
      onClick={() => void read.run({ action: 'GetConfiguration', payload: {} })}
    >
      {t(first ? 'configuration.read' : 'configuration.readAgain')}
    </Button>
  )
  if (known.state === 'loading') return <RowSkeletons />
  return (
    <div className="lp-configuration">
      <NeedsNote right="operate" />
      <ErrorNote error={known.error ?? null} onRetry={known.reload} />
      <ErrorNote error={read.error} />
      {lastRead && (lastRead.state === 'failed' || reading) ? (
        <div className="lp-panel lp-part">
          <CommandProgress command={lastRead} />
        </div>
      ) : null}
      {keys === undefined || keys.length === 0 ? (
        <EmptyState title={t('configuration.never')} action={readButton(true)}>
          {offline ? t('command.offline') : t('configuration.neverText')}
        </EmptyState>
      ) : (
        <section className="lp-panel lp-part" aria-label={t('configuration.title')}>
          <header className="lp-part-head">
            <h2>{t('configuration.title')}</h2>
            <span className="lp-soft">
              {t('configuration.count', { count: keys.length })} · {t('configuration.readAt')}{' '}
              <Age at={readAt} />
            </span>
            <div className="lp-configuration-acts">
              <Switch
                size="xs"
                label={t('configuration.writableOnly')}
                checked={writableOnly}
                onChange={(event) => setWritableOnly(event.currentTarget.checked)}
              />
              <SearchField value={search} onChange={setSearch} label={t('configuration.search')} />
              {readButton(false)}
            </div>
          </header>
          {rows.length === 0 ? <p className="lp-soft">{t('configuration.noMatch')}</p> : null}
          {rows.length === 0 ? null : <ConfigurationTable station={row} rows={rows} />}
        </section>
      )}
      {may ? <OtherKeyForm row={row} /> : null}
    </div>
  )
}
