import { Button, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Message } from '../../../../shared/domain/message/message.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { tellAct } from '../../../live/last-act.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { useNow } from '../../../live/use-now.ts'
import { useQuery } from '../../../live/use-query.ts'
import { useHeldBack } from '../../../session/needs.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { Facts } from '../../../ui/frame/facts.tsx'
import { Inspector } from '../../../ui/frame/inspector.tsx'
import { InertText } from '../../../ui/mark/inert-text.tsx'
import { MessageStateWord } from './message-state.tsx'

/** One message: how far it came, what kept it, what it says, and sending it once more. */
export function MessageInspector({
  message,
  onChanged,
  onClose,
}: {
  message: Message
  onChanged: () => void
  onClose: () => void
}) {
  const { t } = useTranslation(['message', 'settings'])
  const format = useFormat()
  const now = useNow(10_000)
  const hub = useClient()
  const heldBack = useHeldBack('attend')
  const { id, template, channel, language, state, fault, way } = message
  const words = useQuery(`message.text:${id}`, (signal) => hub.message.text({ id }, { signal }))
  const again = useAct(() => hub.message.sendAgain({ id }))
  const sendAgain = async () => {
    if ((await again.run(undefined)) === undefined) return
    tellAct(t('message:one.saidAgain'))
    onChanged()
  }
  const facts = [
    [t('message:outbox.state'), <MessageStateWord key="state" message={message} />],
    [t('message:outbox.to'), <InertText key="to" text={message.to} max={120} />],
    [t('message:one.channel'), t(`message:one.${channel}`)],
    [t('message:one.language'), t(`settings:appearance.${language}`)],
    [t('message:one.created'), format.moment(message.createdAt, now)],
    ...(message.sentAt === null
      ? []
      : [[t('message:one.sent'), format.moment(message.sentAt, now)] as const]),
    ...(state === 'waiting'
      ? [[t('message:one.next'), format.moment(message.nextAt, now)] as const]
      : []),
    [t('message:one.attempts'), String(message.attempts)],
    ...(message.rounds === 0 ? [] : [[t('message:one.again'), String(message.rounds)] as const]),
  ] as const
  return (
    <Inspector
      title={t(`message:template.${template}`)}
      subtitle={t(`message:when.${template}`)}
      onClose={onClose}
      footer={
        <Button
          variant="default"
          {...heldBack}
          disabled={heldBack.disabled || state === 'sending'}
          loading={again.busy}
          onClick={() => void sendAgain()}
        >
          {t('message:one.sendAgain')}
        </Button>
      }
    >
      <Stack gap="md">
        <Facts rows={facts} />
        {fault === null ? null : (
          <div className="lp-msg-fault" role="note">
            <p>{t(`message:fault.${fault}`)}</p>
            {message.said === '' ? null : (
              <>
                <span className="lp-soft">{t('message:one.said')}</span>
                <code>
                  <InertText text={message.said} max={300} />
                </code>
              </>
            )}
          </div>
        )}
        {state === 'sent' && message.doubts > 0 ? (
          <p className="lp-msg-note">{t('message:one.doubt')}</p>
        ) : null}
        {state === 'sent' && way === 'folder' ? (
          <p className="lp-msg-note">{t('message:one.file')}</p>
        ) : null}
        <section className="lp-msg-said" aria-labelledby="message-text">
          <h3 id="message-text">{t('message:one.text')}</h3>
          {words.data ? (
            <div className="lp-msg-letter">
              {words.data.subject === '' ? null : <strong>{words.data.subject}</strong>}
              <span>{words.data.text}</span>
            </div>
          ) : null}
          <ErrorNote error={words.error} onRetry={words.reload} />
          <p className="lp-msg-note lp-soft">{t('message:one.noLink')}</p>
        </section>
        <ErrorNote error={again.error} />
      </Stack>
    </Inspector>
  )
}
