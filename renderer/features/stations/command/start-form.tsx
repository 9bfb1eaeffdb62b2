import { Autocomplete, Button, Select } from '@mantine/core'
import { useId, useMemo, useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Command, CommandRequest } from '../../../../shared/domain/command/command.ts'
import { idTokenText } from '../../../../shared/domain/id-token/id-token.ts'
import { useRows } from '../../../live/use-live.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { inert } from '../../../ui/mark/inert.ts'
import { useRemembered } from '../../../ui/remembered.ts'
import type { StationRow } from '../station-row.ts'
import { useSendCommand } from './use-commands.ts'
import './command.css'

/**
 * Starts a charge from the desk: with which id token, on which connector. The token last used is offered
 * first. `connectorId` fixes the connector; without it the charger may choose.
 */
export function StartForm({
  row,
  connectorId,
  onSent,
  onCancel,
}: {
  row: StationRow
  connectorId?: number
  onSent?: (command: Command) => void
  onCancel?: () => void
}) {
  const { t } = useTranslation(['station', 'state'])
  const tokens = useRows('idToken')
  const hintId = useId()
  const [lastToken, remember] = useRemembered('startToken', '', (stored) =>
    typeof stored === 'string' ? stored : undefined,
  )
  const [token, setToken] = useState(lastToken)
  const [chosen, setChosen] = useState<string>('any')
  const listOpen = useRef(false)
  const listWasOpen = useRef(false)
  const { run, busy, error } = useSendCommand(row.id)
  const labels = useMemo(() => new Map(tokens.map((entry) => [entry.idToken, entry])), [tokens])
  const texts = useMemo(
    () =>
      tokens
        .toSorted((a, b) => rank(a.status) - rank(b.status) || a.idToken.localeCompare(b.idToken))
        .map((entry) => entry.idToken),
    [tokens],
  )
  const parsed = idTokenText.safeParse(token)
  const connector = connectorId ?? (chosen === 'any' ? undefined : Number(chosen))

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!parsed.success) return
    const request: CommandRequest = {
      action: 'RemoteStartTransaction',
      payload: {
        idTag: parsed.data,
        ...(connector === undefined ? {} : { connectorId: connector }),
      },
    }
    const command = await run(request)
    if (!command) return
    remember(parsed.data)
    onSent?.(command)
  }
  return (
    <form
      className="lp-start-form"
      onSubmit={(event) => void submit(event)}
      onKeyDownCapture={() => {
        listWasOpen.current = listOpen.current
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        // One Escape closes one thing: the list of tokens, then this form, only then the inspector around it.
        event.preventDefault()
        if (!listWasOpen.current) onCancel?.()
      }}
    >
      <div className="lp-command-fields">
        <Autocomplete
          label={t('command.field.idToken')}
          placeholder={t('command.field.idTokenHint')}
          size="sm"
          maxLength={20}
          value={token}
          onChange={setToken}
          data={texts}
          autoFocus={onCancel !== undefined}
          aria-describedby={hintId}
          onDropdownOpen={() => {
            listOpen.current = true
          }}
          onDropdownClose={() => {
            listOpen.current = false
          }}
          selectFirstOptionOnChange={false}
          renderOption={({ option }) => {
            const entry = labels.get(option.value)
            return (
              <span className="lp-token-option">
                <span>{inert(option.value, 20).text}</span>
                <span className="lp-soft">
                  {entry && entry.status !== 'Accepted'
                    ? `${t(`state:idToken.${entry.status}`)} · `
                    : ''}
                  {inert(entry?.label ?? '', 60).text}
                </span>
              </span>
            )
          }}
        />
        {connectorId === undefined ? (
          <Select
            label={t('command.field.connector')}
            size="sm"
            allowDeselect={false}
            value={chosen}
            onChange={(value) => setChosen(value ?? 'any')}
            data={[
              { value: 'any', label: t('command.field.anyConnector') },
              ...row.connectors.map(({ connector: { connectorId: number } }) => ({
                value: String(number),
                label: String(number),
              })),
            ]}
          />
        ) : null}
      </div>
      <div id={hintId} className="lp-soft lp-start-hint">
        {parsed.success
          ? inert(labels.get(parsed.data)?.label ?? t('command.field.noTokens'), 80).text
          : ''}
      </div>
      <ErrorNote error={error} />
      <div className="lp-command-acts">
        <Button type="submit" size="compact-sm" loading={busy} disabled={!parsed.success}>
          {t('command.act.start')}
        </Button>
        {onCancel ? (
          <Button variant="default" size="compact-sm" onClick={onCancel}>
            {t('command.cancel')}
          </Button>
        ) : null}
      </div>
    </form>
  )
}

function rank(status: string): number {
  return status === 'Accepted' ? 0 : 1
}
