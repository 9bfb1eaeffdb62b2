import { Button, Menu, SegmentedControl } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDownload, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { FilterSelect } from '../../../ui/table/filter-select.tsx'
import { SearchField } from '../../../ui/table/search-field.tsx'
import { FilterChip } from '../../../ui/table/filter-chip.tsx'
import type { StationRow } from '../station-row.ts'
import { logFileName, wholeWireLog } from './export-wire-log.ts'
import { saveText } from '../../../ui/share/save-text.ts'
import type { WireLogFilter } from './use-wire-log.ts'
import { toCsv, toJsonLines } from './wire-log-text.ts'
import './wire-log.css'

/** The messages of OCPP 1.6 Core and its companions, as they are called on the wire. */
const actions = [
  'Authorize',
  'BootNotification',
  'CancelReservation',
  'ChangeAvailability',
  'ChangeConfiguration',
  'ClearCache',
  'ClearChargingProfile',
  'DataTransfer',
  'DiagnosticsStatusNotification',
  'FirmwareStatusNotification',
  'GetCompositeSchedule',
  'GetConfiguration',
  'Heartbeat',
  'MeterValues',
  'RemoteStartTransaction',
  'RemoteStopTransaction',
  'ReserveNow',
  'Reset',
  'SetChargingProfile',
  'StartTransaction',
  'StatusNotification',
  'StopTransaction',
  'TriggerMessage',
  'UnlockConnector',
]

/** What narrows the log, whether it is followed, and the way to take it elsewhere. */
export function WireLogToolbar({
  row,
  filter,
  query,
  onFilter,
  live,
  onLive,
}: {
  row: StationRow
  /** As it stands in the fields. */
  filter: WireLogFilter
  /** As it is asked for, once typing has stopped: this is what is exported. */
  query: WireLogFilter
  onFilter: (filter: WireLogFilter) => void
  live: boolean
  onLive: (live: boolean) => void
}) {
  const { t } = useTranslation('station')
  const client = useClient()
  const exporting = useAct(async (extension: 'jsonl' | 'csv') => {
    const messages = await wholeWireLog(client, row.id, query)
    const text = extension === 'csv' ? toCsv(messages) : toJsonLines(messages)
    const saved = await saveText(
      logFileName(row.station.chargePointId, Date.now(), extension),
      text,
    )
    if (saved === 'saved')
      notifications.show({ message: t('log.exported', { count: messages.length }), color: 'ink' })
    if (saved === 'failed') notifications.show({ message: t('log.exportFailed'), color: 'ink' })
  })
  const without = (field: keyof WireLogFilter): WireLogFilter => {
    const { [field]: _, ...rest } = filter
    return rest
  }
  return (
    <div className="lp-log-toolbar">
      <SearchField
        value={filter.search ?? ''}
        label={t('log.search')}
        width={200}
        onChange={(search) => onFilter(search === '' ? without('search') : { ...filter, search })}
      />
      <SegmentedControl
        aria-label={t('log.direction')}
        value={filter.direction ?? 'both'}
        data={[
          { value: 'both', label: t('log.both') },
          { value: 'in', label: t('log.in') },
          { value: 'out', label: t('log.out') },
        ]}
        onChange={(value) =>
          onFilter(
            value === 'in' || value === 'out'
              ? { ...filter, direction: value }
              : without('direction'),
          )
        }
      />
      <FilterSelect
        width={180}
        label={t('log.action')}
        every={t('log.everyAction')}
        searchable
        data={actions}
        value={filter.action ?? null}
        onChange={(action) => onFilter(action === null ? without('action') : { ...filter, action })}
      />
      <FilterChip
        label={t('log.trouble')}
        pressed={filter.trouble === true}
        onPress={() =>
          onFilter(filter.trouble === true ? without('trouble') : { ...filter, trouble: true })
        }
      />
      <div className="lp-toolbar-end">
        <span className="lp-soft" role="status">
          {live ? t('log.following') : t('log.paused')}
        </span>
        <Button
          variant="default"
          leftSection={
            live ? (
              <IconPlayerPause size={15} aria-hidden="true" />
            ) : (
              <IconPlayerPlay size={15} aria-hidden="true" />
            )
          }
          onClick={() => onLive(!live)}
        >
          {t(live ? 'log.pause' : 'log.resume')}
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              variant="default"
              loading={exporting.busy}
              leftSection={<IconDownload size={15} aria-hidden="true" />}
            >
              {t('log.export')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => void exporting.run('jsonl')}>{t('log.exportJson')}</Menu.Item>
            <Menu.Item onClick={() => void exporting.run('csv')}>{t('log.exportCsv')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <ErrorNote error={exporting.error} />
    </div>
  )
}
