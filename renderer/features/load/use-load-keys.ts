import { useEffect } from 'react'
import { look, useLoadView } from './load-view.ts'
import { spans } from './span.ts'

/** Where every key writes, or belongs to what lies over the screen. */
const typed =
  'input:not([readonly]):not([type="radio"]), select, textarea, [role="menu"], [role="dialog"]'
/** What has arrows of its own. */
const walked = 'input[type="radio"], [role="row"]'

/** Arrow keys step in time, 1 to 5 choose how much of it, N goes back to now. */
export function useLoadKeys(step: (by: 1 | -1) => void): void {
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      const { key, target } = event
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      const own = key.startsWith('Arrow') ? `${typed}, ${walked}` : typed
      if (target instanceof Element && target.closest(own) !== null) return
      const span = spans[Number(key) - 1]
      if (span !== undefined) look({ span })
      else if (key === 'ArrowLeft') step(-1)
      else if (key === 'ArrowRight') step(1)
      else if (key.toLowerCase() === 'n' && useLoadView.getState().at !== null) look({ at: null })
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', keys)
    return () => window.removeEventListener('keydown', keys)
  }, [step])
}
