import { Button, VisuallyHidden } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from './copy-text.ts'
import type { Copied } from './copy-text.ts'
import './copy-field.css'

/** A text to carry elsewhere, in a fixed-width face, with a button that copies it. */
export function CopyField({
  label,
  value,
  hideLabel = false,
}: {
  label: string
  value: string
  /** Where a heading above says it already. */
  hideLabel?: boolean
}) {
  const { t } = useTranslation('ui')
  const field = useRef<HTMLElement>(null)
  const [outcome, setOutcome] = useState<Copied | null>(null)
  useEffect(() => {
    if (outcome === null) return
    const timer = setTimeout(() => setOutcome(null), 3_000)
    return () => clearTimeout(timer)
  }, [outcome])

  return (
    <div className="lp-copy">
      {hideLabel ? null : <div className="lp-copy-label">{label}</div>}
      <div className="lp-copy-line">
        <code ref={field} tabIndex={0} aria-label={label}>
          {value}
        </code>
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('copyNamed', { name: label })}
          leftSection={
            outcome === 'copied' ? (
              <IconCheck size={14} aria-hidden="true" />
            ) : (
              <IconCopy size={14} aria-hidden="true" />
            )
          }
          onClick={() => void copyText(value, field.current).then(setOutcome)}
        >
          {outcome === 'copied' ? t('copied') : t('copy')}
        </Button>
      </div>
      <div className="lp-copy-outcome" role="status">
        {outcome === 'byHand' ? t('copyByHand') : ''}
        {outcome === 'copied' ? <VisuallyHidden>{t('copied')}</VisuallyHidden> : null}
      </div>
    </div>
  )
}
