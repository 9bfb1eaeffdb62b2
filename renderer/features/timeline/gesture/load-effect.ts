import { bookChange, type LoadEffect, loadEffect, slotsBetween } from '../../../live/judging.ts'
import { livePromises } from '../../../live/promises.ts'
import { promiseAround } from '../../../live/surroundings.ts'
import { shownRange } from '../view-store.ts'
import type { Verdict } from './verdict.ts'

/**
 * What the load of the site would become if that were put down, its peak looked at over what is on screen; null where
 * nothing promised changes or the promises aren't known.
 */
export function effectOf(verdict: Verdict): LoadEffect | null {
  if (verdict.kind !== 'fits' || verdict.changes.length === 0) return null
  const promises = livePromises()
  if (promises === null) return null
  const drafts = new Map(
    verdict.changes.flatMap(({ before, after }) => {
      const id = (after ?? before)?.id
      return id === undefined ? [] : [[id, after] as const]
    }),
  )
  const { from, until } = shownRange()
  const change = bookChange(drafts, promiseAround())
  return loadEffect(promises.book, change, slotsBetween(Math.max(from, Date.now()), until))
}
