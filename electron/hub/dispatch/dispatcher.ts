import { nothingSent } from '../../../shared/domain/dispatch/charging-control.ts'
import type { ChargerEvent, Happened } from '../charger-event.ts'
import type { Store } from '../store/store.ts'
import type { Writes } from '../store/writes.ts'
import { configurationAnswered, profileAnswered, scheduleAnswered } from './answered.ts'
import { askChargers } from './ask.ts'
import { watchMeters, type Watch } from './conduct.ts'
import { controlBook } from './control-book.ts'
import { gridNow } from './grid-now.ts'
import { handBack } from './hand-back.ts'
import { sendLive } from './live.ts'
import { writeReasons } from './reasons.ts'
import { reservedAt, type ReservedPoint } from './reserved.ts'
import { sceneOf, type Scene } from './scene.ts'
import type { Desk, ToldChargers } from './send.ts'
import { keepStanding } from './standing.ts'

/** Takes plans to chargers. */
export interface Dispatcher {
  /** What a charger's message means for what it is told, in the unit that stores it. */
  readonly happened: Happened
  /** There is a new plan. */
  planned(): void
  /** Looks at everything once: to be called every few seconds. */
  look(): Promise<void>
  /** Looks no more by itself. */
  close(): void
  /** What connectors draw that can't be told or don't obey, as last looked at: planning has to leave it to them. */
  reserved(): readonly ReservedPoint[]
}

export interface DispatcherParts {
  readonly store: Store
  readonly chargers: ToldChargers
  /** What the building's live meter tells now, W; null where there is none. */
  readonly buildingNowW?: () => number | null
  readonly failed: (error: unknown) => void
}

/** What chargers say together is looked at together: so long after the first of it, by the machine's clock. */
const GATHER_MS = 50

export function dispatcher(parts: DispatcherParts): Dispatcher {
  const { store, failed } = parts
  const watch: Watch = new Map()
  let reserved: readonly ReservedPoint[] = []
  let isAwake = false
  let isHandedBack = false
  let running: Promise<void> | null = null
  let isWanted = false
  let timer: NodeJS.Timeout | null = null
  let isClosed = false

  const look = (): Promise<void> => {
    isWanted = true
    running ??= lookWhileWanted()
    return running
  }
  const lookWhileWanted = async (): Promise<void> => {
    try {
      while (isWanted) {
        isWanted = false
        await store.work('hub', lookOnce)
      }
    } finally {
      // At once with the last look at whether another is wanted, or a wish between the two would be lost.
      running = null
    }
  }
  const soon = (): void => {
    if (isClosed) return
    timer ??= setTimeout(() => {
      timer = null
      look().catch(failed)
    }, GATHER_MS).unref()
  }

  const lookOnce = (tx: Writes): void => {
    const [site] = tx.find('site', {})
    if (site === undefined) return
    const isLimited = site.gridLimitW !== null || site.gridLimitDa !== null
    if (isHandedBack && !(site.controlsChargers && isLimited)) return
    const plan = tx.get('plan', 'plan') ?? null
    const grid = gridNow(tx, site, plan, parts.buildingNowW?.() ?? null)
    const desk: Desk = { tx, chargers: parts.chargers, book: controlBook(tx) }
    if (!isAwake) loseWhatIsUnderWay(desk)
    isAwake = true
    if (!site.controlsChargers || grid === null) {
      reserved = []
      isHandedBack = handBack(desk, grid === null ? 'noLimit' : 'notControlled')
      return
    }
    isHandedBack = false
    const scene = sceneOf(tx, site, (id) => desk.chargers.isConnected(id))
    forgetRetired(desk, scene)
    forgetEnded(desk, new Set(scene.points.map(({ transaction }) => transaction?.id ?? null)))
    watchMeters(desk, scene, watch)
    askChargers(desk, scene.stations)
    keepStanding(desk, scene, grid.always)
    sendLive(desk, scene, grid, watch)
    writeReasons(desk, scene)
    reserved = scene.points.flatMap((point) => {
      const w = reservedAt(desk, point, tx.now)
      const { station, connector, place } = point
      if (w === 0) return []
      return [{ ...place, w, stationId: station.id, connectorId: connector.connectorId }]
    })
  }

  return {
    happened(tx, event) {
      if (concerns(tx, event) && !isHandedBack) tx.afterCommit(soon)
    },
    planned: soon,
    look,
    close() {
      isClosed = true
      if (timer !== null) clearTimeout(timer)
    },
    reserved: () => reserved,
  }
}

/** Takes in what it means. @returns whether there is something to look at */
function concerns(tx: Writes, event: ChargerEvent): boolean {
  switch (event.kind) {
    case 'transactionStarted':
      return event.transaction.state === 'active'
    case 'transactionStopped':
      return true
    case 'chargingProfileAnswered':
      profileAnswered(tx, event)
      return true
    case 'compositeScheduleAnswered':
      scheduleAnswered(tx, event)
      return true
    case 'configurationAnswered':
      configurationAnswered(tx, event)
      return true
    case 'connectorStatus':
    case 'statusReplayed':
    case 'lateValues':
    case 'reservationAnswered':
      return false
  }
}

/** Of what the hub had under way when it ended nobody knows what became. */
function loseWhatIsUnderWay({ book }: Desk): void {
  for (const { stationId, connectorId, standing, live } of book.all()) {
    const lost = [standing, live].some(({ asked }) => asked?.answer === 'awaited')
    if (!lost) continue
    const lose = (place: typeof live): typeof live =>
      place.asked?.answer === 'awaited'
        ? { ...place, asked: { ...place.asked, answer: 'lost' } }
        : place
    book.change(stationId, connectorId, { standing: lose(standing), live: lose(live) })
  }
}

function forgetRetired({ tx, book }: Desk, { stations }: Scene): void {
  const here = new Set(stations.map(({ station }) => station.id))
  for (const row of book.all())
    if (!here.has(row.stationId) && tx.get('station', row.stationId)?.retiredAt !== null)
      book.remove(row)
}

/** A live profile dies with its charge (OCPP 1.6 §3.13.1). */
function forgetEnded({ book }: Desk, running: ReadonlySet<string | null>): void {
  for (const { stationId, connectorId, live, reason } of book.all()) {
    const { held, asked } = live
    const ofEnded = [held, asked].some((sent) => sent !== null && !running.has(sent.transactionId))
    if (!ofEnded) continue
    // With the next car it is tried again.
    const again = reason === 'refused' ? { reason: null } : {}
    book.change(stationId, connectorId, { live: nothingSent, ...again })
  }
}
