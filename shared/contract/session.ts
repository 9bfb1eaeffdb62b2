import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { id } from '../domain/id/id.ts'
import { newPin, typedPin } from '../domain/user/pin.ts'
import { right } from '../domain/user/role.ts'
import { user } from '../domain/user/user.ts'
import { instant } from '../time/instant-schema.ts'
import { procedure } from './refusal.ts'

const tags = ['session']

/** How it stands with whoever calls: a window, a socket, or a script's session. */
export const sessionState = z.object({
  state: z
    .enum(['open', 'locked', 'in'])
    .describe('Open: nobody has to log in, as there are no users, or as it is a script'),
  siteName: z.string(),
  actor: z.string().nullable().describe('As what is done stands in the journal; null while locked'),
  user: user.nullable().describe('Who is in'),
  lastUserId: id.nullable().describe('Who was in last'),
  users: z
    .array(user.pick({ id: true, name: true, role: true, language: true }))
    .describe('Who may log in, by name'),
  rights: z.array(right).describe('What may be done now'),
  lockAfterMin: z.int().describe('0: never by itself'),
  locksAt: instant.nullable().describe('When it locks, unless somebody does something'),
})
export type SessionState = z.infer<typeof sessionState>

/** An act that somebody who supervises has agreed to: this one, of this row, at this sum. */
export const approvedAct = z.strictObject({
  act: z
    .string()
    .regex(/^[a-zA-Z]+\.[a-zA-Z]+$/)
    .max(60)
    .describe('The call, such as `payment.refund`'),
  nounId: z.string().max(100).describe('The row it is about'),
  amountMinor: z.int().nullable().describe('Null where it is not about money'),
})
export type ApprovedAct = z.infer<typeof approvedAct>

const pinRefusals = {
  PIN_WRONG: {
    status: 403,
    message: 'That is not the PIN.',
    data: z.object({
      triesLeft: z.int().describe('Before there is a wait'),
      lockedUntil: instant.nullable().describe('Set where there is one now'),
    }),
  },
  LOCKED_OUT: {
    status: 429,
    message: 'There were too many wrong PINs. Wait a while, or have a supervisor set another.',
    data: z.object({ until: instant }),
  },
} as const

/** An approval as the call that it is for takes it. */
export const approvalId = z.string().max(100).optional().describe('From `session.approve`')

const who = z.strictObject({ userId: id, pin: typedPin })

export const sessionContract = {
  current: procedure
    .route({ method: 'GET', path: '/session', tags, summary: 'Who is logged in here' })
    .output(sessionState),
  follow: procedure
    .route({
      method: 'GET',
      path: '/session/live',
      tags,
      summary: 'Follow who is logged in here (server-sent events)',
      description: 'How it stands now, then each time something of it changes but for `locksAt`.',
    })
    .output(eventIterator(sessionState)),
  logIn: procedure
    .route({
      method: 'POST',
      path: '/session',
      tags,
      summary: 'Log in',
      description:
        'By REST the answer has a token: sent as `Laddplan-Session` beside the bearer token, it makes a call that user’s.',
    })
    .errors(pinRefusals)
    .input(who)
    .output(sessionState.extend({ token: z.string().nullable().describe('By REST only') })),
  logOut: procedure
    .route({ method: 'DELETE', path: '/session', tags, summary: 'Log out' })
    .output(sessionState),
  lock: procedure
    .route({
      method: 'POST',
      path: '/session/lock',
      tags,
      summary: 'Lock; whoever was in can be seen, and logs in again',
    })
    .output(sessionState),
  touch: procedure
    .route({
      method: 'POST',
      path: '/session/touch',
      tags,
      summary: 'Say that somebody is there, so that it doesn’t lock',
      description: 'A window or a socket is kept by this alone; a session by REST by each call.',
    })
    .output(sessionState),
  changePin: procedure
    .route({ method: 'PUT', path: '/session/pin', tags, summary: 'Choose another PIN' })
    .errors({
      ...pinRefusals,
      NOBODY_IN: { status: 409, message: 'Nobody is logged in, so there is no PIN to change.' },
    })
    .input(z.strictObject({ pin: typedPin, newPin }))
    .output(sessionState),
  approve: procedure
    .route({
      method: 'POST',
      path: '/session/approve',
      tags,
      summary: 'Agree to what somebody else is about to do, as a supervisor',
      description:
        'Good once, for that act alone, for two minutes, here, and for whoever is logged in now.',
    })
    .errors({
      ...pinRefusals,
      MAY_NOT_APPROVE: { status: 409, message: 'Only a supervisor can agree to that.' },
    })
    .input(who.extend({ act: approvedAct }))
    .output(z.object({ approvalId: z.string(), approvedBy: z.string(), until: instant })),
}
