import { UnstyledButton } from '@mantine/core'
import { type KeyboardEvent as ReactKeyboardEvent, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaymentMeans } from '../../../shared/domain/payment/payment.ts'
import { MeansIcon } from '../means-icon.tsx'

/** The keys that go to the choice before and after, as in every group of radio buttons. */
const steps = new Map([
  ['ArrowLeft', -1],
  ['ArrowUp', -1],
  ['ArrowRight', 1],
  ['ArrowDown', 1],
])

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
  const step = (event: ReactKeyboardEvent<HTMLElement>) => {
    const by = steps.get(event.key)
    if (by === undefined) return
    event.preventDefault()
    const from = means.findIndex((one) => one === chosen)
    const to = (Math.max(from, by > 0 ? -1 : 0) + by + means.length) % means.length
    const wanted = means[to]
    if (wanted === undefined) return
    onChoose(wanted)
    const choice = event.currentTarget.children[to]
    if (choice instanceof HTMLElement) choice.focus()
  }
  return (
    <div className="lp-take-means" role="radiogroup" aria-label={t('take.how')} onKeyDown={step}>
      {means.map((one, index) => (
        <UnstyledButton
          key={one}
          className="lp-take-choice"
          role="radio"
          aria-checked={one === chosen}
          // One stop for the whole group: the chosen one, or the first while none is.
          tabIndex={one === (chosen ?? means[0]) ? 0 : -1}
          data-autofocus={one === (chosen ?? means[0]) ? true : undefined}
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
