import { say } from './follow.ts'
import { followSession } from './follow-session.ts'
import { reconnectableClient } from './link.ts'
import type { HubClient } from './link.ts'
import { onPort } from './port.ts'
import { shell } from './shell.ts'

const { client, attach, detach } = reconnectableClient()

/** The one client of this window. Components take it from `useClient`. */
export const hub: HubClient = client

/** Starts to follow the hub over every port that comes; returns a way to stop. Called once, by the entry. */
export function startLive(): () => void {
  let using = new AbortController()
  const forget = onPort((port) => {
    using.abort()
    const mine = new AbortController()
    using = mine
    attach(port)
    port.addEventListener('close', () => {
      mine.abort()
      // An old port may close after its successor came.
      if (using !== mine) return
      detach()
      say('lost')
    })
    void followSession(client, mine.signal)
  })
  shell()?.takePorts()
  return () => {
    forget()
    using.abort()
  }
}
