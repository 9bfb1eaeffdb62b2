import type { KeyboardEvent, ReactNode } from 'react'
import { digitOf } from './strip-form.ts'
import type { StripStep } from './strip-form.ts'

/** The keys that go to the choice before and after, as in every group of radio buttons. */
const steps = new Map([
  ['ArrowLeft', -1],
  ['ArrowUp', -1],
  ['ArrowRight', 1],
  ['ArrowDown', 1],
])

/** One step of the strip with its heading; the step that is asked now is marked, and its number keys count. */
export function StripPart({
  step,
  title,
  isNow,
  isGroup = false,
  children,
}: {
  step: StripStep
  title: string
  isNow: boolean
  /** Whether it is one choice of several. */
  isGroup?: boolean
  children: ReactNode
}) {
  const id = `lp-dk-part-${step}`
  return (
    <section
      className="lp-dk-part"
      data-step={step}
      data-now={isNow || undefined}
      aria-labelledby={id}
    >
      <h2 id={id}>{title}</h2>
      {isGroup ? (
        <div className="lp-dk-tiles" role="radiogroup" aria-labelledby={id} onKeyDown={walk}>
          {children}
        </div>
      ) : (
        children
      )}
    </section>
  )
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const by = steps.get(event.key)
  const tiles = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-tile]')]
  const at = tiles.findIndex((tile) => tile === document.activeElement)
  if (by === undefined || at < 0) return
  event.preventDefault()
  tiles[(at + by + tiles.length) % tiles.length]?.focus()
}

/** Presses the choice of the step that is asked now whose number key was pressed; whether there was one. */
export function pressDigit(strip: HTMLElement, key: string): boolean {
  const digit = digitOf(key)
  if (digit === null) return false
  const tiles = strip.querySelectorAll<HTMLElement>('[data-now] [data-tile]')
  const tile = tiles[digit]
  tile?.click()
  return tile !== undefined
}
