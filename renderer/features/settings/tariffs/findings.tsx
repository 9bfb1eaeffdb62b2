import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { LintFinding } from '../../../../shared/domain/tariff/lint-finding.ts'
import { useFindingWords } from '../../../ui/words/use-finding-words.ts'

const ICONS = { error: IconCircleX, warning: IconAlertTriangle, note: IconInfoCircle }

/** What was found odd about a tariff, the gravest first. */
export function Findings({ findings }: { findings: readonly LintFinding[] }) {
  const { t } = useTranslation('price')
  const wordsOf = useFindingWords()
  return (
    <ul className="lp-tariff-findings">
      {findings.map((finding) => {
        const { code, severity, path } = finding
        const Icon = ICONS[severity]
        return (
          <li key={`${code} ${path}`} data-severity={severity}>
            <Icon size={16} role="img" aria-label={t(`severity.${severity}`)} />
            <span>
              {wordsOf(finding)} <ElementOf path={path} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function ElementOf({ path }: { path: string }) {
  const { t } = useTranslation('tariff')
  const index = /^elements\[(\d+)\]/.exec(path)?.[1]
  if (index === undefined) return null
  return <span className="lp-soft">{t('elements.one', { number: Number(index) + 1 })}</span>
}
