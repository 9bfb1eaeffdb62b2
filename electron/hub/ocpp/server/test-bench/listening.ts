import { randomUUID } from 'node:crypto'
import type { OcppDesk } from '../desk.ts'
import { localWire } from '../../wire/local-wire.ts'
import { defaultLimits, type Limits } from '../limits.ts'
import { ocppServer, type OcppServer } from '../ocpp-server.ts'
import { systemTimers, type Timers } from '../timers.ts'

/** An OCPP server that listens on a free port of this machine. */
export interface Listening {
  readonly server: OcppServer
  readonly url: string
  readonly port: number
  stop(): Promise<void>
}

export interface ListeningOptions {
  readonly limits?: Partial<Limits>
  readonly timers?: Timers
}

export async function listening(
  desk: OcppDesk,
  options: ListeningOptions = {},
): Promise<Listening> {
  const { limits = {}, timers = systemTimers } = options
  const server = ocppServer({ desk, timers, newId: randomUUID, limits })
  const wire = localWire({ ...defaultLimits, ...limits })
  const port = await wire.listen(0, '127.0.0.1', server.knocked)
  return {
    server,
    port,
    url: `ws://127.0.0.1:${port}/ocpp`,
    async stop() {
      await server.close()
      await wire.close()
    },
  }
}
