import { useEffect } from 'react'

/** Where every key writes, or belongs to what lies over the screen, or has arrows of its own. */
const own =
  'input, select, textarea, [role="menu"], [role="dialog"], [role="radiogroup"], [role="table"]'

/** Arrow keys step from day to day, N goes to today. */
export function useDayKeys(step: (by: 1 | -1) => void, toToday: () => void): void {
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      const { key, target } = event
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (target instanceof Element && target.closest(own) !== null) return
      if (key === 'ArrowLeft') step(-1)
      else if (key === 'ArrowRight') step(1)
      else if (key.toLowerCase() === 'n') toToday()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', keys)
    return () => window.removeEventListener('keydown', keys)
  }, [step, toToday])
}
