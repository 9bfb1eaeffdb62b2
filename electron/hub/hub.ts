import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { uuidV7 } from '../../shared/domain/id/id.ts'
import type { HubOptions } from '../../shared/process.ts'
import { onlyHubOf } from '../folder/one-hub.ts'
import { reachableHosts } from './addresses.ts'
import { door } from './adoption/admit.ts'
import type { DriverDoor } from './driver-door/door.ts'
import { awaken } from './awakening.ts'
import { awakenBookings } from './booking/life/awaken.ts'
import { bookingHappened } from './booking/life/happened.ts'
import { backUrl } from './driver-door/back-url.ts'
import type { Drivers } from './drivers.ts'
import type { Energy } from './energy.ts'
import { hubLogger } from './log/logger.ts'
import type { MessageKeeper } from './message/message-keeper.ts'
import type { Money } from './money.ts'
import { openOcpp } from './ocpp/ocpp.ts'
import { defaultLimits } from './ocpp/server/limits.ts'
import { systemTimers, type Timers } from './ocpp/server/timers.ts'
import { threadedWire } from './ocpp/wire/threaded-wire.ts'
import type { StripeKeyPort } from './payment/stripe-key.ts'
import { exportGrants, type ExportGrants } from './report/grants.ts'
import type { Reports } from './report/reports.ts'
import { type Desks, deskPorts } from './rpc/desk-port.ts'
import { hubRouter } from './rpc/router/router.ts'
import { keepHubSecret } from './secret/hub-secret.ts'
import { keyAnswered } from './station/keys.ts'
import { openStore } from './store/store.ts'
import { openApprovals } from './user/approvals.ts'
import { openSessions } from './user/sessions.ts'

export interface Hub {
  /** Where chargers on this machine connect, without their id. */
  readonly ocppUrl: string
  readonly apiUrl: string
  readonly tokenFile: string
  readonly dataDir: string
  /** Serves the contract to windows, each over its MessagePort. */
  readonly desks: Desks
  /** Where phones reach the driver's page now; empty while it is closed. */
  driverPages(): readonly string[]
  /** Lets the chargers go, waits for what is under way, closes the files. */
  close(): Promise<void>
}

/** What whoever starts a hub may have a say in. */
export interface HubSurroundings {
  readonly logger?: Logger
  /** Told how to serve desks as soon as they can be served. */
  readonly onDesks?: (desks: Desks) => void
  /** The ports are opened once this resolves; at once where it is not given. */
  readonly mayOpen?: Promise<void>
  /**
   * The clock that the site lives by, and the timers of the hub's chores; the machine's own where it is not given. A
   * socket's time-outs are always the machine's.
   */
  readonly time?: Timers
  /** The site's Stripe key; a hub that is not given one has none. */
  readonly stripeKey?: StripeKeyPort
  /** Where something stands in for Stripe’s test mode; Stripe itself where it is not given. */
  readonly stripeStandIn?: string | null
  /** What Stripe signs its webhook's events with; without it there is no webhook, and Stripe is asked. */
  readonly stripeWebhookSecret?: string | null
  /** Where persons have let reports be written, in whatever dialog they were asked; nowhere where it is not given. */
  readonly exportGrants?: ExportGrants
}

/**
 * Puts the hub together and opens it for chargers, desks and scripts. What it has opened is closed again when it
 * can't serve after all.
 * @throws AlreadyServed, HubSecretLost, PortTaken, NoSuchAddress, or what the disk says
 */
