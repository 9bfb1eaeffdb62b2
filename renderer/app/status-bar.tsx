import { Button, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Command } from '../../shared/domain/command/command.ts'
import { useLastAct } from '../live/last-act.ts'
import { useConnection, useRow, useRows } from '../live/use-live.ts'
import { Age } from '../ui/mark/age.tsx'
import { words } from '../i18n/en/state.ts'
import { inert } from '../ui/mark/inert.ts'
import { lastCommandOf, statusWordOf } from './palette/last-command.ts'
import { Tray } from './tray.tsx'
import './status-bar.css'

/** The last act, with how it went, and whether what one sees is live. */
export function StatusBar({ onShortcuts }: { onShortcuts: () => void }) {
  const { t } = useTranslation(['shell', 'ui'])
  const act = useLastAct((last) => last.act)
  const command = lastCommandOf(useRows('command'))
  const connection = useConnection()
  const commandIsLast = command !== undefined && command.requestedAt > (act?.at ?? 0)
  return (
    <footer className="lp-status">
      <div className="lp-status-act" role="status" aria-label={t('shell:status.label')}>
        {commandIsLast ? (
          <CommandLine command={command} />
        ) : act ? (
          <>
            <span>{act.text}</span>
            <Age at={act.at} />
          </>
        ) : (
          <span className="lp-soft">{t('shell:status.nothing')}</span>
        )}
      </div>
      {!commandIsLast && act?.undo ? (
        <Button variant="subtle" size="compact-xs" onClick={act.undo.run}>
          {act.undo.label}
        </Button>
      ) : null}
      <Tray />
      <div className="lp-status-live" data-live={connection.state === 'live' || undefined}>
        {connection.state === 'live' ? t('shell:connection.live') : null}
        {connection.state === 'lost' ? <Age at={connection.heardAt} /> : null}
      </div>
      <UnstyledButton
        className="lp-status-help"
        onClick={onShortcuts}
        aria-label={t('shell:status.shortcuts')}
      >
        <kbd>?</kbd> {t('shell:status.shortcuts')}
      </UnstyledButton>
    </footer>
  )
}

function CommandLine({ command }: { command: Command }) {
  const { t } = useTranslation(['shell', 'state'])
  const station = useRow('station', command.stationId)
  const name = station ? inert(station.name, 40).text : t('shell:status.stationGone')
  return (
    <>
      <span>
        {t('shell:status.of', { act: t(`state:commandAction.${command.action}`), station: name })}
      </span>
      <span className="lp-status-state" data-state={command.state}>
        {outcome()}
      </span>
      <Age at={command.endedAt ?? command.requestedAt} />
    </>
  )

  function outcome(): string {
    const state = t(`state:command.${command.state}`)
    const word = statusWordOf(command.answer)
    const said = word !== null && isKnownStatus(word) ? t(`state:commandStatus.${word}`) : word
    const reason = command.failure === null ? said : t(`state:commandFailure.${command.failure}`)
    return reason === null
      ? state
      : t('shell:status.reason', { state, reason: inert(reason, 60).text })
  }
}

function isKnownStatus(word: string): word is keyof typeof words.commandStatus {
  return Object.hasOwn(words.commandStatus, word)
}
