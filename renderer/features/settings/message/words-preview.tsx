import { useTranslation } from 'react-i18next'
import { rendered } from '../../../../shared/domain/message/render.ts'
import { sampleValues } from '../../../../shared/domain/message/sample.ts'
import { smsParts, smsText } from '../../../../shared/domain/message/sms.ts'
import {
  alwaysKnown,
  type MessageWords,
  placeholder,
} from '../../../../shared/domain/message/template.ts'
import type { Language } from '../../../i18n/locale.ts'
import { useSite } from '../../../live/use-live.ts'
import { useNow } from '../../../live/use-now.ts'

/** What words make, by the rule that the hub sends by: with all values known, and with as few as can be. */
export function WordsPreview({
  words,
  language,
  isWrong,
}: {
  words: MessageWords
  language: Language
  /** Nothing is made of words that can't be sent. */
  isWrong: boolean
}) {
  const { t } = useTranslation('message')
  const site = useSite()
  const now = useNow(60_000)
  if (site === undefined || isWrong) return null
  const { name, currency, timeZone } = site
  const all = sampleValues({ site: name, currency, timeZone, language, now })
  const unknown = placeholder.options.filter((value) => !alwaysKnown.has(value))
  const little = { ...all, ...Object.fromEntries(unknown.map((value) => [value, null])) }
  const ways = [
    ['known', rendered(words, all)],
    ['little', rendered(words, little)],
  ] as const
  return (
    <section className="lp-msg-preview" aria-labelledby="words-preview">
      <h3 id="words-preview">{t('texts.preview')}</h3>
      <div>
        {ways.map(([way, { subject, text }]) => (
          <figure key={way} lang={language}>
            <figcaption className="lp-soft">
              {t(`texts.${way}`)} · {t('texts.parts', { count: smsParts(smsText(text)) })}
            </figcaption>
            <div className="lp-msg-letter">
              <strong>{subject}</strong>
              <span>{text}</span>
            </div>
          </figure>
        ))}
      </div>
    </section>
  )
}
