import { FREE_TRIES } from '../../../shared/domain/user/attempts.ts'
import type { User } from '../../../shared/domain/user/user.ts'
import { type Store, StoreUnavailable } from '../store/store.ts'
import { type PinParts, type PinRefusal, provePin } from './prove-pin.ts'
import type { Session } from './session.ts'

/** Who enters which PIN where; `actor` is who is there already, or what the place stands for. */
export interface LogIn {
  readonly session: Session
  readonly actor: string
  readonly userId: string
  readonly pin: string
}

/** Logs a user in. Whoever was in there is out then. */
export async function logIn(
  parts: PinParts,
  wish: LogIn,
): Promise<PinRefusal | { kind: 'in'; user: User }> {
  const { session } = wish
  const before = await session.standing()
  const proven = await provePin(parts, wish, (tx, user) => {
    if (before.kind === 'in' && before.user.id !== user.id) {
      const out = { noun: 'user', nounId: before.user.id }
      tx.journal({ ...out, act: 'session.logOut', after: { place: session.place, why: 'other' } })
    }
    return { user, pin: tx.get('userPin', user.id)?.hash }
  })
  if (proven.kind !== 'proven') return proven
  const { user, pin } = proven.told
  // Under the user's own name, and on disk before they are in.
  const isStillTheirs = await parts.store.work(user.name, (tx) => {
    if (tx.get('userPin', user.id)?.hash !== pin) return false
    const after = { place: session.place }
    tx.journal({ act: 'session.logIn', noun: 'user', nounId: user.id, after })
    return true
  })
  // Another PIN was set meanwhile: whoever sets one locks all who came in by the old one, and would miss this.
  if (!isStillTheirs) return { kind: 'wrong', triesLeft: FREE_TRIES, lockedUntil: null }
  await session.enter(user)
  return { kind: 'in', user }
}

/** Ends a log-in by hand. A disk that refuses the journal's line does not keep the desk from locking. */
export async function leaveSession(
  store: Store,
  session: Session,
  act: 'session.lock' | 'session.logOut',
): Promise<void> {
  const before = await session.standing()
  if (before.kind === 'open') return
  await session.lock(act === 'session.lock')
  if (before.kind !== 'in') return
  const { id, name } = before.user
  const after = { place: session.place, why: 'byHand' }
  try {
    await store.work(name, (tx) => tx.journal({ act, noun: 'user', nounId: id, after }))
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error
  }
}
