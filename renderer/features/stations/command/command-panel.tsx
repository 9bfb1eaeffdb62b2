import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../../live/session-store.ts'
import { NeedsNote } from '../../../session/needs.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import type { StationRow } from '../station-row.ts'
import { CancelReservationForm } from './cancel-reservation-form.tsx'
import { CommandCard } from './command-card.tsx'
import { CommandHistory } from './command-history.tsx'
import { ConnectorForm } from './connector-form.tsx'
import { usePhysicalAct } from './physical-act.tsx'
import { ReserveForm } from './reserve-form.tsx'
import { StartForm } from './start-form.tsx'
import { StopForm } from './stop-form.tsx'
import { TransferForm } from './transfer-form.tsx'
import { TriggerForm } from './trigger-form.tsx'
import { useSendCommand } from './use-commands.ts'
import { usePhysicalActs } from './use-physical-acts.ts'
import './command.css'

/** Every command of OCPP 1.6 a desk may send, and beside them how those sent have gone. */
export function CommandPanel({ row }: { row: StationRow }) {
  const { t } = useTranslation('station')
  const { ask, dialog } = usePhysicalAct(row.id)
  const acts = usePhysicalActs(row)
  const { run, busy, error } = useSendCommand(row.id)
  const offline = row.station.connection !== 'online'
  const may = useMay('operate')
  return (
    <div className="lp-command-panel">
      <div>
        {offline ? (
          <p className="lp-soft" role="status">
            {t('command.offline')}
          </p>
        ) : null}
        <NeedsNote right="operate" />
        <ErrorNote error={error} />
        <fieldset className="lp-command-forms" disabled={offline || !may}>
          <CommandCard action="RemoteStartTransaction">
            <StartForm row={row} />
          </CommandCard>
          <CommandCard action="RemoteStopTransaction">
            <StopForm row={row} onStop={(transaction) => ask(acts.stop(transaction))} />
          </CommandCard>
          <CommandCard action="UnlockConnector">
            <ConnectorForm
              row={row}
              buttons={(connectorId) => (
                <Button
                  variant="default"
                  size="compact-sm"
                  onClick={() => ask(acts.unlock(connectorId))}
                >
                  {t('command.act.unlock', { number: connectorId })}
                </Button>
              )}
            />
          </CommandCard>
          <CommandCard action="ChangeAvailability">
            <ConnectorForm
              row={row}
              whole
              buttons={(connectorId) => (
                <>
                  <Button
                    variant="default"
                    size="compact-sm"
                    onClick={() => ask(acts.takeOut(connectorId))}
                  >
                    {t('command.act.inoperative')}
                  </Button>
                  <Button
                    variant="default"
                    size="compact-sm"
                    onClick={() =>
                      void run({
                        action: 'ChangeAvailability',
                        payload: { connectorId, type: 'Operative' },
                      })
                    }
                  >
                    {t('command.act.operative')}
                  </Button>
                </>
              )}
            />
          </CommandCard>
          <CommandCard action="Reset">
            <div className="lp-command-acts">
              <Button variant="default" size="compact-sm" onClick={() => ask(acts.reset('Soft'))}>
                {t('command.act.resetSoft')}
              </Button>
              <Button variant="default" size="compact-sm" onClick={() => ask(acts.reset('Hard'))}>
                {t('command.act.resetHard')}
              </Button>
            </div>
          </CommandCard>
          <CommandCard action="TriggerMessage">
            <TriggerForm row={row} />
          </CommandCard>
          <CommandCard action="GetConfiguration">
            <div className="lp-command-acts">
              <Button
                variant="default"
                size="compact-sm"
                loading={busy}
                onClick={() => void run({ action: 'GetConfiguration', payload: {} })}
              >
                {t('command.act.read')}
              </Button>
            </div>
          </CommandCard>
          <CommandCard action="ClearCache">
            <div className="lp-command-acts">
              <Button
                variant="default"
                size="compact-sm"
                loading={busy}
                onClick={() => void run({ action: 'ClearCache', payload: {} })}
              >
                {t('command.act.clearCache')}
              </Button>
            </div>
          </CommandCard>
          <CommandCard action="ReserveNow">
            <ReserveForm row={row} />
          </CommandCard>
          <CommandCard action="CancelReservation">
            <CancelReservationForm row={row} />
          </CommandCard>
          <CommandCard action="DataTransfer">
            <TransferForm row={row} />
          </CommandCard>
        </fieldset>
      </div>
      <section className="lp-panel lp-part" aria-label={t('command.history')}>
        <header className="lp-part-head">
          <h2>{t('command.history')}</h2>
        </header>
        <CommandHistory stationId={row.id} limit={50} />
      </section>
      {dialog}
    </div>
  )
}
