import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { CommandProgress } from '../command/command-progress.tsx'
import { useSendCommand, useStationCommands } from '../command/use-commands.ts'
import type { StationRow } from '../station-row.ts'
import { isSecretKey } from './secret-key.ts'
import './configuration.css'

/** Writes a key that the charger does not list. Keys that prove the station are issued elsewhere. */
export function OtherKeyForm({ row }: { row: StationRow }) {
  const { t } = useTranslation('station')
  const [key, setKey] = useState('')
  const [value, setValue] = useState('')
  const [sentId, setSentId] = useState<string | null>(null)
  const { run, busy, error } = useSendCommand(row.id)
  const sent = useStationCommands(row.id).find((command) => command.id === sentId)
  const secret = isSecretKey(key)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const command = await run({
      action: 'ChangeConfiguration',
      payload: { key: key.trim(), value },
    })
    if (command) setSentId(command.id)
  }
  return (
    <section className="lp-panel lp-part" aria-label={t('configuration.other')}>
      <header className="lp-part-head">
        <h2>{t('configuration.other')}</h2>
        <span className="lp-soft lp-grow">{t('configuration.otherHint')}</span>
      </header>
      <form className="lp-configuration-other" onSubmit={(event) => void submit(event)}>
        <TextInput
          size="sm"
          label={t('configuration.key')}
          maxLength={50}
          value={key}
          error={secret ? t('configuration.secretHint') : null}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
        <TextInput
          size="sm"
          label={t('configuration.value')}
          maxLength={500}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          loading={busy}
          disabled={key.trim() === '' || secret || row.station.connection !== 'online'}
        >
          {t('configuration.write')}
        </Button>
      </form>
      <ErrorNote error={error} />
      {sent ? <CommandProgress command={sent} /> : null}
    </section>
  )
}
