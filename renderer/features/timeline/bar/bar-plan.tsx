import type { PlanLine } from '../../../../shared/domain/planning/stored-plan.ts'
import type { BarModel } from './bar.ts'
import { planSteps } from '../inspector/plan-steps.ts'

/** The plan of a car inside its bar: a thin line, at the top its full power and at the foot none. */
export function BarPlan({
  bar,
  powers,
  maxW,
}: {
  bar: BarModel
  powers: PlanLine['powers']
  maxW: number
}) {
  return (
    <svg
      className="lp-tl-bar-plan"
      viewBox="0 0 1000 100"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path
        d={planSteps(powers, { from: bar.from, until: bar.until, maxW }, { x: 1_000, y: 100 })}
      />
    </svg>
  )
}
