import { useEffect, useRef, useState } from 'react'
import type { SearchHit } from '../../../../shared/domain/search/search-hit.ts'
import { useClient } from '../../../live/use-live.ts'

/** A list is asked for once somebody has stopped typing for so long. */
const PAUSE_MS = 120
const MOST = 7

export type Hits = {
  /** Null until the hub has answered for the very text. */
  readonly hits: readonly SearchHit[] | null
  /** Nothing more comes for the very text: the hub has answered, or can't. */
  readonly isSettled: boolean
  /** Asks at once, for Enter that can't wait for the pause. */
  readonly ask: () => Promise<readonly SearchHit[]>
}

/** What the hub finds for what is typed; old answers are dropped. */
export function useHits(text: string): Hits {
  const hub = useClient()
  const [answer, setAnswer] = useState<{ text: string; hits: readonly SearchHit[] | null } | null>(
    null,
  )
  const wanted = text.trim()
  const latest = useRef(wanted)
  latest.current = wanted
  const find = async (): Promise<readonly SearchHit[]> => {
    if (wanted === '') return []
    const { hits } = await hub.search.find({ text: wanted, limit: MOST })
    if (latest.current === wanted) setAnswer({ text: wanted, hits })
    return hits
  }
  const asking = useRef(find)
  asking.current = find
  useEffect(() => {
    if (wanted === '') return
    // What can't be asked now is asked again by the next letter or by Enter.
    const fail = () => {
      if (latest.current === wanted) setAnswer({ text: wanted, hits: null })
    }
    const timer = setTimeout(() => void asking.current().catch(fail), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [wanted])
  const isSettled = answer?.text === wanted
  return { hits: isSettled ? answer.hits : null, isSettled, ask: find }
}
