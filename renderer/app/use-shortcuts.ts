import { useDisclosure } from '@mantine/hooks'
import { useEffect } from 'react'
import { lockNow } from '../live/lock.ts'
import { mayNow } from '../live/session-store.ts'
import { navigate } from '../navigation/use-route.ts'
import { placesFor } from './places.ts'

/** The keys that work everywhere (Ctrl+K is the palette's own); returns the list of shortcuts' open state. */
export function useShortcuts() {
  const [opened, { open, close }] = useDisclosure(false)
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      if (isLock(event)) {
        event.preventDefault()
        lockNow()
        return
      }
      if (event.ctrlKey || event.metaKey) return
      const place = event.altKey ? placesFor(mayNow)[(Number(event.key) + 9) % 10] : undefined
      if (place) {
        event.preventDefault()
        navigate(place.route)
        return
      }
      if (event.altKey || isTyping(event.target)) return
      const acts: Record<string, () => void> = {
        '?': open,
        '/': () => focus('main input[type="search"]'),
        '!': () => press('[data-alarms]'),
      }
      const act = Object.hasOwn(acts, event.key) ? acts[event.key] : undefined
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', keys)
    return () => window.removeEventListener('keydown', keys)
  }, [open])
  return { opened, open, close }
}

/** Wherever one is, in a field too: whoever gets up has no time to leave it first. */
function isLock(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'l'
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  )
}

function focus(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus()
}

function press(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.click()
}
