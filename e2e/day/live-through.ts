import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { MINUTE } from '../../shared/time/instant.ts'
import type { Rest } from '../fixtures/hub-process.ts'
import { chargerOf } from './charger.ts'
import type { Charger, Witness } from './charger.ts'
import { dayClock } from './clock.ts'
import { keptOf, loadedOf } from './figures.ts'
import type { Kept, Loaded } from './figures.ts'
import { startDayHub } from './hub-process.ts'
import { ledgerOf, STEP_MS } from './ledger.ts'
import type { Ledger } from './ledger.ts'
import { bookAhead, seedSite } from './seed.ts'
import type { Day, DayCar } from './scenario.ts'

export type Lived = {
  loaded: Loaded[]
  kept: Kept
  deliveredWh: number
  /** Commands to chargers by action and answer. */
  commands: Record<string, number>
  troubles: string[]
  /** How long it took, s. */
  wallS: number
  ledger: Ledger
}

export type LivingOptions = {
  speed: number
  /** Whether the hub's plans reach the chargers. */
  isControlled: boolean
  /** Whether the hub is told of the temporary limit, when it begins. */
  tellsTemporaryLimit: boolean
  progress?: (words: string) => void
}

/** Before the day the hub's clock stands here, and goes from a minute before it. */
const STANDS_BEFORE_MS = 10 * MINUTE
const GOES_BEFORE_MS = MINUTE
/** How often the hub is asked who won't be ready. */
const ASK_EVERY_MS = 5 * MINUTE
const TICK_MS = 20
/** What the chargers still have to say at the end has so long to be said. */
const LAST_WORDS_MS = 2_000

/** Lives a day through with a hub of its own: seeds it, lets time go, and keeps the truth of what was drawn. */
export async function liveThrough(day: Day, options: LivingOptions): Promise<Lived> {
  const { speed, progress = () => undefined } = options
  const startedAt = Date.now()
  const hub = await startDayHub(day.from - STANDS_BEFORE_MS, speed)
  const clock = dayClock(day.from - STANDS_BEFORE_MS, speed)
  const chargers: Charger[] = []
  try {
    const stationIds = await seedSite(hub.rest, day, options.isControlled)
    const booked = await bookAhead(hub.rest, day, stationIds)
    progress(`${booked.size} of ${day.cars.length} cars are booked`)

    const ledger = ledgerOf(day)
    const got = new Map<DayCar, number>()
    const commands = new Map<string, number>()
    const troubles: string[] = []
    const witness: Witness = {
      commanded: (action, answer) => {
        const what = `${action} ${answer}`.trim()
        commands.set(what, (commands.get(what) ?? 0) + 1)
      },
      left: (car, { meteredWh }) => void got.set(car, meteredWh),
      trouble: (what) => void troubles.push(what),
    }
    for (const [place, station] of day.stations.entries()) {
      const own = day.cars.filter((car) => car.station === place && booked.has(car))
      const surroundings = { ocpp: hub.ocpp, now: clock.now, witness }
      chargers.push(chargerOf(station, own.toSorted(byArrival), surroundings))
    }
    await Promise.all(chargers.map((charger) => charger.open()))
    progress(`${chargers.length} chargers are there`)

    const go = { realAt: Date.now() + 100, simulatedAt: day.from - GOES_BEFORE_MS }
    hub.go(go)
    clock.go(go)
    const desk = deskOf(hub.rest, day, booked, options, witness)
    // The steps end with the day, however late the machine is with them.
    for (let step = 0; day.from + step * STEP_MS < day.until;) {
      const at = day.from + step * STEP_MS
      if (clock.now() < at) {
        await pause(TICK_MS)
        continue
      }
      desk.at(at)
      for (const [place, charger] of chargers.entries()) {
        const flowed = charger.step(at)?.flowed
        if (flowed !== undefined) ledger.add(step, place, flowed.powerW, flowed.phases)
      }
      step += 1
    }
    for (const charger of chargers) charger.step(day.until)
    await pause(LAST_WORDS_MS)
    await desk.done()
    const outcome = { deliveredWh: got, accepted: new Set(booked.keys()), namedAt: desk.namedAt }
    return {
      loaded: loadedOf(day, ledger, options.tellsTemporaryLimit),
      kept: keptOf(day, outcome),
      deliveredWh: Math.round([...got.values()].reduce((sum, wh) => sum + wh, 0)),
      commands: Object.fromEntries([...commands].toSorted()),
      troubles,
      wallS: Math.round((Date.now() - startedAt) / 1_000),
      ledger,
    }
  } finally {
    await Promise.all(chargers.map((charger) => charger.close().catch(() => undefined)))
    await hub.end()
  }
}

const outlook = z.object({
  unmet: z.array(z.object({ bookingId: z.string(), shortfallWh: z.int() })),
})

/** Who sits at the desk: sets the temporary limit when it begins, and asks now and then who won't be ready. */
function deskOf(
  rest: Rest,
  day: Day,
  booked: ReadonlyMap<DayCar, string>,
  options: LivingOptions,
  witness: Witness,
) {
  const carOf = new Map([...booked].map(([car, id]) => [id, car]))
  const namedAt = new Map<DayCar, number>()
  const { limitW, from, until } = day.temporary
  const underWay = new Set<Promise<void>>()
  let isLimitSet = false
  let askedAt = day.from

  const act = (what: string, doing: Promise<void>): void => {
    const watched = doing
      .catch((error: unknown) => witness.trouble(`${what}: ${String(error)}`))
      .finally(() => underWay.delete(watched))
    underWay.add(watched)
  }
  const setLimit = async (): Promise<void> => {
    await rest('POST', '/limits', { limitW, until, reason: 'asked for by the grid' })
  }
  const ask = async (at: number): Promise<void> => {
    const { unmet } = outlook.parse(
      await rest('GET', `/planning/outlook?from=${at}&until=${day.until}`),
    )
    for (const { bookingId } of unmet) {
      const car = carOf.get(bookingId)
      if (car !== undefined && !namedAt.has(car)) namedAt.set(car, at)
    }
  }
  return {
    namedAt,
    at(now: number): void {
      if (options.tellsTemporaryLimit && !isLimitSet && now >= from) {
        isLimitSet = true
        act('the temporary limit', setLimit())
      }
      if (options.isControlled && now >= askedAt + ASK_EVERY_MS) {
        askedAt = now
        act('the outlook', ask(now))
      }
    },
    done: async (): Promise<void> => void (await Promise.all(underWay)),
  }
}

function byArrival(a: DayCar, b: DayCar): number {
  return a.arrivesAt - b.arrivesAt
}
