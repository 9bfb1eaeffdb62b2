import { setTimeout as pause } from 'node:timers/promises'
import { HOUR, MINUTE } from '../../shared/time/instant.ts'
import type { Instant } from '../../shared/time/instant.ts'
import { chargerOf } from './charger.ts'
import type { Charger, Witness } from './charger.ts'
import { dayClock } from './clock.ts'
import { deskOf } from './desk.ts'
import { keptOf, loadedOf } from './figures.ts'
import type { Kept, Loaded } from './figures.ts'
import { startDayHub } from './hub-process.ts'
import { ledgerOf, STEP_MS } from './ledger.ts'
import type { Ledger } from './ledger.ts'
import { namedIn } from './named.ts'
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
  /** How many times as fast as the machine's clock the day may go; a machine that can't keep up makes it slower. */
  speed: number
  /** Whether the hub's plans reach the chargers. */
  isControlled: boolean
  /** Whether the hub is told of the temporary limit, when it begins. */
  tellsTemporaryLimit: boolean
  progress?: (words: string) => void
}

/** The hub has so long of its own time before the day, to take in what it is told. */
const BEFORE_MS = MINUTE
/** And after it, to take in who has left. */
const AFTERWARDS_MS = MINUTE
/** A hub that doesn't answer its chargers for so long by the machine's clock is not slow, it is stuck. */
const STUCK_MS = 60_000

/** Lives a day through with a hub of its own: seeds it, lets time go, and keeps the truth of what was drawn. */
export async function liveThrough(day: Day, options: LivingOptions): Promise<Lived> {
  const { speed, progress = () => undefined } = options
  const startedAt = Date.now()
  const hub = await startDayHub(day.from - BEFORE_MS, speed)
  const clock = dayClock(day.from - BEFORE_MS, speed)
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

    const { isControlled: looks, tellsTemporaryLimit: tellsLimit } = options
    const desk = deskOf(hub.rest, day, { looks, tellsLimit }, witness.trouble)
    const pass = async (until: Instant): Promise<void> => {
      await Promise.all([hub.goUntil(until), clock.goUntil(until)])
      await desk.idle()
      await heardOut(chargers)
    }
    await pass(day.from)
    for (let at = day.from, step = 0; at < day.until; at += STEP_MS, step += 1) {
      desk.at(at)
      for (const [place, charger] of chargers.entries()) {
        const flowed = charger.step(at)?.flowed
        if (flowed !== undefined) ledger.add(step, place, flowed.powerW, flowed.phases)
      }
      await pass(at + STEP_MS)
      if ((at - day.from) % HOUR === 0 && at > day.from) progress(`${(at - day.from) / HOUR} h`)
    }
    for (const charger of chargers) charger.step(day.until)
    await pass(day.until + AFTERWARDS_MS)
    const namedAt = await namedIn(hub.rest, booked)
    const outcome = { deliveredWh: got, accepted: new Set(booked.keys()), namedAt }
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

/** Waits until the hub has answered all that its chargers said. */
async function heardOut(chargers: readonly Charger[]): Promise<void> {
  const since = performance.now()
  while (chargers.some((charger) => charger.waiting() > 0)) {
    if (performance.now() - since > STUCK_MS)
      throw new Error('the hub does not answer its chargers')
    await pause(1)
  }
}

function byArrival(a: DayCar, b: DayCar): number {
  return a.arrivesAt - b.arrivesAt
}
