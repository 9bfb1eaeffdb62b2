import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Readiness } from '../../../shared/domain/planning/stored-plan.ts'
import './state-dot.css'

/** How sure it is that a car will be ready, as shape and word in its colour. Red is a fault’s, so late is not red. */
export function ReadinessMark({
  readiness,
  size = 16,
}: {
  readiness: Readiness
  size?: number | string
}) {
  const { t } = useTranslation('readiness')
  const colour = `var(--lp-${families[readiness]})`
  return (
    <span className="lp-state-word" data-readiness={readiness}>
      <svg
        className="lp-dot"
        style={{ color: colour, width: size, height: size }}
        viewBox="0 0 16 16"
        aria-hidden="true"
      >
        {shapes[readiness]}
      </svg>
      <span className="lp-state-text" style={{ color: colour }}>
        {t(`state.${readiness}`)}
      </span>
    </span>
  )
}

const families: Record<Readiness, string> = {
  ready: 'charging',
  onTime: 'charging',
  atRisk: 'risk',
  late: 'risk',
  waitingForCar: 'booked',
}

const outline = { fill: 'none', stroke: 'currentColor', strokeWidth: 2 }
const TICK = 'M4.8 8.3 7 10.5l4.2-4.8'

const shapes: Record<Readiness, ReactNode> = {
  ready: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d={TICK} fill="none" stroke="var(--lp-surface)" strokeWidth="2" />
    </>
  ),
  onTime: (
    <>
      <circle cx="8" cy="8" r="6.2" {...outline} />
      <path d={TICK} {...outline} strokeWidth={1.6} />
    </>
  ),
  atRisk: (
    <>
      <circle cx="8" cy="8" r="6.2" {...outline} />
      <path d="M8 4.6V8l2.4 1.6" {...outline} strokeWidth={1.6} strokeLinecap="round" />
    </>
  ),
  late: (
    <>
      <path d="M8 0.6 15.4 8 8 15.4 0.6 8z" fill="currentColor" />
      <path d="M8 4.4v4.4M8 10.4V12" stroke="var(--lp-surface)" strokeWidth="1.8" />
    </>
  ),
  waitingForCar: <circle cx="8" cy="8" r="6" {...outline} strokeDasharray="3.4 2.4" />,
}
