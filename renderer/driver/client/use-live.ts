import { useEffect, useRef, useState } from 'preact/hooks'
import type { Instant } from '../../../shared/time/instant.ts'
import type { Followed, FollowName } from './calls.ts'
import type { Failure } from './failure.ts'
import { follow, type Link } from './follow.ts'

/** A view as it is followed. */
export interface Live<View> {
  readonly view: View | null
  readonly link: Link
  /** Why the line is lost; null where nobody knows, or it isn't. */
  readonly failure: Failure | null
  /** When something was heard last, by the hub's clock. */
  readonly heardAt: Instant | null
  /** How far the hub's clock is ahead of this phone's, ms. */
  readonly aheadMs: number
  /** Takes in what an act was answered with. What is older than what is shown counts for nothing. */
  readonly put: (view: View) => void
}

interface Seen<View> {
  readonly view: View | null
  readonly aheadMs: number
}

/**
 * Follows a view as long as somebody looks at the page: hidden pages hang up, and come back at once.
 * @param first what is known of it already
 */
export function useLive<Name extends FollowName>(
  name: Name,
  token: string | undefined,
  first: Followed<Name> | null,
): Live<Followed<Name>> {
  type View = Followed<Name>
  const [seen, setSeen] = useState<Seen<View>>(() => seenAs(first))
  const [line, setLine] = useState<{ link: Link; failure: Failure | null }>({
    ...{ link: 'opening', failure: null },
  })
  const isShown = useIsShown()
  const put = useRef((view: View) => {
    setSeen((before) =>
      before.view !== null && before.view.now > view.now ? before : seenAs(view),
    )
  }).current

  useEffect(() => {
    if (!isShown) return
    const leaving = new AbortController()
    void follow(
      name,
      token,
      { onView: put, onLink: (link, failure) => setLine({ link, failure }) },
      leaving.signal,
    )
    return () => leaving.abort()
  }, [name, token, isShown, put])

  return {
    ...seen,
    ...line,
    heardAt: seen.view?.now ?? null,
    put,
  }
}

function seenAs<View extends { now: Instant }>(view: View | null): Seen<View> {
  return { view, aheadMs: view === null ? 0 : view.now - Date.now() }
}

/** Whether the page is looked at. */
function useIsShown(): boolean {
  const [isShown, setIsShown] = useState(() => document.visibilityState === 'visible')
  useEffect(() => {
    const look = () => setIsShown(document.visibilityState === 'visible')
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return isShown
}
