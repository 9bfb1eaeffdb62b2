import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HubInfo } from '../../../../shared/contract/site.ts'
import { uuidV7 } from '../../../../shared/domain/id/id.ts'
import { door } from '../../adoption/admit.ts'
import { awaken } from '../../awakening.ts'
import { type Drivers, openDrivers } from '../../drivers.ts'
import { closedDoor } from '../../driver-door/door.ts'
import type { Chargers } from '../../chargers.ts'
import { readCalendar } from '../../calendar/read.ts'
import { listen } from '../../listen.ts'
import { type BuildingLoad, buildingLoad } from '../../load/building.ts'
import { type LoadKeeper, loadKeeper } from '../../load/load-keeper.ts'
import { readReceiptPage } from '../../receipt-page/read.ts'
import {
  type MessageKeeper,
  messageKeeper,
  type MessageKeeperParts,
} from '../../message/message-keeper.ts'
import { type Money, type MoneyParts, openMoney } from '../../money.ts'
import { openPlanning } from '../../planning/planning.ts'
import { exportGrants, type ExportGrants } from '../../report/grants.ts'
import { openReports, type Reports } from '../../report/reports.ts'
import { openStore, type Store } from '../../store/store.ts'
import { httpApi } from '../http-api.ts'
import { openApprovals } from '../../user/approvals.ts'
import { openSessions, type Sessions } from '../../user/sessions.ts'
import { noChargers } from './no-chargers.ts'
import { noPlanning } from './no-planning.ts'
import { type HubRouter, hubRouter } from '../router/router.ts'

const TOKEN = 'a'.repeat(64)
const SECRET = 'secret'

/** What the REST face answered; `Body` is what the test that asks looks at. */
export interface RestAnswer<Body> {
  status: number
  body: Body
}

export interface RestFace {
  readonly store: Store
  readonly loads: LoadKeeper
  readonly building: BuildingLoad
  readonly money: Money
  readonly drivers: Drivers
  readonly messages: MessageKeeper
  readonly reports: Reports
  readonly grants: ExportGrants
  readonly sessions: Sessions
  readonly router: HubRouter
  /** The token that REST and WebSockets show. */
  readonly token: string
  /** The hub's secret. */
  readonly secret: string
  /** The site's folder. */
  readonly dir: string
  /** The clock of this hub, epoch ms; a test may turn it. */
  now: number
  /** Where it listens, without `/api`. */
  readonly url: string
  newId(): string
  /** Asks; paths begin after `/api`. */
  ask<Body>(
    method: string,
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<RestAnswer<Body>>
  /** Plans what there is to plan; nothing where it doesn't plan. */
  plan(): Promise<void>
  close(): Promise<void>
}

export interface RestFaceOptions {
  readonly plans?: boolean
  /** What is said of chargers otherwise than that none is connected. */
  readonly chargers?: Partial<Chargers> | undefined
  readonly money?: Pick<MoneyParts, 'stripeKey' | 'stripeWebhookSecret' | 'demo' | 'stripe'>
  readonly info?: () => Promise<HubInfo>
  readonly messages?: Partial<MessageKeeperParts> | undefined
}

/**
 * A hub without chargers in a folder of its own, asked by REST.
 * @param options.plans whether it plans, and so knows what the grid can promise
 * @param options.money how it reaches Stripe; not at all where it isn't given
 * @param options.messages how drivers are written to, otherwise than by a test that takes each step
 * @param options.info what it tells of itself, where that isn't the truth
 */
export async function restFace(
  now = Date.UTC(2026, 2, 2, 12),
  {
    plans = false,
    money: way = {},
    info: tellInfo,
    chargers: told = {},
    messages: writes = {},
  }: RestFaceOptions = {},
): Promise<RestFace> {
  const chargers: Chargers = { ...noChargers, ...told }
  const dir = mkdtempSync(join(tmpdir(), 'laddplan-rest-'))
  const time = { now }
  const clock = () => time.now
  const newId = () => uuidV7(clock(), randomBytes(10))
  const store = await openStore({ file: join(dir, 'site.db'), clock, newId })
  await awaken(store, 'Europe/Stockholm')
  const loads = loadKeeper(store)
  const building = buildingLoad(store, loads.watch, clock)
  const planning = plans
    ? await openPlanning({
        store,
        clock,
        building,
        fixed: () => [],
        planned: () => undefined,
      })
    : null
  const money = openMoney({
    store,
    clock,
    bookings: { chargers, promises: (planning ?? noPlanning).promises },
    failed(error) {
      throw error
    },
    ...way,
  })
  const drivers = openDrivers({
    ...{ store, money, chargers, hubSecret: SECRET, returnUrl: () => null },
    ...{ promises: (planning ?? noPlanning).promises },
    findOffers: (planning ?? noPlanning).findOffers,
    failed(error) {
      throw error
    },
  })
  const messages = messageKeeper({
    ...{ store, clock, hubSecret: SECRET, dataDir: dir, origin: () => null, wakes: false },
    failed(error) {
      throw error
    },
    ...writes,
  })
  const grants = exportGrants(clock)
  const reports = openReports({ store, clock, file: join(dir, 'site.db'), grants })
  const sessions = openSessions({ store, clock })
  const router = hubRouter({
    sessions,
    approvals: openApprovals(clock),
    planning: Promise.resolve(planning ?? noPlanning),
    building: Promise.resolve(building),
    money: Promise.resolve(money),
    reports: Promise.resolve(reports),
    door: Promise.resolve(closedDoor),
    drivers: Promise.resolve(drivers),
    messages: Promise.resolve(messages),
    store,
    clock,
    chargers,
    issuer: { hubSecret: SECRET, ocppUrl: 'ws://desk:9220/ocpp' },
    offered: door(store, SECRET, clock).offered,
    info: tellInfo ?? (() => Promise.resolve(info)),
  })
  const api = httpApi(router, {
    token: TOKEN,
    version: '0',
    sessions,
    onError: () => undefined,
    readCalendar: (calendar) => readCalendar(store.reads, SECRET, calendar, clock()),
    readReceipt: (...asked) => readReceiptPage(store.reads, SECRET, ...asked),
    takeWebhook: money.payments.stripe.takeWebhook,
    reports,
    reads: store.reads,
  })
  const port = await listen(api.server, 0, '127.0.0.1', '--api-port')
  const info: HubInfo = {
    version: '0',
    node: process.versions.node,
    sqlite: store.sqliteVersion,
    startedAt: now,
    dataDir: dir,
    ocppUrl: 'ws://desk:9220/ocpp',
    apiUrl: `http://127.0.0.1:${port}`,
    ocppUrls: [],
    demo: false,
    connected: 0,
  }
  return {
    store,
    loads,
    building,
    money,
    drivers,
    messages,
    reports,
    grants,
    sessions,
    router,
    token: TOKEN,
    secret: SECRET,
    dir,
    url: info.apiUrl,
    newId,
    get now() {
      return time.now
    },
    set now(at) {
      time.now = at
    },
    async ask<Body>(
      method: string,
      path: string,
      body?: object,
      headers: Record<string, string> = {},
    ): Promise<RestAnswer<Body>> {
      const response = await fetch(`http://127.0.0.1:${port}/api${path}`, {
        method,
        headers: {
          authorization: `Bearer ${TOKEN}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      return { status: response.status, body: (await response.json()) as Body }
    },
    plan: async () => planning?.tick(),
    async close() {
      await api.close()
      await reports.close()
      await planning?.close()
      await messages.close()
      await drivers.close()
      await money.close()
      await store.close()
      rmSync(dir, { recursive: true })
    },
  }
}