export async function startHub(
  options: HubOptions,
  { logger = hubLogger(), ...stages }: HubSurroundings = {},
): Promise<Hub> {
  const closers: (() => unknown)[] = []
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    return { ...(await open(options, logger, stages, (closer) => closers.push(closer))), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** @param whenClosed told how to close each thing that was opened; the last opened is closed first. */
async function open(
  options: HubOptions,
  logger: Logger,
  {
    onDesks,
    mayOpen,
    time = systemTimers,
    stripeKey,
    stripeStandIn = null,
    stripeWebhookSecret = null,
    exportGrants: grants = exportGrants(),
  }: Omit<HubSurroundings, 'logger'>,
  whenClosed: (closer: () => unknown) => void,
): Promise<Omit<Hub, 'close'>> {
  const { dataDir, host } = options
  const clock = time.now
  const newId = () => uuidV7(clock(), randomBytes(10))
  const startedAt = clock()
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  whenClosed(await onlyHubOf(dataDir))
  const store = await openStore({
    file: join(dataDir, 'site.db'),
    clock,
    newId,
    onReadOnly: (readOnly, why) =>
      readOnly
        ? logger.error({ why }, 'the disk refuses writes')
        : logger.info('the disk takes writes again'),
  })
  whenClosed(() => store.close())
  const hubSecret = await keepHubSecret(join(dataDir, 'hub-secret'), store, options.newHubSecret)
  await awaken(store, Temporal.Now.timeZoneId())

  const entrance = door(store, hubSecret, clock)
  const later: { energy?: Energy; money?: Money; door?: DriverDoor } = {}
  const ocpp = openOcpp({
    store,
    clock,
    newId,
    logger,
    admit: entrance.admit,
    strayed: ({ path, address }) => entrance.turnAway({ chargePointId: path, address }, 'badPath'),
    keyAnswered: keyAnswered(hubSecret),
    happened(tx, event) {
      bookingHappened(tx, event)
      later.energy?.happened(tx, event)
      later.money?.happened(tx, event)
    },
  })
  let ocppPort = options.ocppPort
  const ocppUrls = (): string[] =>
    reachableHosts(host).map((name) => `ws://${name}:${ocppPort}/ocpp`)
  const issuer = {
    hubSecret,
    get ocppUrl() {
      return ocppUrls()[0] ?? ''
    },
  }

  const addresses = Promise.withResolvers<Pick<Hub, 'ocppUrl' | 'apiUrl'>>()
  const energyOpen = Promise.withResolvers<Energy>()
  const moneyOpen = Promise.withResolvers<Money>()
  const reportsOpen = Promise.withResolvers<Reports>()
  const doorOpen = Promise.withResolvers<DriverDoor>()
  const driversOpen = Promise.withResolvers<Drivers>()
  const messagesOpen = Promise.withResolvers<MessageKeeper>()
  const sessions = openSessions({
    store,
    clock,
    failed: (error) => logger.error({ err: error }, 'the end of a log-in is not in the journal'),
  })
  const router = hubRouter({
    store,
    clock,
    chargers: ocpp.chargers,
    planning: energyOpen.promise.then(({ planning }) => planning),
    building: energyOpen.promise.then(({ building }) => building),
    money: moneyOpen.promise,
    reports: reportsOpen.promise,
    door: doorOpen.promise,
    drivers: driversOpen.promise,
    messages: messagesOpen.promise,
    issuer,
    offered: entrance.offered,
    sessions,
    approvals: openApprovals(clock),
    info: async () => ({
      version: options.appVersion,
      node: process.versions.node,
      sqlite: store.sqliteVersion,
      startedAt,
      dataDir,
      ...(await addresses.promise),
      ocppUrls: ocppUrls(),
      demo: options.demo,
      connected: ocpp.chargers.connected(),
    }),
  })
  const desks = deskPorts(router, sessions)
  // A window needs neither port, so it needn't wait for them.
  onDesks?.(desks)
  await mayOpen
  await awakenBookings(store)

  const { openEnergy } = await import('./energy.ts')
  const energy = await openEnergy({
    store,
    clock,
    chargers: ocpp.chargers,
    failed: (error) => logger.error({ err: error }, 'the plan did not reach the chargers'),
  })
  later.energy = energy
  whenClosed(() => energy.close())
  energyOpen.resolve(energy)

  const { openMoney } = await import('./money.ts')
  const rooms = { chargers: ocpp.chargers, promises: energy.planning.promises }
  const money = openMoney({
    ...{ store, clock, stripeKey, stripeStandIn, stripeWebhookSecret },
    ...{ demo: options.demo, bookings: rooms },
    failed: (error) => logger.error({ err: error }, 'a bill or payment was not brought up to date'),
  })
  later.money = money
  whenClosed(() => money.close())
  moneyOpen.resolve(money)

  const { openDrivers } = await import('./drivers.ts')
  const drivers = openDrivers({
    ...{ store, money, hubSecret, ...rooms, findOffers: energy.planning.findOffers },
    returnUrl: () => backUrl(later.door),
    failed: (error) => logger.error({ err: error }, 'a visit was not brought up to date'),
  })
  whenClosed(() => drivers.close())
  driversOpen.resolve(drivers)

  const { openReports } = await import('./report/reports.ts')
  const reports = openReports({ store, clock, file: join(dataDir, 'site.db'), grants })
  whenClosed(() => reports.close())
  reportsOpen.resolve(reports)

  const wire = threadedWire(defaultLimits)
  whenClosed(() => wire.close())
  whenClosed(() => ocpp.close())
  ocppPort = await ocpp.listen(wire, ocppPort, host)
  // What it takes to speak REST and to write letters is not read before the window can be used.
  const { messageKeeper } = await import('./message/message-keeper.ts')
  const messages = messageKeeper({
    ...{ store, clock, hubSecret, dataDir },
    origin: () => later.door?.origin() ?? null,
    failed: (error) => logger.error({ err: error }, 'a driver was not written to'),
  })
  whenClosed(() => messages.close())
  messagesOpen.resolve(messages)

  const { openFaces } = await import('./faces.ts')
  const { apiUrl, tokenFile, driverDoor } = await openFaces(
    { options, store, clock, logger, hubSecret, sessions, router, money, drivers, reports },
    whenClosed,
  )
  const ocppUrl = ocppUrls().at(-1) ?? ''
  addresses.resolve({ ocppUrl, apiUrl })
  later.door = driverDoor
  doorOpen.resolve(driverDoor)

  const { runChores } = await import('./chores.ts')
  whenClosed(
    runChores({
      ...{ store, clock, time, logger, sessions, rooms },
      chargers: ocpp.chargers,
      others: [energy, money, drivers, reports, messages].flatMap(({ chores }) => chores),
    }),
  )

  logger.info({ ocpp: ocppUrls(), api: apiUrl, tokenFile }, 'serving')
  return {
    ocppUrl,
    apiUrl,
    tokenFile,
    dataDir,
    desks,
    driverPages: () => driverDoor.state().urls,
  }
}
