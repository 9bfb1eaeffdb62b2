import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { type Logger, pino } from 'pino'
import { uuidV7 } from '../../shared/domain/id/id.ts'
import type { HubOptions } from '../../shared/process.ts'
import { HOUR, SECOND } from '../../shared/time/instant.ts'
import { reachableHosts } from './addresses.ts'
import { door } from './adoption/admit.ts'
import { closePairingWhenDue } from './adoption/pairing.ts'
import { awaken } from './awakening.ts'
import { listen } from './listen.ts'
import { openOcpp } from './ocpp/ocpp.ts'
import { defaultLimits } from './ocpp/server/limits.ts'
import { threadedWire } from './ocpp/wire/threaded-wire.ts'
import { onlyHubOf } from './one-hub.ts'
import { deskPorts } from './rpc/desk-port.ts'
import { httpApi } from './rpc/http-api.ts'
import { hubRouter } from './rpc/router/router.ts'
import { keepSecret } from './secret/secret-file.ts'
import { keyAnswered } from './station/keys.ts'
import { openStore } from './store/store.ts'
import { forgetOld } from './wire-log/retention.ts'

export interface Hub {
  /** Where chargers on this machine connect, without their id. */
  readonly ocppUrl: string
  readonly apiUrl: string
  readonly tokenFile: string
  readonly dataDir: string
  /** Serves the contract to a window over its MessagePort. */
  readonly serveDesk: ReturnType<typeof deskPorts>
  /** Lets the chargers go, waits for what is under way, closes the files. */
  close(): Promise<void>
}

/**
 * Puts the hub together and opens it for chargers, desks and scripts.
 * @throws AlreadyServed, PortTaken, or what the disk says
 */
export async function startHub(
  options: HubOptions,
  logger: Logger = pino(pino.destination(2)),
): Promise<Hub> {
  const { dataDir, host } = options
  const clock = Date.now
  const newId = () => uuidV7(Date.now(), randomBytes(10))
  const startedAt = clock()
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const release = await onlyHubOf(dataDir)
  const wire = threadedWire(defaultLimits)
  const hubSecret = keepSecret(join(dataDir, 'hub-secret'))
  const tokenFile = join(dataDir, 'api-token')
  const token = keepSecret(tokenFile)
  const store = await openStore({
    file: join(dataDir, 'site.db'),
    clock,
    newId,
    onReadOnly: (readOnly, why) =>
      readOnly
        ? logger.error({ why }, 'the disk refuses writes')
        : logger.info('the disk takes writes again'),
  })
  await awaken(store, Temporal.Now.timeZoneId())

  const entrance = door(store, hubSecret, clock)
  const ocpp = openOcpp({
    store,
    clock,
    newId,
    logger,
    admit: entrance.admit,
    strayed: ({ path, address }) => entrance.turnAway({ chargePointId: path, address }, 'badPath'),
    keyAnswered,
    wire,
  })
  const ocppPort = await ocpp.listen(options.ocppPort, host)
  const hosts = reachableHosts(host)
  const ocppUrls = hosts.map((name) => `ws://${name}:${ocppPort}/ocpp`)
  const issuer = { hubSecret, ocppUrl: ocppUrls[0] ?? '' }

  const router = hubRouter({
    store,
    clock,
    chargers: ocpp.chargers,
    issuer,
    offered: entrance.offered,
    info: () => ({
      version: options.appVersion,
      node: process.versions.node,
      sqlite: store.sqliteVersion,
      startedAt,
      dataDir,
      ocppUrl,
      apiUrl,
      ocppUrls,
      demo: options.demo,
      connected: ocpp.chargers.connected(),
    }),
  })
  const apiServer = httpApi(router, {
    token,
    version: options.appVersion,
    onError: (error) => logger.error({ err: error }, 'a call failed'),
  })
  const apiHost = host ?? '127.0.0.1'
  const apiPort = await listen(apiServer, options.apiPort, apiHost, '--api-port')
  const apiUrl = `http://${reachableHosts(apiHost)[0]}:${apiPort}`
  const ocppUrl = ocppUrls.at(-1) ?? issuer.ocppUrl

  const chores = [
    every(SECOND, () => closePairingWhenDue(store, ocpp.chargers, clock())),
    every(HOUR, () => forgetOld(store, clock())),
  ]
  function every(ms: number, chore: () => Promise<unknown>): NodeJS.Timeout {
    return setInterval(() => {
      chore().catch((error: unknown) => logger.error({ err: error }, 'a chore failed'))
    }, ms).unref()
  }

  logger.info({ ocpp: ocppUrls, api: apiUrl, tokenFile }, 'serving')
  return {
    ocppUrl,
    apiUrl,
    tokenFile,
    dataDir,
    serveDesk: deskPorts(router),
    async close() {
      for (const chore of chores) clearInterval(chore)
      await Promise.all([shut(apiServer), ocpp.close()])
      await store.close()
      release()
    },
  }
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
