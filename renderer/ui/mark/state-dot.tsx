import { useId } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { colourOf } from './charge-state.ts'
import type { ChargeState } from './charge-state.ts'
import './state-dot.css'

/** A state as a shape in its colour. Always beside its word: the shape alone has no name for a screen reader. */
export function StateDot({ state, size = 14 }: { state: ChargeState; size?: number }) {
  const clip = useId()
  return (
    <svg
      className="lp-dot"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
      style={{ color: `var(${colourOf(state)})` }}
    >
      {shapes[state](clip)}
    </svg>
  )
}

/** A state as shape and word. */
export function StateWord({ state, text }: { state: ChargeState; text?: string }) {
  const { t } = useTranslation('state')
  return (
    <span className="lp-state-word" data-state={state}>
      <StateDot state={state} />
      <span className="lp-state-text" style={{ color: `var(${colourOf(state)})` }}>
        {text ?? t(`charge.${state}`)}
      </span>
    </span>
  )
}

/** A state as shape and word on its soft ground, for tiles and page heads. */
export function StateBadge({ state, text }: { state: ChargeState; text?: string }) {
  return (
    <span
      className="lp-state-badge"
      style={{ background: `var(${colourOf(state)}-soft, transparent)` }}
      data-state={state}
    >
      <StateWord state={state} {...(text === undefined ? {} : { text })} />
    </span>
  )
}

const outline = { fill: 'none', stroke: 'currentColor', strokeWidth: 2 }

const shapes: Record<ChargeState, (clip: string) => ReactNode> = {
  free: () => <circle cx="8" cy="8" r="6" {...outline} />,
  preparing: () => (
    <>
      <circle cx="8" cy="8" r="6" {...outline} />
      <circle cx="8" cy="8" r="2.5" fill="currentColor" />
    </>
  ),
  booked: () => (
    <>
      <rect x="2" y="2" width="12" height="12" rx="2" fill="currentColor" opacity="0.35" />
      <rect x="2" y="2" width="4" height="12" rx="1" fill="currentColor" />
    </>
  ),
  charging: () => (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M9 3.2 4.9 9h2.7L7 12.8 11.1 7H8.4z" fill="var(--lp-surface)" />
    </>
  ),
  waiting: (clip) => striped(clip),
  waitingCar: (clip) => striped(clip),
  finished: () => (
    <circle
      cx="8"
      cy="8"
      r="6"
      {...outline}
      strokeWidth={3}
      strokeDasharray="0.1 4.61"
      strokeLinecap="round"
    />
  ),
  atRisk: () => (
    <>
      <circle cx="8" cy="8" r="6.2" {...outline} />
      <path d="M8 4.6V8l2.4 1.6" {...outline} strokeWidth={1.6} strokeLinecap="round" />
    </>
  ),
  fault: () => (
    <>
      <path d="M8 0.8 15.6 15H0.4z" fill="currentColor" />
      <path d="M8 5.6v4.2M8 11.6v1.6" stroke="var(--lp-surface)" strokeWidth="1.8" />
    </>
  ),
  unavailable: () => (
    <>
      <circle cx="8" cy="8" r="6" {...outline} />
      <path d="M4.8 8h6.4" {...outline} />
    </>
  ),
  offline: () => <circle cx="8" cy="8" r="6" {...outline} strokeDasharray="3.4 2.4" />,
  unknown: () => (
    <>
      <circle cx="8" cy="8" r="6.2" {...outline} strokeWidth={1.4} />
      <path
        d="M6.2 6.4a1.8 1.8 0 1 1 2.6 1.7c-.6.3-.8.6-.8 1.2M8 10.8v1.2"
        {...outline}
        strokeWidth={1.4}
      />
    </>
  ),
}

function striped(clip: string): ReactNode {
  return (
    <>
      <clipPath id={clip}>
        <circle cx="8" cy="8" r="6" />
      </clipPath>
      <g clipPath={`url(#${clip})`} stroke="currentColor" strokeWidth="2">
        <path d="M-2 10 10 -2M1 15 15 1M6 18 18 6" />
      </g>
      <circle cx="8" cy="8" r="6.3" {...outline} strokeWidth={1.4} />
    </>
  )
}
