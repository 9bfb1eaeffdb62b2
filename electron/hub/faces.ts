import { join } from 'node:path'
import type { Logger } from 'pino'
import type { HubOptions } from '../../shared/process.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { reachableHosts } from './addresses.ts'
import { readCalendar } from './calendar/read.ts'
import type { DriverDoor } from './driver-door/door.ts'
import { openDriverDoor } from './driver-door/open-door.ts'
import type { Drivers } from './drivers.ts'
import { listen } from './listen.ts'
import type { Money } from './money.ts'
import { readReceiptPage } from './receipt-page/read.ts'
import type { Reports } from './report/reports.ts'
import { httpApi } from './rpc/http-api.ts'
import type { HubRouter } from './rpc/router/router.ts'
import { keepSecret } from './secret/secret-file.ts'
import type { Store } from './store/store.ts'
import type { Sessions } from './user/sessions.ts'

export interface FaceParts {
  readonly options: Pick<HubOptions, 'dataDir' | 'host' | 'apiPort' | 'appVersion'>
  readonly store: Store
  readonly clock: () => Instant
  readonly logger: Logger
  readonly hubSecret: string
  readonly sessions: Sessions
  readonly router: HubRouter
  readonly money: Money
  readonly drivers: Drivers
  readonly reports: Reports
}

/** What others than chargers and windows come in by. */
export interface Faces {
  readonly apiUrl: string
  /** Where the API's token lies. */
  readonly tokenFile: string
  readonly driverDoor: DriverDoor
}

/**
 * Opens the API for scripts and desks elsewhere, and the door for phones where it is laid open.
 * @param whenClosed told how to close each; the last opened is closed first
 * @throws PortTaken, NoSuchAddress of the API's; the door fails softly
 */
export async function openFaces(
  parts: FaceParts,
  whenClosed: (closer: () => unknown) => void,
): Promise<Faces> {
  const { options, store, clock, logger, hubSecret, sessions, router, money, drivers, reports } =
    parts
  const { dataDir, host } = options
  const tokenFile = join(dataDir, 'api-token')
  const readReceipt = (...asked: [token: string, language: 'en' | 'sv']) =>
    readReceiptPage(store.reads, hubSecret, ...asked)
  const api = httpApi(router, {
    token: keepSecret(tokenFile),
    version: options.appVersion,
    ...{ sessions, readReceipt, reports, reads: store.reads },
    onError: (error) => logger.error({ err: error }, 'a call failed'),
    readCalendar: (calendar) => readCalendar(store.reads, hubSecret, calendar, clock()),
    takeWebhook: money.payments.stripe.takeWebhook,
  })
  whenClosed(() => api.close())
  const apiHost = host ?? '127.0.0.1'
  const apiPort = await listen(api.server, options.apiPort, apiHost, '--api-port')
  const driverDoor = await openDriverDoor({
    ...{ store, logger, host, readReceipt },
    router: async () => {
      const { driverRouter } = await import('./rpc/driver/driver-router.ts')
      return driverRouter({ store, drivers })
    },
  })
  whenClosed(() => driverDoor.close())
  return { apiUrl: `http://${reachableHosts(apiHost)[0]}:${apiPort}`, tokenFile, driverDoor }
}
