import { implement } from '@orpc/server'
import { sessionContract } from '../../../../shared/contract/session.ts'
import { mayDo } from '../../../../shared/domain/user/role.ts'
import { leaveSession, logIn } from '../../user/log-in.ts'
import { hashPin } from '../../user/pin-hash.ts'
import { type PinRefusal, provePin } from '../../user/prove-pin.ts'
import { followSession, sessionState } from '../../user/session-state.ts'
import { putPin } from '../../user/users.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(sessionContract).$context<Caller>().use(everyCall)

interface Refusing {
  PIN_WRONG: (words: { data: { triesLeft: number; lockedUntil: number | null } }) => Error
  LOCKED_OUT: (words: { data: { until: number } }) => Error
}

export function sessionRouter({ store, issuer, sessions, approvals }: RouterParts) {
  const { reads } = store
  const { hubSecret } = issuer
  const parts = { store, hubSecret }

  return {
    current: on.current.handler(({ context }) => sessionState(reads, context.session)),
    follow: on.follow.handler(({ context, signal }) =>
      followSession(reads, context.session, signal),
    ),
    logIn: on.logIn.handler(async ({ input, context: { session, actor }, errors }) => {
      const entered = await logIn(parts, { ...input, session, actor })
      if (entered.kind !== 'in') throw pinRefusal(errors, entered)
      const token = session.place === 'rest' ? sessions.tokenFor(session) : null
      return { ...(await sessionState(reads, session)), token }
    }),
    logOut: on.logOut.handler(async ({ context: { session } }) => {
      await leaveSession(store, session, 'session.logOut')
      return sessionState(reads, session)
    }),
    lock: on.lock.handler(async ({ context: { session } }) => {
      await leaveSession(store, session, 'session.lock')
      return sessionState(reads, session)
    }),
    touch: on.touch.handler(({ context: { session } }) => {
      session.touch()
      return sessionState(reads, session)
    }),
    changePin: on.changePin.handler(async ({ input, context, errors }) => {
      const { session, actor, standing } = context
      if (standing.kind !== 'in') throw errors.NOBODY_IN()
      const { id: userId } = standing.user
      const pinHash = await hashPin(hubSecret, userId, input.newPin)
      const proven = await provePin(parts, { session, actor, userId, pin: input.pin }, (tx) =>
        putPin(tx, userId, pinHash, 'user.changePin'),
      )
      if (proven.kind !== 'proven') throw pinRefusal(errors, proven)
      await sessions.lockAllOf(userId, session)
      return sessionState(reads, session)
    }),
    approve: on.approve.handler(async ({ input: { act, ...who }, context, errors }) => {
      const { session, actor } = context
      const proven = await provePin(parts, { session, actor, ...who }, (tx, user) => {
        if (!mayDo(user.role, 'supervise')) return null
        const line = { act: 'session.approve', noun: 'user', nounId: user.id }
        tx.journal({ ...line, after: { ...act, approvedBy: user.name } })
        return user.name
      })
      if (proven.kind !== 'proven') throw pinRefusal(errors, proven)
      if (proven.told === null) throw errors.MAY_NOT_APPROVE()
      return { ...approvals.give(context, act, proven.told), approvedBy: proven.told }
    }),
  }
}

function pinRefusal(errors: Refusing, refused: PinRefusal): Error {
  if (refused.kind === 'lockedOut') return errors.LOCKED_OUT({ data: { until: refused.until } })
  const { triesLeft, lockedUntil } = refused
  return errors.PIN_WRONG({ data: { triesLeft, lockedUntil } })
}
