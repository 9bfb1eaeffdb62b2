import {
  type Attempts,
  failedOnce,
  lockedOut,
  noAttempts,
  triesLeft,
} from '../../../shared/domain/user/attempts.ts'
import { isWorking } from '../../../shared/domain/user/changing.ts'
import type { User } from '../../../shared/domain/user/user.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Store } from '../store/store.ts'
import type { Writes } from '../store/writes.ts'
import { fitsPin } from './pin-hash.ts'
import type { Session } from './session.ts'

/** Under whom wrong PINs of those who are no users are counted, so that they are answered as everybody's are. */
const NOBODY = 'nobody'

export interface PinParts {
  readonly store: Store
  readonly hubSecret: string
  /** For tests: what may happen while a PIN is looked at. */
  readonly fits?: typeof fitsPin
}

export type PinRefusal =
  | { readonly kind: 'wrong'; readonly triesLeft: number; readonly lockedUntil: Instant | null }
  | { readonly kind: 'lockedOut'; readonly until: Instant }

export type Proven<T> = PinRefusal | { readonly kind: 'proven'; readonly told: T }

interface Entered {
  readonly session: Session
  /** For the journal: who is at the session, or what it stands for. */
  readonly actor: string
  readonly userId: string
  readonly pin: string
}

/**
 * Whether a PIN is that user's, and if so does in one unit what that lets be done. A try is counted on disk before
 * the PIN is looked at, so that many at once, or a hub that is killed in the middle, get none for nothing. Whether
 * there is such a user at all can't be told from the answer, nor from how long it takes.
 */
export async function provePin<T>(
  { store, hubSecret, fits: looksAt = fitsPin }: PinParts,
  entered: Entered,
  unit: (tx: Writes, user: User) => T,
): Promise<Proven<T>> {
  const { session, userId, pin } = entered
  const counted = await store.work(entered.actor, (tx) => countTry(tx, entered))
  if (counted.kind === 'lockedOut') return counted

  const fits = await looksAt(hubSecret, userId, pin, counted.hash)
  const told = await store.work(entered.actor, (tx): { told: T } | null => {
    const user = tx.get('user', userId)
    // What was changed meanwhile counts: an archived user, another PIN.
    const same = tx.get('userPin', counted.pinId)?.hash === counted.hash
    if (!fits || !same || user === undefined || !isWorking(user)) {
      noteWrong(tx, entered, counted.after)
      return null
    }
    tx.update('userPin', counted.pinId, noAttempts)
    return { told: unit(tx, user) }
  })
  if (told !== null) {
    session.attempts = noAttempts
    return { kind: 'proven', told: told.told }
  }
  const waits = [counted.after.lockedUntil, session.attempts.lockedUntil].filter(isSet)
  return {
    kind: 'wrong',
    triesLeft: Math.min(triesLeft(counted.after), triesLeft(session.attempts)),
    lockedUntil: waits.length === 0 ? null : Math.max(...waits),
  }
}

type Counted =
  | { readonly kind: 'lockedOut'; readonly until: Instant }
  | {
      readonly kind: 'counted'
      readonly pinId: string
      readonly hash: string
      readonly after: Attempts
    }

/** Counts a try as a wrong one, of the user's and of the desk's, until it is known to be none; unless there is a wait. */
function countTry(tx: Writes, { session, userId }: Entered): Counted {
  // Whoever has a script's token may set PINs, so theirs are counted by user alone.
  const countsHere = session.machine === 'desk'
  const waitHere = countsHere ? lockedOut(session.attempts, tx.now) : null
  if (waitHere !== null) return { kind: 'lockedOut', until: waitHere }
  const user = tx.get('user', userId)
  const own = user !== undefined && isWorking(user) ? tx.get('userPin', userId) : undefined
  const kept = own ?? tx.get('userPin', NOBODY)
  if (kept === undefined) throw new Error('The row of nobody is made with its table.')
  const until = lockedOut(kept, tx.now)
  if (until !== null) return { kind: 'lockedOut', until }
  const after = failedOnce(kept, tx.now)
  tx.update('userPin', kept.id, after)
  if (countsHere) session.attempts = failedOnce(session.attempts, tx.now)
  return { kind: 'counted', pinId: kept.id, hash: kept.hash, after }
}

function noteWrong(tx: Writes, { userId, session: { place } }: Entered, after: Attempts): void {
  const line = { noun: 'user', nounId: userId }
  tx.journal({ ...line, act: 'session.wrongPin', after: { place, failures: after.failures } })
  if (after.lockedUntil !== null)
    tx.journal({ ...line, act: 'session.lockedOut', after: { until: after.lockedUntil } })
}

function isSet(at: Instant | null): at is Instant {
  return at !== null
}
