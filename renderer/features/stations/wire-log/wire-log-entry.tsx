import { Button, UnstyledButton } from '@mantine/core'
import {
  IconArrowLeft,
  IconArrowRight,
  IconChevronDown,
  IconChevronRight,
} from '@tabler/icons-react'
import { memo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OcppMessage } from '../../../../shared/domain/ocpp-message/ocpp-message.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { useNow } from '../../../live/use-now.ts'
import { copyText } from '../../../ui/share/copy-text.ts'
import { inert } from '../../../ui/mark/inert.ts'
import { InertText } from '../../../ui/mark/inert-text.tsx'
import { OutcomeIcon } from '../command/outcome-icon.tsx'
import { exchangeText, prettyFrame } from './wire-log-text.ts'
import './wire-log.css'

const tones = {
  result: 'good',
  error: 'bad',
  timeout: 'bad',
  disconnected: 'bad',
  refused: 'bad',
  ignored: 'caution',
  pending: 'waiting',
} as const satisfies Record<OcppMessage['outcome'], string>

/** One exchange: a line that says what, which way and how it ended; unfolded, both frames laid out. */
export const WireLogEntry = memo(function WireLogEntry({
  message,
  open,
  onToggle,
}: {
  message: OcppMessage
  open: boolean
  onToggle: (id: number) => void
}) {
  const { t } = useTranslation('station')
  const format = useFormat()
  const today = useNow(3_600_000)
  const inward = message.direction === 'in'
  const Arrow = inward ? IconArrowRight : IconArrowLeft
  const Chevron = open ? IconChevronDown : IconChevronRight
  const day =
    format.day(message.at) === format.day(today)
      ? ''
      : `${format.day(message.at).replace(/ \d{4}$/, '')} `
  return (
    <>
      <UnstyledButton
        className="lp-log-head"
        aria-expanded={open}
        onClick={() => onToggle(message.id)}
      >
        <Chevron size={14} aria-hidden="true" />
        <time
          dateTime={new Date(message.at).toISOString()}
        >{`${day}${format.clockSeconds(message.at)}`}</time>
        <span className="lp-log-way">
          <Arrow size={14} aria-hidden="true" />
          {t(inward ? 'log.in' : 'log.out')}
        </span>
        <strong>
          {message.action === null ? (
            t('log.noAction')
          ) : (
            <InertText text={message.action} max={50} />
          )}
        </strong>
        <span className="lp-log-outcome" data-trouble={message.outcome !== 'result' || undefined}>
          <OutcomeIcon tone={tones[message.outcome]} size={14} />
          {t(`log.outcomes.${message.outcome}`)}
          {message.errorCode === null ? null : (
            <>
              : <InertText text={message.errorCode} max={60} />
            </>
          )}
        </span>
        <span className="lp-log-latency">
          {message.latencyMs === null ? '' : t('log.milliseconds', { count: message.latencyMs })}
        </span>
      </UnstyledButton>
      {open ? <Frames message={message} /> : null}
    </>
  )
})

function Frames({ message }: { message: OcppMessage }) {
  const { t } = useTranslation('station')
  const [copied, setCopied] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  return (
    <div className="lp-frame" ref={place}>
      <div className="lp-frame-pair">
        <Frame title={t('log.request')} frame={message.request} />
        {message.response === null ? (
          <p className="lp-soft">{t('log.noResponse')}</p>
        ) : (
          <Frame title={t('log.response')} frame={message.response} />
        )}
      </div>
      {message.notes.length === 0 ? null : (
        <p>
          {t('log.notes')}: <InertText text={message.notes.join('; ')} max={500} />
        </p>
      )}
      <Button
        variant="default"
        size="compact-sm"
        onClick={() =>
          void copyText(exchangeText(message), place.current).then((how) =>
            setCopied(how === 'copied'),
          )
        }
      >
        {t(copied ? 'log.copied' : 'log.copy')}
      </Button>
    </div>
  )
}

function Frame({ title, frame }: { title: string; frame: string }) {
  const lines = prettyFrame(frame).split('\n')
  return (
    <div>
      <h3>{title}</h3>
      <pre tabIndex={0} aria-label={title}>
        {lines.map((line) => inert(line, 10_000).text).join('\n')}
      </pre>
    </div>
  )
}
