import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../../live/session-store.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import type { ConnectorView, StationRow } from '../station-row.ts'
import type { PhysicalAct } from './physical-act.tsx'
import { StartForm } from './start-form.tsx'
import { useSendCommand } from './use-commands.ts'
import { usePhysicalActs } from './use-physical-acts.ts'
import './command.css'

/** What can be done at one connector now: start or stop, unlock, in or out of service. */
export function ConnectorCommands({
  row,
  view,
  ask,
}: {
  row: StationRow
  view: ConnectorView
  ask: (act: PhysicalAct) => void
}) {
  const { t } = useTranslation('station')
  const may = useMay('operate')
  const [starting, setStarting] = useState(false)
  const acts = usePhysicalActs(row)
  const { run, busy, error } = useSendCommand(row.id)
  const { connectorId, status } = view.connector
  const { transaction } = view
  const offline = row.station.connection !== 'online'
  const size = 'compact-sm'
  return (
    <div className="lp-connector-commands">
      <div className="lp-command-acts">
        {transaction === null ? (
          <Button
            size={size}
            variant="default"
            disabled={offline || !may}
            aria-expanded={starting}
            onClick={() => setStarting(!starting)}
          >
            {t('command.act.start')}
          </Button>
        ) : (
          <Button
            size={size}
            variant="default"
            disabled={offline || !may}
            onClick={() => ask(acts.stop(transaction))}
          >
            {t('command.act.stop')}
          </Button>
        )}
        <Button
          size={size}
          variant="default"
          disabled={offline || !may}
          onClick={() => ask(acts.unlock(connectorId))}
        >
          {t('command.act.unlock', { number: connectorId })}
        </Button>
        {status === 'Unavailable' ? (
          <Button
            size={size}
            variant="default"
            disabled={offline || !may}
            loading={busy}
            onClick={() =>
              void run({
                action: 'ChangeAvailability',
                payload: { connectorId, type: 'Operative' },
              })
            }
          >
            {t('command.act.operative')}
          </Button>
        ) : (
          <Button
            size={size}
            variant="default"
            disabled={offline || !may}
            onClick={() => ask(acts.takeOut(connectorId))}
          >
            {t('command.act.inoperative')}
          </Button>
        )}
      </div>
      <ErrorNote error={error} />
      {starting && transaction === null ? (
        <StartForm
          row={row}
          connectorId={connectorId}
          onSent={() => setStarting(false)}
          onCancel={() => setStarting(false)}
        />
      ) : null}
    </div>
  )
}
