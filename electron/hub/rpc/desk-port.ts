import { RPCHandler } from '@orpc/server/message-port'
import type { SupportedMessagePort } from '@orpc/client/message-port'
import type { HubRouter } from './router/router.ts'

/** Serves the contract to windows: each hands in its end of a MessagePort. */
export function deskPorts(
  router: HubRouter,
): (port: SupportedMessagePort & { start?: () => void }) => void {
  const handler = new RPCHandler(router)
  return (port) => {
    handler.upgrade(port, { context: { actor: 'desk' } })
    port.start?.()
  }
}
