import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { OcppDesk } from '../desk.ts'
import type { Limits } from '../limits.ts'
import { ocppServer, type OcppServer } from '../ocpp-server.ts'
import { systemTimers, type Timers } from '../timers.ts'

/** An OCPP server that listens on a free port of this machine. */
export interface Listening {
  readonly server: OcppServer
  readonly url: string
  readonly port: number
  stop(): Promise<void>
}

export async function listening(
  desk: OcppDesk,
  options: { limits?: Partial<Limits>; timers?: Timers } = {},
): Promise<Listening> {
  const { limits = {}, timers = systemTimers } = options
  const server = ocppServer({ desk, timers, newId: randomUUID, limits })
  const http = createServer()
  server.attach(http)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo // a TCP server's address, since it listens on a port
  return {
    server,
    port,
    url: `ws://127.0.0.1:${port}/ocpp`,
    async stop() {
      await server.close()
      http.closeAllConnections()
      await new Promise<void>((resolve) => http.close(() => resolve()))
    },
  }
}
