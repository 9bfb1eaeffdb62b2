import type { ServerResponse } from 'node:http'
import { ORPCError } from '@orpc/server'
import { commonRefusals } from '../../../shared/contract/refusal.ts'
import { type Right, rolesWith } from '../../../shared/domain/user/role.ts'
import type { Standing } from '../user/session.ts'
import { holds } from '../user/session-state.ts'

/** What whoever stands like that is told where a right is asked; null where they have it. */
export function refusalOf(
  standing: Standing,
  right: Right,
): ORPCError<'LOCKED' | 'FORBIDDEN', unknown> | null {
  if (holds(standing, right)) return null
  if (standing.kind === 'locked') return new ORPCError('LOCKED', commonRefusals.LOCKED)
  const { status, message } = commonRefusals.FORBIDDEN
  const data = { right, roles: rolesWith(right) }
  return new ORPCError('FORBIDDEN', { status, message, data })
}

/** Refuses as every call by REST does. */
export function refuse(
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
): void {
  sendJson(response, status, JSON.stringify({ defined: false, code, status, message }))
}

/** Refuses what has no place in the contract in the words that the contract has for it. */
export function refuseAs(response: ServerResponse, error: ORPCError<string, unknown>): void {
  sendJson(response, error.status, JSON.stringify({ ...error.toJSON(), defined: true }))
}

export function sendJson(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'x-content-type-options': 'nosniff',
  })
  response.end(body)
}
