import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { HIGHEST_PX, LOWEST_PX, setStripHeight } from './strip-height.ts'

const STEP_PX = 16

/** The upper edge of the strip: dragged, or moved by the arrow keys, it makes the strip higher or lower. */
export function StripEdge({ heightPx }: { heightPx: number }) {
  const { t } = useTranslation('timeline')
  const grip = useRef<{ pointerId: number; y: number; heightPx: number } | null>(null)
  const end = (event: PointerEvent): void => {
    if (grip.current?.pointerId === event.pointerId) grip.current = null
  }
  const keys = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowUp') setStripHeight(heightPx + STEP_PX)
    else if (event.key === 'ArrowDown') setStripHeight(heightPx - STEP_PX)
    else if (event.key === 'Home') setStripHeight(LOWEST_PX)
    else if (event.key === 'End') setStripHeight(HIGHEST_PX)
    else return
    event.preventDefault()
  }
  return (
    <div
      className="lp-load-edge"
      role="separator"
      aria-orientation="horizontal"
      aria-label={t('strip.height')}
      aria-valuemin={LOWEST_PX}
      aria-valuemax={HIGHEST_PX}
      aria-valuenow={heightPx}
      tabIndex={0}
      onKeyDown={keys}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        grip.current = { pointerId: event.pointerId, y: event.clientY, heightPx }
      }}
      onPointerMove={(event) => {
        const held = grip.current
        if (held?.pointerId === event.pointerId)
          setStripHeight(held.heightPx + held.y - event.clientY)
      }}
      onPointerUp={end}
      onPointerCancel={end}
    />
  )
}
