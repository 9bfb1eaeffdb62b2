import { useTranslation } from 'react-i18next'
import { UNKNOWN } from '../../i18n/format.ts'
import { inert } from './inert.ts'

/**
 * Text that came from outside (a charger, an address, a card), shown as text and nothing else: whatever could
 * turn the line around or hide in it is marked, and it never claims more than `max` characters.
 */
export function InertText({ text, max = 120 }: { text: string | null; max?: number }) {
  const { t } = useTranslation('ui')
  if (text === null || text === '') return <span className="lp-soft">{UNKNOWN}</span>
  const shown = inert(text, max)
  return (
    <bdi className="lp-inert" dir="ltr" {...(shown.marked ? { title: t('hiddenCharacters') } : {})}>
      {shown.text}
    </bdi>
  )
}
