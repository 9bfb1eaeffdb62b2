import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Command } from '../../../../shared/domain/command/command.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { inert } from '../../../ui/mark/inert.ts'
import { useActorWords } from '../../../ui/words/use-actor-words.ts'
import { commandOutcome } from './command-outcome.ts'
import { commandSummary } from './command-summary.ts'
import { OutcomeIcon } from './outcome-icon.tsx'
import { RawExchange } from './raw-exchange.tsx'
import { useOutcomeWords } from './use-outcome-words.ts'
import './command.css'

/** One command: what was asked, how far it has come, the charger's own answer in words and, on demand, raw. */
export function CommandProgress({ command }: { command: Command }) {
  const { t } = useTranslation(['station', 'state'])
  const outcomeWords = useOutcomeWords()
  const actorWords = useActorWords()
  const [open, setOpen] = useState(false)
  const outcome = commandOutcome(command)
  const about = commandSummary(command)
  const name = t(`state:commandAction.${command.action}`)
  return (
    <article className="lp-command" data-tone={outcome.tone} aria-label={name}>
      <OutcomeIcon tone={outcome.tone} />
      <div className="lp-command-main">
        <div className="lp-command-what">
          <strong>{name}</strong>
          {about ? (
            <bdi className="lp-soft">
              {inert(t(`command.summary.${about.key}`, about.values), 120).text}
            </bdi>
          ) : null}
        </div>
        <div className="lp-command-outcome" role="status">
          {outcomeWords(outcome)}
        </div>
        <ol className="lp-command-steps" aria-label={t('command.progress')}>
          <Step word={t('command.step.requested')} at={command.requestedAt} />
          {command.sentAt === null ? null : (
            <Step word={t('command.sentWords')} at={command.sentAt} />
          )}
          {command.endedAt === null ? null : (
            <Step
              word={t(command.state === 'failed' ? 'command.step.failed' : 'command.step.answered')}
              at={command.endedAt}
            />
          )}
          <li>{t('command.by', { who: actorWords(command.requestedBy) })}</li>
        </ol>
        <UnstyledButton
          className="lp-command-more"
          aria-expanded={open}
          aria-label={t('command.details')}
          onClick={() => setOpen(!open)}
        >
          {open ? (
            <IconChevronDown size={14} aria-hidden="true" />
          ) : (
            <IconChevronRight size={14} aria-hidden="true" />
          )}
          {t('command.raw')}
        </UnstyledButton>
        {open ? <RawExchange payload={command.payload} answer={command.answer} /> : null}
      </div>
    </article>
  )
}

function Step({ word, at }: { word: string; at: number }) {
  const format = useFormat()
  return (
    <li>
      {word} <time dateTime={new Date(at).toISOString()}>{format.clockSeconds(at)}</time>
    </li>
  )
}
