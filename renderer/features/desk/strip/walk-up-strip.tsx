import { CloseButton } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskStay } from '../../../../shared/contract/desk-stay.ts'
import { navigate } from '../../../navigation/use-route.ts'
import { closeStrip, showCard } from '../desk-store.ts'
import type { StripWish } from '../desk-store.ts'
import { NeedPart } from './need-part.tsx'
import { PayPart } from './pay-part.tsx'
import { PlacePart } from './place-part.tsx'
import { PlatePart } from './plate-part.tsx'
import { StartPart } from './start-part.tsx'
import { stepBack } from './strip-form.ts'
import { pressDigit } from './strip-part.tsx'
import { useStrip } from './use-strip.ts'
import './strip.css'

/** Takes a walk-up in: whose car, where, how much, how paid, start; from left to right, each by its number key or a tap. */
export function WalkUpStrip({ wish }: { wish: StripWish }) {
  const { t } = useTranslation('desk')
  const root = useRef<HTMLElement>(null)
  const begun = ({ booking }: DeskStay) => {
    closeStrip()
    showCard(booking.id)
    navigate({ screen: 'desk', open: booking.id })
  }
  const strip = useStrip(wish, begun)
  const { form, places } = strip
  const { step } = form
  const hasPlaces = places !== undefined
  // Where the step is, there the keys are: the choice that Enter takes, the field that is missing, or the start.
  useEffect(() => {
    const part = root.current?.querySelector(`[data-step="${step}"]`)
    const missing = [...(part?.querySelectorAll<HTMLInputElement>('[data-field]') ?? [])].find(
      ({ value }) => value === '',
    )
    const stop = part?.querySelector<HTMLElement>('[data-stop], [data-begin]')
    const target = missing ?? stop ?? root.current
    target?.focus({ preventScroll: step === 'plate' })
  }, [step, hasPlaces])

  const keys = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return
    // A dialog above it is within it to React alone.
    if (!(event.target instanceof Node && root.current?.contains(event.target))) return
    if (event.key === 'Escape') {
      event.preventDefault()
      const before = stepBack(form)
      if (before === null) closeStrip()
      else strip.goTo(before)
      return
    }
    // An Enter that is held down must not press what it has led to: money moves there.
    if (event.key === 'Enter' && event.nativeEvent.repeat) event.preventDefault()
    if (isTyping(event.target)) return
    if (pressDigit(root.current, event.key)) event.preventDefault()
  }
  return (
    <section
      className="lp-dk-strip"
      ref={root}
      tabIndex={-1}
      aria-label={t('strip.label')}
      onKeyDown={keys}
    >
      <PlatePart strip={strip} />
      <PlacePart strip={strip} />
      <NeedPart strip={strip} />
      <PayPart strip={strip} />
      <StartPart strip={strip} />
      <CloseButton
        className="lp-dk-strip-close"
        size="lg"
        aria-label={t('strip.close')}
        onClick={closeStrip}
      />
    </section>
  )
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}
