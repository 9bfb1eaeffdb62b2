import { useMemo } from 'react'
import { useRow, useRows, useSite } from '../../live/use-live.ts'
import { chartOf } from './chart.ts'
import type { Chart } from './chart.ts'
import type { Answered } from './use-load.ts'

/** The chart of what the hub answered, drawn anew when the plan or a limit changes. */
export function useChart(answer: Answered | null, areas: boolean): Chart | null {
  const site = useSite()
  const plan = useRow('plan', 'plan') ?? null
  const temporary = useRows('temporaryLimit')
  const of = answer?.wanted.of
  const feeder = useRow('feeder', of?.scope === 'feeder' ? of.id : null) ?? null
  return useMemo(
    () =>
      answer === null || site === undefined
        ? null
        : chartOf(answer, { site, plan, temporary, feeder }, areas),
    [answer, areas, site, plan, temporary, feeder],
  )
}
