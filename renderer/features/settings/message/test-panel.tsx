import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type MessageChannel,
  messageChannel,
  type MessageFault,
} from '../../../../shared/domain/message/message.ts'
import { emailText } from '../../../../shared/domain/visit/visit.ts'
import { phoneText } from '../../../../shared/domain/walk-up/walk-up.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { InertText } from '../../../ui/mark/inert-text.tsx'

/** Sends a message that means nothing, and tells what became of it in words and in the server's own. */
export function TestPanel({ isUnsaved }: { isUnsaved: boolean }) {
  const { t } = useTranslation('message')
  const hub = useClient()
  const language = useLocale((locale) => locale.language)
  const [channel, setChannel] = useState<MessageChannel>('email')
  const [to, setTo] = useState('')
  const [isBad, setIsBad] = useState(false)
  const test = useAct(() => hub.message.test({ channel, to: to.trim(), language }))
  const [told, setTold] = useState<Awaited<ReturnType<typeof hub.message.test>> | null>(null)
  const form = channel === 'email' ? emailText : phoneText

  const send = async () => {
    const isGood = to.trim().length >= 3 && form.safeParse(to).success
    setIsBad(!isGood)
    setTold(null)
    if (!isGood) return
    setTold((await test.run(undefined)) ?? null)
  }
  return (
    <section className="lp-panel lp-block" aria-labelledby="message-test">
      <h2 id="message-test">{t('test.title')}</h2>
      <p className="lp-soft lp-lead">{t('test.lead')}</p>
      <form
        className="lp-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <SegmentedControl
          aria-label={t('test.channel')}
          value={channel}
          data={messageChannel.options.map((value) => ({ value, label: t(`test.${value}`) }))}
          onChange={(value) => {
            setChannel(messageChannel.catch('email').parse(value))
            setTo('')
            setIsBad(false)
            setTold(null)
          }}
        />
        <TextInput
          label={t('test.to')}
          type={channel === 'email' ? 'email' : 'tel'}
          placeholder={t(channel === 'email' ? 'test.toEmail' : 'test.toPhone')}
          autoComplete="off"
          maxLength={120}
          value={to}
          error={isBad ? t('test.bad') : null}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <ErrorNote error={test.error} />
        <div className="lp-form-foot">
          <Button type="submit" variant="default" loading={test.busy} disabled={isUnsaved}>
            {t('test.send')}
          </Button>
          <span className="lp-soft" role="status">
            {isUnsaved ? t('test.unsaved') : ''}
          </span>
        </div>
      </form>
      <div role="status">{told === null ? null : <Outcome told={told} />}</div>
    </section>
  )
}

function Outcome({
  told: { outcome, fault, said },
}: {
  told: { outcome: 'sent' | 'refused' | 'notNow'; fault: MessageFault | null; said: string }
}) {
  const { t } = useTranslation('message')
  const isFile = outcome === 'sent' && said.endsWith('.eml')
  if (outcome === 'sent')
    return (
      <div className="lp-msg-outcome">
        <IconCheck size={18} aria-hidden="true" />
        <div>
          <p>{isFile ? t('test.file', { file: said }) : t('test.sent')}</p>
          {isFile ? null : <Said said={said} />}
        </div>
      </div>
    )
  return (
    <div className="lp-msg-outcome" data-wrong>
      <IconAlertTriangle size={18} aria-hidden="true" />
      <div>
        <p>{t(`test.${outcome}`)}</p>
        {fault === null ? null : <p>{t(`fault.${fault}`)}</p>}
        <Said said={said} />
      </div>
    </div>
  )
}

function Said({ said }: { said: string }) {
  const { t } = useTranslation('message')
  if (said === '') return null
  return (
    <p className="lp-soft">
      {t('one.said')}:{' '}
      <code>
        <InertText text={said} max={300} />
      </code>
    </p>
  )
}
