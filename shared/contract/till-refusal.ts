import { z } from 'zod'
import { id } from '../domain/id/id.ts'
import { limitName } from '../domain/till/approval.ts'
import { approvedAct } from './session.ts'

/** What money calls meet at a till. */
export const tillRefusals = {
  NO_OPEN_SHIFT: {
    status: 409,
    message: 'Cash is taken and given back in an open shift only. Open one at the till first.',
    data: z.object({ tillId: id.nullable().describe('Null where no till was named') }),
  },
  CASH_OF_ANOTHER_CURRENCY: {
    status: 409,
    message: 'The till counts in another currency.',
    data: z.object({ currency: z.string() }),
  },
} as const

/** What above a limit a supervisor is to be asked for; the call is sent again with what `session.approve` gives. */
export const limitRefusals = {
  APPROVAL_NEEDED: {
    status: 409,
    message: 'That is above the limit. A supervisor has to agree to it.',
    data: z.object({
      act: approvedAct.describe('What `session.approve` is to be asked for'),
      limit: limitName,
      sumMinor: z.int().describe('What is held against the limit'),
      limitMinor: z.int(),
      currency: z.string(),
    }),
  },
} as const

/** The till that a money call is made at. */
export const tillId = id.optional().describe('The till that it is done at')
