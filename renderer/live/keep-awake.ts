import { lockHere, takeSession } from './follow-session.ts'
import type { HubClient } from './link.ts'
import { useSessionStore } from './session-store.ts'

/** The hub is told at most so often that somebody has a hand on the window. */
export const TOUCH_MS = 20_000

/** What counts as a hand on the window. */
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/** Tells the hub of every hand on this window while somebody is in; returns a way to stop. */
export function keepAwake(client: HubClient): () => void {
  const touch = touchSeldom(() => {
    if (useSessionStore.getState().session?.state !== 'in') return
    client.session.touch().then(takeSession, ignore)
  })
  for (const sign of signs) window.addEventListener(sign, touch, { capture: true, passive: true })
  return () => {
    for (const sign of signs) window.removeEventListener(sign, touch, { capture: true })
  }
}

/** Calls at once, and then at most every `TOUCH_MS`, the last of many too: none is forgotten. */
export function touchSeldom(touch: () => void): () => void {
  let due: 'now' | 'later' | 'asked' = 'now'
  const pass = () => {
    if (due !== 'asked') {
      due = 'now'
      return
    }
    due = 'later'
    setTimeout(pass, TOUCH_MS)
    touch()
  }
  return () => {
    if (due !== 'now') {
      due = 'asked'
      return
    }
    due = 'later'
    setTimeout(pass, TOUCH_MS)
    touch()
  }
}

/**
 * Asks the hub when it locks by now, as it is told of hands on the window only so often. A hub that can't be asked when
 * the time has come locks all the same.
 */
export async function lookAtLock(client: HubClient, now: number): Promise<void> {
  const told = await client.session.current().catch(() => null)
  if (told !== null) takeSession(told)
  else if (hasCome(now)) lockHere()
}

function hasCome(now: number): boolean {
  const locksAt = useSessionStore.getState().session?.locksAt ?? null
  return locksAt !== null && locksAt <= now
}

function ignore(): void {}
