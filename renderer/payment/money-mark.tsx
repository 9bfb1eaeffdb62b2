import type { ReactNode } from 'react'
import type { MoneyLook } from './money-look.ts'
import '../ui/mark/state-dot.css'
import './payment.css'

/** A state of money as a shape in its colour; always beside its word. */
export function MoneyGlyph({ look, size = 14 }: { look: MoneyLook; size?: number }) {
  return (
    <svg
      className="lp-dot lp-money-glyph"
      data-look={look}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      {shapes[look]}
    </svg>
  )
}

/** A state of money as shape and word. */
export function MoneyMark({ look, text }: { look: MoneyLook; text: string }) {
  return (
    <span className="lp-state-word lp-money-mark" data-look={look}>
      <MoneyGlyph look={look} />
      <span className="lp-state-text">{text}</span>
    </span>
  )
}

const outline = { fill: 'none', stroke: 'currentColor', strokeWidth: 2 }
const thin = { ...outline, strokeWidth: 1.6, strokeLinecap: 'round' } as const
const ring = <circle cx="8" cy="8" r="6.2" {...outline} />
const onFull = { fill: 'none', stroke: 'var(--lp-surface)', strokeWidth: 2 } as const

const shapes: Record<MoneyLook, ReactNode> = {
  done: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.8 8.3 7 10.5l4.2-4.8" {...onFull} />
    </>
  ),
  held: (
    <>
      {ring}
      <path d="M6.4 5.4v5.2M9.6 5.4v5.2" {...thin} />
    </>
  ),
  part: (
    <>
      {ring}
      <path d="M8 1.8a6.2 6.2 0 0 0 0 12.4z" fill="currentColor" />
    </>
  ),
  waits: (
    <>
      <circle cx="8" cy="8" r="6.2" {...outline} strokeWidth={1.6} />
      <path d="M8 4.8V8l2.2 1.4" {...thin} strokeWidth={1.4} />
    </>
  ),
  due: (
    <>
      {ring}
      <path d="M8 4.6v4M8 10.6v1" {...thin} strokeWidth={2} />
    </>
  ),
  declined: (
    <>
      {ring}
      <path d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4" {...thin} />
    </>
  ),
  over: (
    <>
      <circle cx="8" cy="8" r="6.2" {...outline} strokeWidth={1.4} />
      <path d="M5.2 8h5.6" {...thin} strokeWidth={1.4} />
    </>
  ),
  back: (
    <>
      <circle cx="8" cy="8" r="6.2" {...outline} strokeWidth={1.4} />
      <path d="M11.2 9.8V7.6H5.4m2-2.2L5.2 7.6l2.2 2.2" {...thin} strokeWidth={1.4} />
    </>
  ),
  wrong: (
    <>
      <path d="M8 0.8 15.6 15H0.4z" fill="currentColor" />
      <path d="M8 5.6v4.2M8 11.6v1.6" {...onFull} strokeWidth={1.8} />
    </>
  ),
  unknown: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M6 6.2a2 2 0 1 1 2.8 1.9c-.6.3-.8.6-.8 1.2M8 11.2v1" {...onFull} strokeWidth={1.6} />
    </>
  ),
}
