import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import type { StationRow } from '../station-row.ts'
import { useSendCommand } from './use-commands.ts'
import './command.css'

/** The messages a charger can be asked to send, the most useful first (OCPP 1.6 §7.34). */
const messages = [
  'StatusNotification',
  'MeterValues',
  'Heartbeat',
  'BootNotification',
  'FirmwareStatusNotification',
  'DiagnosticsStatusNotification',
] as const
/** Those that are about one connector. */
const ofConnector: readonly string[] = ['StatusNotification', 'MeterValues']

export function TriggerForm({ row }: { row: StationRow }) {
  const { t } = useTranslation('station')
  const [message, setMessage] = useState<(typeof messages)[number]>('StatusNotification')
  const [chosen, setChosen] = useState('any')
  const { run, busy, error } = useSendCommand(row.id)
  const several = row.connectors.length > 1 && ofConnector.includes(message)
  const send = () =>
    run({
      action: 'TriggerMessage',
      payload: {
        requestedMessage: message,
        ...(several && chosen !== 'any' ? { connectorId: Number(chosen) } : {}),
      },
    })
  return (
    <>
      <div className="lp-command-fields">
        <Select
          label={t('command.field.message')}
          size="sm"
          allowDeselect={false}
          value={message}
          data={messages.map((value) => ({ value, label: t(`trigger.${value}`) }))}
          onChange={(value) =>
            setMessage(messages.find((known) => known === value) ?? 'StatusNotification')
          }
        />
        {several ? (
          <Select
            label={t('command.field.connector')}
            size="sm"
            allowDeselect={false}
            value={chosen}
            data={[
              { value: 'any', label: t('command.field.everyConnector') },
              ...row.connectors.map((view) => String(view.connector.connectorId)),
            ]}
            onChange={(value) => setChosen(value ?? 'any')}
          />
        ) : null}
      </div>
      <ErrorNote error={error} />
      <div className="lp-command-acts">
        <Button variant="default" size="compact-sm" loading={busy} onClick={() => void send()}>
          {t('command.act.trigger')}
        </Button>
      </div>
    </>
  )
}
