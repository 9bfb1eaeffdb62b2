import { onMessagePortClose, type SupportedMessagePort } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import type { Sessions } from '../user/sessions.ts'
import type { HubRouter } from './router/router.ts'

/** Serves the contract to windows: each hands in its end of a MessagePort, which is a session of its own. */
export function deskPorts(
  router: HubRouter,
  sessions: Pick<Sessions, 'open' | 'end'>,
): (port: SupportedMessagePort & { start?: () => void }) => void {
  const handler = new RPCHandler(router)
  return (port) => {
    const session = sessions.open('desk', 'window')
    handler.upgrade(port, { context: { session } })
    // After the handler has let go of what the window followed.
    onMessagePortClose(port, () => sessions.end(session))
    port.start?.()
  }
}
