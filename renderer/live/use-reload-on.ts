import { useEffect, useRef } from 'react'

/**
 * Calls `reload` when one of the marks is no longer the same thing; not at first, since a question asks itself then.
 * For what isn't live, but moves when something does that is.
 */
export function useReloadOn(marks: readonly unknown[], reload: () => void): void {
  const seen = useRef(marks)
  useEffect(() => {
    if (marks.every((mark, index) => mark === seen.current[index])) return
    seen.current = marks
    reload()
  })
}
