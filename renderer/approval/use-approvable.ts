import { useCallback, useRef, useState } from 'react'
import { useAct } from '../live/use-act.ts'
import type { Act } from '../live/use-act.ts'
import type { ApprovalNeeded } from './approval-needed.ts'
import { untilApproved } from './until-approved.ts'

/** What a supervisor is being asked for, and what becomes of it. */
export type Approval = {
  /** Null while nobody is asked. */
  needed: ApprovalNeeded | null
  give: (approvalId: string) => void
  giveUp: () => void
}

/** What an act comes to where its supervisor was not asked after all. */
const GIVEN_UP = Symbol('given up')

/**
 * Wraps a call that may lie above a limit, as `useAct` does any other. Where it does, `approval.needed` says so and `run`
 * goes on once the approval was given; given up, it comes to nothing, and that is no failure. Beside it stands an
 * `ApprovalDialog`.
 */
export function useApprovable<Input, Output>(
  call: (input: Input, approvalId: string | undefined) => Promise<Output>,
): Act<Input, Output> & { approval: Approval } {
  const [needed, setNeeded] = useState<ApprovalNeeded | null>(null)
  const answer = useRef<{ give: (id: string) => void; giveUp: () => void } | null>(null)
  const latest = useRef(call)
  latest.current = call
  const ask = useCallback(
    (of: ApprovalNeeded) =>
      new Promise<string>((resolve, reject) => {
        answer.current = { give: resolve, giveUp: () => reject(GIVEN_UP) }
        setNeeded(of)
      }),
    [],
  )
  const act = useAct((input: Input) =>
    untilApproved((approvalId) => latest.current(input, approvalId), ask),
  )
  return {
    ...act,
    error: act.error === GIVEN_UP ? null : act.error,
    approval: {
      needed,
      give(approvalId) {
        setNeeded(null)
        answer.current?.give(approvalId)
      },
      giveUp() {
        setNeeded(null)
        answer.current?.giveUp()
      },
    },
  }
}
