import { useTranslation } from 'react-i18next'
import type { HouseRulesWords } from '../../../../../shared/domain/visit/house-rules.ts'
import { useLocale } from '../../../../i18n/locale.ts'
import { InertText } from '../../../../ui/mark/inert-text.tsx'
import { ruleSentences } from './rule-sentences.ts'
import { useRuleWords } from './use-rule-words.ts'

/** What drivers read of the rules, as they are typed. */
export function RulesInWords({ rules, isWhole }: { rules: HouseRulesWords; isWhole: boolean }) {
  const { t } = useTranslation('driverPage')
  const { sentence } = useRuleWords()
  const language = useLocale((locale) => locale.language)
  const notice = language === 'sv' ? rules.noticeSv : rules.noticeEn
  return (
    <section className="lp-panel lp-block lp-rules-words" aria-labelledby="rules-words">
      <h2 id="rules-words">{t('rules.words.title')}</h2>
      <p className="lp-soft lp-lead">{t('rules.words.lead')}</p>
      {isWhole ? (
        <>
          {notice === '' ? null : (
            <p className="lp-rules-notice">
              <InertText text={notice} max={500} />
            </p>
          )}
          <ul>
            {ruleSentences(rules).map((told) => (
              <li key={told.say}>{sentence(told)}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>{t('rules.words.incomplete')}</p>
      )}
    </section>
  )
}
