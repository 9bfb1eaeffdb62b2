import { UnstyledButton } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaymentMeans } from '../../../shared/domain/payment/payment.ts'
import { MeansIcon } from '../means-icon.tsx'

/** The means a site takes as large choices; each has a number key. */
export function MeansChoices({
  means,
  chosen,
  onChoose,
}: {
  means: readonly PaymentMeans[]
  chosen: PaymentMeans | null
  onChoose: (means: PaymentMeans) => void
}) {
  const { t } = useTranslation('payment')
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const wanted = /^[1-9]$/.test(event.key) ? means[Number(event.key) - 1] : undefined
      if (wanted === undefined) return
      event.preventDefault()
      onChoose(wanted)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [means, onChoose])
  return (
    <div className="lp-take-means" role="radiogroup" aria-label={t('take.how')}>
      {means.map((one, index) => (
        <UnstyledButton
          key={one}
          className="lp-take-choice"
          role="radio"
          aria-checked={one === chosen}
          onClick={() => onChoose(one)}
        >
          <MeansIcon means={one} size={22} />
          <span className="lp-take-choice-words">
            <strong>{t(`means.${one}`)}</strong>
            <span className="lp-soft">{t(`meansHint.${one}`)}</span>
          </span>
          <kbd aria-hidden="true">{index + 1}</kbd>
        </UnstyledButton>
      ))}
    </div>
  )
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}
