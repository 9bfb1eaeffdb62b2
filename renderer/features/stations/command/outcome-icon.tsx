import {
  IconAlertCircle,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleX,
} from '@tabler/icons-react'
import type { CommandOutcome } from './command-outcome.ts'

const icons = {
  waiting: IconCircleDashed,
  good: IconCircleCheckFilled,
  caution: IconAlertCircle,
  bad: IconCircleX,
} as const

/** The shape of an outcome. It has no colour of its own: a refused command is no fault. */
export function OutcomeIcon({ tone, size = 16 }: { tone: CommandOutcome['tone']; size?: number }) {
  const Icon = icons[tone]
  return <Icon className="lp-outcome-icon" size={size} aria-hidden="true" data-tone={tone} />
}
