import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../../live/use-now.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import type { StationRow } from '../station-row.ts'
import { standingReservations } from './standing-reservations.ts'
import { useSendCommand, useStationCommands } from './use-commands.ts'
import './command.css'

/** A button for each reservation that stands, named by who may use it. */
export function CancelReservationForm({ row }: { row: StationRow }) {
  const { t } = useTranslation('station')
  const standing = standingReservations(useStationCommands(row.id), useNow(60_000))
  const { run, busy, error } = useSendCommand(row.id)
  if (standing.length === 0) return <p className="lp-soft">{t('command.nothingReserved')}</p>
  return (
    <>
      <ErrorNote error={error} />
      <div className="lp-command-acts">
        {standing.map(({ reservationId, idTag, connectorId }) => (
          <Button
            key={reservationId}
            variant="default"
            size="compact-sm"
            loading={busy}
            onClick={() => void run({ action: 'CancelReservation', payload: { reservationId } })}
          >
            {t('command.act.cancelReservation', {
              token: inert(idTag, 20).text,
              number: connectorId,
            })}
          </Button>
        ))}
      </div>
    </>
  )
}
