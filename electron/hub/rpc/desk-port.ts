import { onMessagePortClose, type SupportedMessagePort } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import type { Session } from '../user/session.ts'
import { holds } from '../user/session-state.ts'
import type { Sessions } from '../user/sessions.ts'
import type { HubRouter } from './router/router.ts'

/** The windows that the hub serves. */
export interface Desks {
  /**
   * Serves the contract to a window, which hands in its end of a MessagePort.
   * @param windowId what the shell knows the window by
   */
  serve(port: SupportedMessagePort & { start?: () => void }, windowId?: number): void
  /** Whether whoever is at that window may change the site: what the shell keeps of it is not in the contract. */
  mayConfigure(windowId: number): Promise<boolean>
}

/** Each port is a session of its own; of a window that is loaded anew the last counts. */
export function deskPorts(router: HubRouter, sessions: Pick<Sessions, 'open' | 'end'>): Desks {
  const handler = new RPCHandler(router)
  const atWindow = new Map<number, Session>()
  return {
    serve(port, windowId) {
      const session = sessions.open('desk', 'window')
      if (windowId !== undefined) atWindow.set(windowId, session)
      handler.upgrade(port, { context: { session } })
      // After the handler has let go of what the window followed.
      onMessagePortClose(port, () => {
        sessions.end(session)
        if (windowId !== undefined && atWindow.get(windowId) === session) atWindow.delete(windowId)
      })
      port.start?.()
    },
    async mayConfigure(windowId) {
      const session = atWindow.get(windowId)
      return session !== undefined && holds(await session.standing(), 'configure')
    },
  }
}
