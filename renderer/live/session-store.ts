import { create } from 'zustand'
import type { SessionState } from '../../shared/contract/session.ts'
import type { Right } from '../../shared/domain/user/role.ts'

/** Who is logged in at this window, as the hub told last; null until it has. Only `follow-session.ts` writes to it. */
export const useSessionStore = create<{ session: SessionState | null }>(() => ({ session: null }))

/** Who is logged in at this window; null until the hub has told. */
export function useSession(): SessionState | null {
  return useSessionStore((store) => store.session)
}

/** Whether whoever is here has a right. The hub has the last word, so until it has told nothing is held back. */
export function useMay(right: Right): boolean {
  return useSessionStore(({ session }) => may(session, right))
}

/** The same for any right, for what is to be sorted by several. */
export function useMayAll(): (right: Right) => boolean {
  const session = useSession()
  return (right) => may(session, right)
}

/** Whether whoever is here has a right now, for what happens outside of a view. */
export function mayNow(right: Right): boolean {
  return may(useSessionStore.getState().session, right)
}

function may(session: SessionState | null, right: Right): boolean {
  return session === null || session.rights.includes(right)
}
