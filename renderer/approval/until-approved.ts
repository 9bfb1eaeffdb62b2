import { approvalNeededIn } from './approval-needed.ts'
import type { ApprovalNeeded } from './approval-needed.ts'

/**
 * Makes a call, and where it needs a supervisor's word makes it again with that; as often as it takes, since what was
 * given is good for two minutes only.
 * @param ask resolves with the approval's id, or rejects where it was given up
 */
export async function untilApproved<Output>(
  call: (approvalId: string | undefined) => Promise<Output>,
  ask: (needed: ApprovalNeeded) => Promise<string>,
): Promise<Output> {
  let approvalId: string | undefined
  for (;;) {
    try {
      return await call(approvalId)
    } catch (error) {
      const needed = approvalNeededIn(error)
      if (needed === null) throw error
      approvalId = await ask(needed)
    }
  }
}
