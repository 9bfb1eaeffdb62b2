import { performance } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import { gapOf, type Span } from '../../../shared/domain/load/meter.ts'
import { DAY, HOUR, type Instant, MINUTE } from '../../../shared/time/instant.ts'
import type { ChargerEvent } from '../charger-event.ts'
import type { Store } from '../store/store.ts'
import { missedNews } from './catch-up.ts'
import { SLICE_MS } from './in-slices.ts'
import { BUILDING, keyOf } from './keys.ts'
import { hourOf, QUARTER } from './kept.ts'
import { look, type Looked, noteEnded, USUAL_MS } from './look.ts'
import { rebuildDays } from './rebuild-days.ts'
import { type Job, rollPart } from './roll-place.ts'
import { rollSums } from './roll-sums.ts'
import { type News, watchLoad, type Watch } from './watch.ts'

/** Makes loads of what chargers tell, in the background. */
export interface LoadKeeper {
  readonly watch: Watch
  happened(event: ChargerEvent): void
  /**
   * Looks at the site, and once a minute is over makes the loads of all that came since. A hub that is killed meanwhile
   * makes the same again, and nothing twice. Called again before it is done, it does nothing.
   */
  roll(): Promise<void>
}

export function loadKeeper(store: Store): LoadKeeper {
  const watch = watchLoad()
  store.whenPlaced(watch.placed)
  let looked: Looked | null = null
  let rolledAt: Instant | null = null
  let running = false

  const lookAgain = async (): Promise<Looked> => {
    const before = looked
    const now = await store.work('hub', (tx) => {
      const seen = look(tx, before)
      noteEnded(tx, watch, before, seen)
      return seen
    })
    looked = now
    return now
  }

  const pass = async (): Promise<void> => {
    const now = await lookAgain()
    if (rolledAt !== null && now.at - (now.at % MINUTE) <= rolledAt) return
    if (now.state !== null && now.state.timeZone !== now.timeZone)
      await rebuildDays(store, now.timeZone)
    if (rolledAt === null) await missedNews(store, now, watch)
    const since = rolledAt ?? now.state?.rolledAt ?? now.at
    const quarters = Math.floor(since / QUARTER) < Math.floor(now.at / QUARTER)
    const news = watch.take()
    try {
      const hours = await rollAll(store, jobsOf(now, news, since), now, quarters)
      for (const hourAt of [...hours].toSorted((one, other) => one - other)) {
        const over = hourAt < hourOf(now.at)
        await rollSums(store, hourAt, now.trees, now.timeZone, quarters || over)
      }
      const { at, timeZone } = now
      await store.work('hub', (tx) => {
        tx.sql('insert or replace into loadState (id, rolledAt, timeZone) values (?, ?, ?)', [
          'load',
          at,
          timeZone,
        ])
      })
      rolledAt = at - (at % MINUTE)
    } catch (error) {
      for (const [key, told] of news) watch.note(key, told)
      throw error
    }
  }

  return {
    watch,
    happened: watch.happened,
    async roll() {
      if (running) return
      running = true
      try {
        await pass()
      } finally {
        running = false
      }
    },
  }
}

/** One job for each connector, for main meters where they tell anything, and for the building. */
function jobsOf(now: Looked, news: ReadonlyMap<string, News>, since: Instant): Job[] {
  const until = hourOf(now.at) + HOUR
  const jobs: Job[] = []
  const add = (key: string, retiredAt: Instant | null, usualMs: number): void => {
    // What has been silent for less than a gap was not called missing yet.
    const from = hourOf(since - gapOf(usualMs) - MINUTE)
    jobs.push({ key, retiredAt, news: news.get(key) ?? null, hours: { from, until } })
  }
  for (const { retiredAt, ...place } of now.places) {
    const key = keyOf(place)
    const silent = place.connectorId === 0 || (retiredAt !== null && retiredAt < since - DAY)
    if (news.has(key) || !silent) add(key, retiredAt, now.usualMs.get(place.stationId) ?? USUAL_MS)
  }
  if (now.building) add(BUILDING, null, USUAL_MS)
  return jobs
}

/** Does the jobs a few at a time, so that messages get their turn. @returns the hours that were made anew */
async function rollAll(
  store: Store,
  jobs: readonly Job[],
  looked: Looked,
  quarters: boolean,
): Promise<Set<Instant>> {
  const hours = new Set<Instant>()
  let waiting = [...jobs]
  while (waiting.length > 0) {
    const { done, rest, made } = await store.work('hub', (tx) => {
      const until = performance.now() + SLICE_MS
      const left: Job[] = []
      const all: Span[] = []
      let count = 0
      for (const job of waiting) {
        const part = rollPart(tx, job, looked, quarters)
        if (part.rest !== null) left.push(part.rest)
        all.push(part.made)
        count += 1
        if (performance.now() >= until) break
      }
      return { done: count, rest: left, made: all }
    })
    waiting = [...rest, ...waiting.slice(done)]
    for (const span of made)
      for (let hourAt = span.from; hourAt < span.until; hourAt += HOUR) hours.add(hourAt)
    await setImmediate()
  }
  return hours
}
