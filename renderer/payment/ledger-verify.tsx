import { Button, Progress } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VerifyEvent, VerifyFinding } from '../../shared/domain/ledger/verdict.ts'
import { words } from '../i18n/en/payment.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useClient } from '../live/use-live.ts'
import { CopyField } from '../ui/share/copy-field.tsx'
import { ErrorNote } from '../ui/frame/error-note.tsx'
import { inert } from '../ui/mark/inert.ts'
import { MoneyMark } from './money-mark.tsx'
import './payment.css'

type Code = keyof typeof words.verify.code
type Noun = keyof typeof words.verify.noun

/** Verifies the whole ledger, says how far it is, can be stopped, and says in words what it found. */
export function LedgerVerify() {
  const { t } = useTranslation('payment')
  const format = useFormat()
  const hub = useClient()
  const [event, setEvent] = useState<VerifyEvent | null>(null)
  const [state, setState] = useState<'idle' | 'running' | 'stopped'>('idle')
  const [error, setError] = useState<unknown>(null)
  const stop = useRef<AbortController | null>(null)
  useEffect(() => () => stop.current?.abort(), [])

  const run = async () => {
    const mine = new AbortController()
    stop.current = mine
    setEvent(null)
    setError(null)
    setState('running')
    try {
      const events = await hub.ledger.verify(undefined, { signal: mine.signal })
      for await (const told of events) setEvent(told)
      setState('idle')
    } catch (failure) {
      if (!mine.signal.aborted) setError(failure)
      setState(mine.signal.aborted ? 'stopped' : 'idle')
    }
  }
  const progress = event?.kind === 'progress' ? event : null
  const verdict = event?.kind === 'verdict' ? event.verdict : null
  const step =
    progress === null
      ? ''
      : progress.step === 'chain'
        ? t('verify.chain')
        : t('verify.check', { step: inert(progress.step, 40).text })
  return (
    <div className="lp-verify">
      <p className="lp-soft">{t('verify.what')}</p>
      {state === 'running' ? (
        <>
          <Progress
            aria-label={step || t('verify.act')}
            value={progress === null || progress.of === 0 ? 0 : (progress.done / progress.of) * 100}
          />
          <div className="lp-verify-line">
            <span role="status">
              {progress === null
                ? ''
                : t('verify.step', {
                    step,
                    done: format.number(progress.done),
                    of: format.number(progress.of),
                  })}
            </span>
            <Button variant="default" size="compact-sm" onClick={() => stop.current?.abort()}>
              {t('verify.stop')}
            </Button>
          </div>
        </>
      ) : (
        <Button variant="default" onClick={() => void run()}>
          {t('verify.act')}
        </Button>
      )}
      <ErrorNote error={error} />
      {state === 'stopped' ? <p className="lp-soft">{t('verify.stopped')}</p> : null}
      {verdict === null ? null : verdict.intact ? (
        <>
          <MoneyMark
            look="done"
            text={t('verify.intact', {
              entries: format.number(verdict.entries),
              lines: format.number(verdict.lines),
            })}
          />
          <CopyField label={t('verify.hash')} value={verdict.lastHash} />
        </>
      ) : (
        <>
          <MoneyMark look="wrong" text={t('verify.found', { count: verdict.findings.length })} />
          <ul className="lp-verify-found">
            {verdict.findings.map((finding, index) => (
              <Finding key={index} finding={finding} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function Finding({ finding }: { finding: VerifyFinding }) {
  const { t } = useTranslation('payment')
  const { code, noun, nounId, sentence } = finding
  const id = inert(nounId, 40).text
  const where = isNoun(noun) ? t(`verify.noun.${noun}`, { id }) : `${inert(noun, 40).text} ${id}`
  const what = isCode(code) ? t(`verify.code.${code}`) : inert(sentence, 200).text
  return (
    <li>
      <strong>{where}</strong>: {what}
    </li>
  )
}

function isCode(code: string): code is Code {
  return Object.hasOwn(words.verify.code, code)
}

function isNoun(noun: string): noun is Noun {
  return Object.hasOwn(words.verify.noun, noun)
}
