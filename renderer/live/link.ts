import { createORPCClient, ORPCError } from '@orpc/client'
import type { ClientLink } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../../shared/contract/contract.ts'

/** All that may be asked of the hub, typed by the contract. */
export type HubClient = ContractRouterClient<Contract>

/** The code of the refusal a call meets while there is no hub to ask. */
export const HUB_LOST = 'HUB_LOST'

/** A client, and the port it speaks through from now on. Named, since the compiler writes no type as long as what is inferred. */
interface Reconnectable {
  readonly client: HubClient
  readonly attach: (port: MessagePort) => void
  readonly detach: () => void
}

type NoContext = Record<never, never>

/**
 * A client that outlives the ports it speaks through: the hub may be restarted and hand in a new port, and
 * nobody who holds the client notices more than a refusal in between. A call made without a port is refused
 * at once, because a message posted into a closed port would never be answered.
 */
export function reconnectableClient(): Reconnectable {
  let current: RPCLink<NoContext> | null = null
  const link: ClientLink<NoContext> = {
    call(path, input, options) {
      if (current === null) return Promise.reject(new ORPCError(HUB_LOST, { status: 503 }))
      return current.call(path, input, options)
    },
  }
  return {
    client: createORPCClient<HubClient>(link),
    attach(port: MessagePort) {
      current = new RPCLink<NoContext>({ port })
      port.start()
    },
    detach() {
      current = null
    },
  }
}
