import { implement } from '@orpc/server'
import { planningContract } from '../../../../shared/contract/planning.ts'
import type { Planning } from '../../planning/planning.ts'
import { answerOf, phasesFrom, problemFrom } from '../../planning/what-if.ts'
import { type Caller, everyCall } from './parts.ts'

const on = implement(planningContract).$context<Caller>().use(everyCall)

export function planningRouter({ planner, outlook }: Planning) {
  return {
    solve: on.solve.handler(async ({ input, errors }) => {
      const read = problemFrom(input)
      if (read.kind === 'faults') throw errors.PLANNING_QUESTION({ data: { faults: read.faults } })
      const { problem } = read
      const objective = input.objective ?? (problem.prices === null ? 'flattest' : 'cheapest')
      return answerOf(await planner.ask('solve', { problem, objective }))
    }),

    offers: on.offers.handler(async ({ input, errors }) => {
      const read = problemFrom(input)
      if (read.kind === 'faults') throw errors.PLANNING_QUESTION({ data: { faults: read.faults } })
      const { arrive, depart, maxW, phases, feeder } = input.need
      const faults = faultsOfNeed(input.need, read.problem)
      if (faults.length > 0) throw errors.PLANNING_QUESTION({ data: { faults } })
      const need = {
        ...{ id: 'need', arrive, maxW, minW: 0, energyWh: 0 },
        depart: Math.min(read.problem.slots, depart),
        phases: phasesFrom(phases),
        feederId: feeder,
        priority: 'normal',
        promised: true,
        suspendable: true,
      } as const
      return planner.ask('offers', { problem: read.problem, need })
    }),

    outlook: on.outlook.handler(({ input }) => outlook(input.from, input.until)),
  }
}

function faultsOfNeed(
  { arrive, depart, feeder }: { arrive: number; depart: number; feeder: string | null },
  { slots, feeders }: { slots: number; feeders: readonly { id: string }[] },
): string[] {
  const faults: string[] = []
  if (depart <= arrive) faults.push(`The need departs at ${depart}, before it arrives (${arrive}).`)
  else if (arrive >= slots) faults.push(`The need arrives at ${arrive}, after the last slot.`)
  if (feeder !== null && !feeders.some(({ id }) => id === feeder))
    faults.push(`The need is on feeder ${feeder}, which is not among the feeders.`)
  return faults
}
