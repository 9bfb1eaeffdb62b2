import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import type { StationRow } from '../station-row.ts'
import { useSendCommand } from './use-commands.ts'
import './command.css'

/** DataTransfer: what only this make of charger understands (OCPP 1.6 §6.15). */
export function TransferForm({ row }: { row: StationRow }) {
  const { t } = useTranslation('station')
  const [vendorId, setVendorId] = useState('')
  const [messageId, setMessageId] = useState('')
  const [data, setData] = useState('')
  const { run, busy, error } = useSendCommand(row.id)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run({
      action: 'DataTransfer',
      payload: {
        vendorId: vendorId.trim(),
        ...(messageId.trim() === '' ? {} : { messageId: messageId.trim() }),
        ...(data === '' ? {} : { data }),
      },
    })
  }
  return (
    <form onSubmit={submit} className="lp-command-form">
      <div className="lp-command-fields">
        <TextInput
          label={t('command.field.vendorId')}
          size="sm"
          maxLength={255}
          value={vendorId}
          onChange={(event) => setVendorId(event.currentTarget.value)}
        />
        <TextInput
          label={t('command.field.messageId')}
          size="sm"
          maxLength={50}
          value={messageId}
          onChange={(event) => setMessageId(event.currentTarget.value)}
        />
      </div>
      <Textarea
        label={t('command.field.data')}
        size="sm"
        rows={2}
        maxLength={100_000}
        value={data}
        onChange={(event) => setData(event.currentTarget.value)}
      />
      <ErrorNote error={error} />
      <div className="lp-command-acts">
        <Button
          type="submit"
          variant="default"
          size="compact-sm"
          loading={busy}
          disabled={vendorId.trim() === ''}
        >
          {t('command.act.transfer')}
        </Button>
      </div>
    </form>
  )
}
