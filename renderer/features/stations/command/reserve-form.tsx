import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { idTokenText } from '../../../../shared/domain/id-token/id-token.ts'
import { MINUTE, SECOND, toIso } from '../../../../shared/time/instant.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import type { StationRow } from '../station-row.ts'
import { useSendCommand } from './use-commands.ts'
import './command.css'

const MOST_MINUTES = 24 * 60

/** Holds a connector for one id token, without a booking (OCPP 1.6 §5.13). */
export function ReserveForm({ row }: { row: StationRow }) {
  const { t } = useTranslation('station')
  const numbers = row.connectors.map((view) => String(view.connector.connectorId))
  const [chosen, setChosen] = useState<string | null>(null)
  const [token, setToken] = useState('')
  const [minutes, setMinutes] = useState<number | string>(30)
  const { run, busy, error } = useSendCommand(row.id)
  const idTag = idTokenText.safeParse(token)
  const lasts = typeof minutes === 'number' && minutes >= 1 && minutes <= MOST_MINUTES
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!idTag.success || typeof minutes !== 'number') return
    const now = Date.now()
    void run({
      action: 'ReserveNow',
      payload: {
        connectorId: Number(chosen ?? numbers[0] ?? 1),
        expiryDate: toIso(now + minutes * MINUTE),
        idTag: idTag.data,
        // Far above the numbers of bookings, which count from one.
        reservationId: Math.floor(now / SECOND),
      },
    })
  }
  return (
    <form onSubmit={submit} className="lp-command-form">
      <div className="lp-command-fields">
        <TextInput
          label={t('command.field.idToken')}
          size="sm"
          maxLength={20}
          value={token}
          onChange={(event) => setToken(event.currentTarget.value)}
        />
        <NumberInput
          label={t('command.field.minutes')}
          size="sm"
          min={1}
          max={MOST_MINUTES}
          allowDecimal={false}
          value={minutes}
          onChange={setMinutes}
        />
        {numbers.length > 1 ? (
          <Select
            label={t('command.field.connector')}
            size="sm"
            allowDeselect={false}
            value={chosen ?? numbers[0] ?? null}
            data={numbers}
            onChange={setChosen}
          />
        ) : null}
      </div>
      <ErrorNote error={error} />
      <div className="lp-command-acts">
        <Button
          type="submit"
          variant="default"
          size="compact-sm"
          loading={busy}
          disabled={!idTag.success || !lasts}
        >
          {t('command.act.reserve')}
        </Button>
      </div>
    </form>
  )
}
