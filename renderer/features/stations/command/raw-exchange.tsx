import { useTranslation } from 'react-i18next'
import { inert } from '../../../ui/mark/inert.ts'

/** What was sent and what came back, as JSON. The hub has masked secrets before they get here. */
export function RawExchange({ payload, answer }: { payload: unknown; answer: unknown }) {
  const { t } = useTranslation('station')
  return (
    <dl className="lp-raw">
      <dt>{t('command.sentWords')}</dt>
      <dd>
        <RawJson value={payload} />
      </dd>
      <dt>{t('command.answerWords')}</dt>
      <dd>{answer === null || answer === undefined ? '–' : <RawJson value={answer} />}</dd>
    </dl>
  )
}

function RawJson({ value }: { value: unknown }) {
  const lines = (JSON.stringify(value, null, 2) ?? '').split('\n')
  // Line by line, because a line break is one of the characters that are made inert.
  return <pre tabIndex={0}>{lines.map((line) => inert(line, 4_000).text).join('\n')}</pre>
}
