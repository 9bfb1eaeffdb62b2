import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type MessageTemplate,
  messageTemplate,
} from '../../../../shared/domain/message/template.ts'
import { useClient } from '../../../live/use-live.ts'
import { useMay } from '../../../live/session-store.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { useQuery } from '../../../live/use-query.ts'
import { LanguageChoice } from '../../../payment/language-choice.tsx'
import { NeedsNote } from '../../../session/needs.tsx'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { Screen } from '../../../ui/frame/screen.tsx'
import { PanelSkeleton } from '../../../ui/frame/skeletons.tsx'
import type { RoomProps } from './messages-section.tsx'
import { TemplateSwitch } from './template-switch.tsx'
import { WordsEditor } from './words-editor.tsx'

/** The messages there are, and the words of the one that is chosen. */
export function WordsRoom({ tabs }: RoomProps) {
  const { t } = useTranslation(['message', 'settings'])
  const hub = useClient()
  const mayConfigure = useMay('configure')
  const spoken = useLocale((locale) => locale.language)
  const [language, setLanguage] = useState(spoken)
  const [template, setTemplate] = useState<MessageTemplate>('confirmed')
  const texts = useQuery('message.texts', (signal) => hub.message.texts(undefined, { signal }))
  const terms = useQuery(`message.terms:${mayConfigure}`, async (signal) =>
    mayConfigure ? (await hub.message.terms(undefined, { signal })).terms : null,
  )
  const off = terms.data?.off ?? []
  const own = texts.data?.filter((text) => text.language === language) ?? []
  const written = own.find((text) => text.template === template) ?? null
  return (
    <Screen title={t('settings:sections.messages')} toolbar={tabs} padded>
      <NeedsNote right="configure" />
      <ErrorNote error={texts.error ?? terms.error} onRetry={texts.reload} />
      {texts.data === undefined ? (
        <PanelSkeleton height={420} />
      ) : (
        <div className="lp-msg-words">
          <nav className="lp-panel lp-msg-templates" aria-label={t('message:texts.choose')}>
            {messageTemplate.options.map((name) => {
              const note = off.includes(name)
                ? t('message:texts.off')
                : own.some((text) => text.template === name)
                  ? t('message:texts.edited')
                  : null
              return (
                <UnstyledButton
                  key={name}
                  aria-current={name === template ? 'true' : undefined}
                  onClick={() => setTemplate(name)}
                >
                  <span>{t(`message:template.${name}`)}</span>
                  {note === null ? null : <span className="lp-soft">{note}</span>}
                </UnstyledButton>
              )
            })}
          </nav>
          <section className="lp-panel lp-msg-editor" aria-labelledby="message-words">
            <header>
              <div>
                <h2 id="message-words">{t(`message:template.${template}`)}</h2>
                <p className="lp-soft">{t(`message:when.${template}`)}</p>
              </div>
              <LanguageChoice value={language} onChange={setLanguage} />
            </header>
            <TemplateSwitch template={template} off={off} onChanged={terms.reload} />
            <WordsEditor
              key={`${template}.${language}`}
              {...{ template, language, written }}
              onChanged={texts.reload}
            />
          </section>
        </div>
      )}
    </Screen>
  )
}
