import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useRemembered } from '../remembered.ts'
import './inspector.css'

const NARROWEST = 360
const WIDEST = 420

/**
 * The details of one thing, at the right of its list and never over it; its width is kept.
 * It takes the focus when it opens, Escape closes it from within, and the focus goes back where it came from.
 */
export function Inspector({
  title,
  subtitle,
  onClose,
  children,
  footer,
}: {
  title: ReactNode
  subtitle?: ReactNode
  /** Left out when only something within may close it. */
  onClose?: () => void
  children: ReactNode
  footer?: ReactNode
}) {
  const { t } = useTranslation('ui')
  const [width, setWidth] = useRemembered('inspector', 380, (stored) =>
    typeof stored === 'number' ? clamp(stored) : undefined,
  )
  const grip = useRef<{ x: number; width: number } | null>(null)
  const panel = useRef<HTMLElement>(null)
  const openedFrom = useRef(document.activeElement)
  useEffect(() => {
    const from = openedFrom.current
    // A field within may have asked for the focus already.
    if (!panel.current?.contains(document.activeElement))
      panel.current?.focus({ preventScroll: true })
    return () => {
      // Back to the row it was opened from, unless somebody has gone elsewhere meanwhile.
      if (document.activeElement !== document.body) return
      if (from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true })
    }
  }, [])

  const drag = (event: PointerEvent) => {
    if (grip.current) setWidth(clamp(grip.current.width + grip.current.x - event.clientX))
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') setWidth(clamp(width + 20))
    if (event.key === 'ArrowRight') setWidth(clamp(width - 20))
  }
  return (
    <aside
      className="lp-inspector"
      style={{ width }}
      ref={panel}
      tabIndex={-1}
      aria-label={typeof title === 'string' ? title : undefined}
      onKeyDown={(event) => {
        // A menu or a dialog above it closes by the same key, and is within it to React alone.
        const within = event.target instanceof Node && panel.current?.contains(event.target)
        if (event.key === 'Escape' && !event.defaultPrevented && within === true) onClose?.()
      }}
    >
      <div
        className="lp-inspector-grip"
        role="separator"
        aria-orientation="vertical"
        aria-label={t('resizeInspector')}
        aria-valuenow={width}
        aria-valuemin={NARROWEST}
        aria-valuemax={WIDEST}
        tabIndex={0}
        onKeyDown={keys}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          grip.current = { x: event.clientX, width }
        }}
        onPointerMove={drag}
        onPointerUp={() => (grip.current = null)}
      />
      <header className="lp-inspector-head">
        <div className="lp-inspector-titles">
          <h2>{title}</h2>
          {subtitle ? <div className="lp-soft">{subtitle}</div> : null}
        </div>
        {onClose ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            onClick={onClose}
            aria-label={t('closeInspector')}
          >
            <IconX size={18} aria-hidden="true" />
          </ActionIcon>
        ) : null}
      </header>
      <div className="lp-inspector-body">{children}</div>
      {footer ? <footer className="lp-inspector-foot">{footer}</footer> : null}
    </aside>
  )
}

function clamp(width: number): number {
  return Math.min(WIDEST, Math.max(NARROWEST, Math.round(width)))
}
