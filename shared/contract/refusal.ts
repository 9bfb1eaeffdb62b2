import { oc } from '@orpc/contract'
import { z } from 'zod'
import { right, role } from '../domain/user/role.ts'

/**
 * The refusals every call may meet. A refusal is a typed error: a code for programs, a sentence that says
 * what to do for people, and data that names what is in the way.
 */
export const commonRefusals = {
  NOT_FOUND: {
    status: 404,
    message: 'There is nothing with that id. Ask for the list again.',
    data: z.object({ noun: z.string(), id: z.string() }),
  },
  STORE_READ_ONLY: {
    status: 503,
    message:
      'The hub can’t write to its disk just now, so nothing was changed. Free some space and try again.',
  },
  LOCKED: { status: 401, message: 'This desk is locked. Log in first.' },
  FORBIDDEN: {
    status: 403,
    message: 'Your role may not do that. Ask somebody whose role may.',
    data: z.object({
      right: right.describe('What the call asks'),
      roles: z.array(role).describe('The roles that may'),
    }),
  },
} as const

/** The root of every contract procedure. */
export const procedure = oc.errors(commonRefusals)

/** One page of a long list: `next` is handed back as `after`; null at the end. */
export function page<T extends z.ZodType>(row: T) {
  return z.object({ rows: z.array(row), next: z.string().nullable() })
}

/** How a list's `after` looks; another would quietly begin at the first page again. */
export function cursor(shape: RegExp) {
  return z
    .string()
    .max(400)
    .regex(shape, 'Hand back the `next` of the page before.')
    .optional()
    .describe('The `next` of the page before')
}

export const pageQuery = {
  after: z.string().max(400).optional().describe('The `next` of the page before'),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
}
