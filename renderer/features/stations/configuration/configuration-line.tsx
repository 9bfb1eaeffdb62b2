import { ActionIcon, Button, Select, Table, TextInput } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../../live/session-store.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { InertText } from '../../../ui/mark/inert-text.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { OutcomeIcon } from '../command/outcome-icon.tsx'
import { useSendCommand } from '../command/use-commands.ts'
import { useOutcomeWords } from '../command/use-outcome-words.ts'
import type { StationRow } from '../station-row.ts'
import type { ConfigurationRow } from './configuration-keys.ts'
import './configuration.css'

/** One configuration key; while `editing`, a field in the place of its value. */
export function ConfigurationLine({
  station,
  entry,
  editing,
  onEdit,
}: {
  station: StationRow
  entry: ConfigurationRow
  editing: boolean
  onEdit: (edit: boolean) => void
}) {
  const { t } = useTranslation('station')
  const outcomeWords = useOutcomeWords()
  const may = useMay('operate')
  const secret = entry.kind === 'secret'
  const name = inert(entry.key, 60).text
  return (
    <Table.Tr>
      <Table.Td>
        <InertText text={entry.key} />
      </Table.Td>
      <Table.Td>
        {editing ? (
          <ValueForm station={station} entry={entry} onDone={() => onEdit(false)} />
        ) : (
          <div className="lp-configuration-value">
            {secret ? (
              <span className="lp-soft" title={t('configuration.secretHint')}>
                {t('configuration.secret')}
              </span>
            ) : entry.value === null ? (
              <span className="lp-soft">{t('configuration.untold')}</span>
            ) : (
              <code>
                <InertText text={entry.value} max={500} />
              </code>
            )}
            {entry.readonly || secret || !may ? null : (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={24}
                aria-label={t('configuration.edit', { key: name })}
                disabled={station.station.connection !== 'online'}
                onClick={() => onEdit(true)}
              >
                <IconPencil size={15} aria-hidden="true" />
              </ActionIcon>
            )}
          </div>
        )}
      </Table.Td>
      <Table.Td className="lp-soft">
        {t(entry.readonly ? 'configuration.readonly' : 'configuration.writable')}
      </Table.Td>
      <Table.Td>
        {entry.lastWrite === null ? null : (
          <span className="lp-configuration-result" role="status">
            <OutcomeIcon tone={entry.lastWrite.tone} />
            {outcomeWords(entry.lastWrite)}
          </span>
        )}
      </Table.Td>
    </Table.Tr>
  )
}

function ValueForm({
  station,
  entry,
  onDone,
}: {
  station: StationRow
  entry: ConfigurationRow
  onDone: () => void
}) {
  const { t } = useTranslation('station')
  const [value, setValue] = useState(entry.value ?? '')
  const { run, busy, error } = useSendCommand(station.id)
  const label = t('configuration.edit', { key: inert(entry.key, 60).text })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await run({ action: 'ChangeConfiguration', payload: { key: entry.key, value } })) onDone()
  }
  return (
    <form
      className="lp-configuration-form"
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onDone()
      }}
    >
      {entry.kind === 'boolean' ? (
        <Select
          size="xs"
          aria-label={label}
          allowDeselect={false}
          autoFocus
          value={value.toLowerCase()}
          data={['true', 'false']}
          onChange={(next) => setValue(next ?? value)}
        />
      ) : (
        <TextInput
          size="xs"
          aria-label={label}
          autoFocus
          maxLength={500}
          value={value}
          inputMode={entry.kind === 'integer' ? 'numeric' : 'text'}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
      )}
      <Button type="submit" size="compact-sm" loading={busy}>
        {t('configuration.write')}
      </Button>
      <Button variant="default" size="compact-sm" onClick={onDone}>
        {t('configuration.cancel')}
      </Button>
      <ErrorNote error={error} />
    </form>
  )
}
