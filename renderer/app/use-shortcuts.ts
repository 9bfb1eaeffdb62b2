import { useDisclosure } from '@mantine/hooks'
import { useEffect } from 'react'
import { navigate } from '../navigation/use-route.ts'
import { places } from './places.ts'

/** The keys that work everywhere (Ctrl+K is the palette's own); returns the list of shortcuts' open state. */
export function useShortcuts() {
  const [opened, { open, close }] = useDisclosure(false)
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey) return
      const place = event.altKey ? places[(Number(event.key) + 9) % 10] : undefined
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
