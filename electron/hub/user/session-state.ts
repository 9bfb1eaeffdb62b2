import type { SessionState } from '../../../shared/contract/session.ts'
import { isWorking } from '../../../shared/domain/user/changing.ts'
import { locksAt } from '../../../shared/domain/user/idle.ts'
import { mayDo, type Right, right } from '../../../shared/domain/user/role.ts'
import type { Reads } from '../store/reads.ts'
import type { Session, Standing } from './session.ts'

/** How it stands with a session, for whoever sits there. */
export async function sessionState(reads: Reads, session: Session): Promise<SessionState> {
  const site = await reads.query
    .selectFrom('site')
    .select(['name', 'lockAfterMin'])
    .executeTakeFirst()
  const users = await reads.find('user', {})
  const standing = await session.standing()
  const lockAfterMin = site?.lockAfterMin ?? 0
  return {
    state: standing.kind,
    siteName: site?.name ?? '',
    actor: actorOf(standing, session),
    user: standing.kind === 'in' ? standing.user : null,
    lastUserId: session.lastUserId(),
    users: users
      .filter(isWorking)
      .map(({ id, name, role, language }) => ({ id, name, role, language }))
      .sort((one, other) => one.name.localeCompare(other.name)),
    rights: right.options.filter((each) => holds(standing, each)),
    lockAfterMin,
    locksAt: standing.kind === 'in' ? locksAt(session.activeAt(), lockAfterMin) : null,
  }
}

/** How it stands now, then each time something of it but `locksAt` has changed, until `signal` aborts. */
export async function* followSession(
  reads: Reads,
  session: Session,
  signal: AbortSignal | undefined,
): AsyncGenerator<SessionState, void, void> {
  let changed = Promise.withResolvers<void>()
  const ring = (): void => changed.resolve()
  const ignore = session.onChange(ring)
  signal?.addEventListener('abort', ring)
  try {
    let told = ''
    while (!signal?.aborted) {
      changed = Promise.withResolvers<void>()
      const state = await sessionState(reads, session)
      const now = JSON.stringify({ ...state, locksAt: null })
      if (now !== told) yield state
      told = now
      await changed.promise
    }
  } finally {
    ignore()
    signal?.removeEventListener('abort', ring)
  }
}

/** Whether a standing has a right. A script has every one, and so has a desk of a site without users. */
export function holds(standing: Standing, wanted: Right): boolean {
  if (standing.kind === 'in') return mayDo(standing.user.role, wanted)
  return standing.kind === 'open' || wanted === 'anyone'
}

function actorOf(standing: Standing, session: Session): string | null {
  if (standing.kind === 'in') return standing.user.name
  return standing.kind === 'open' ? session.machine : null
}
