import type { DayFigures, DaySums, HourOfUse } from '../../../shared/domain/report/day-figures.ts'
import { dayTally, movedByMeans } from '../../../shared/domain/report/day-tally.ts'
import { type Stretch, unitAt } from '../../../shared/domain/report/period.ts'
import type { MovedFacts } from '../../../shared/domain/report/rows/payments.ts'
import { usedWithin } from '../../../shared/domain/report/rows/utilisation.ts'
import { HOUR, type Instant, SECOND } from '../../../shared/time/instant.ts'
import type { Sqlite } from '../store/sqlite.ts'
import { type Around, readAround } from './read/around.ts'
import { billingSource } from './read/billing.ts'
import { type FactSource, type RowKey } from './read/keyed.ts'
import { movementSource } from './read/payments.ts'
import { sessionSource } from './read/sessions.ts'
import { usesWithin, type UsesOfConnector } from './read/uses.ts'

/** What the figures of a day are worked out with. */
interface Reading {
  readonly sqlite: Sqlite
  readonly around: Around
  readonly currency: string
  readonly connectors: number
  readonly now: Instant
}

/** What a day came to beside the day before and the same weekday before; while it runs, as far as the clock has come. */
export function dayFiguresOf(
  sqlite: Sqlite,
  { date, now }: { readonly date: string; readonly now: Instant },
): DayFigures {
  const around = readAround(sqlite)
  const { currency } = around
  const connectors = connectorsOf(sqlite)
  const reading = { sqlite, around, currency, connectors, now }
  const day = dayOf(date, around.timeZone)
  const untilAt = Math.max(day.fromAt, Math.min(day.untilAt, now + 1))
  const asFar = (daysBack: number): DaySums => {
    const other = Temporal.PlainDate.from(date).subtract({ days: daysBack }).toString()
    const span = dayOf(other, around.timeZone)
    const isWhole = untilAt === day.untilAt
    const until = isWhole ? span.untilAt : sameTimeOn(other, untilAt, around.timeZone)
    return sumsOf(reading, other, { fromAt: span.fromAt, untilAt: Math.min(until, span.untilAt) })
  }
  return {
    untilAt,
    day: sumsOf(reading, date, { fromAt: day.fromAt, untilAt }),
    dayBefore: asFar(1),
    weekBefore: asFar(7),
    hours: hoursOf(reading, day, untilAt),
    connectors,
  }
}

function sumsOf(
  { sqlite, around, currency, connectors, now }: Reading,
  date: string,
  stretch: Stretch,
): DaySums {
  const tally = dayTally(date, currency)
  const wants = { periods: false, paid: false }
  for (const facts of allOf(billingSource(sqlite, around, stretch, {}, wants))) tally.billed(facts)
  for (const facts of allOf(movementSource(sqlite, around, stretch, {}, 'all'))) tally.moved(facts)
  for (const facts of allOf(sessionSource(sqlite, around, stretch, {}))) tally.session(facts)
  // Written out, so that SQLite has its index of those who never came.
  const missed = sqlite.all(
    `select count(*) as bookings from booking where state = 'noShow' and arrivesAt >= ? and arrivesAt < ?`,
    [stretch.fromAt, stretch.untilAt],
  )
  const uses = [...usesWithin(sqlite, stretch, now).values()]
  return tally.sums({
    noShows: Number(missed[0]?.['bookings'] ?? 0),
    ...sharesOf(uses, stretch, connectors),
  })
}

/** How much of a stretch all connectors together were used, percent. */
function sharesOf(
  uses: readonly UsesOfConnector[],
  stretch: Stretch,
  connectors: number,
): Pick<HourOfUse, 'pluggedPct' | 'chargingPct'> {
  let [chargingS, pluggedS] = [0, 0]
  for (const of of uses) {
    const used = usedWithin(of.uses, stretch)
    chargingS += used.chargingS
    pluggedS += used.chargingS + used.idleS
  }
  const wholeS = (Math.max(0, stretch.untilAt - stretch.fromAt) / SECOND) * connectors
  const share = (partS: number): number =>
    wholeS === 0 ? 0 : Math.min(100, (100 * partS) / wholeS)
  return { pluggedPct: share(pluggedS), chargingPct: share(chargingS) }
}

function hoursOf(
  { sqlite, around, currency, connectors, now }: Reading,
  day: Stretch,
  untilAt: Instant,
): HourOfUse[] {
  const uses = [...usesWithin(sqlite, day, now).values()]
  const moved = [
    ...allOf(movementSource(sqlite, around, { fromAt: day.fromAt, untilAt }, {}, 'all')),
  ]
  const hours: HourOfUse[] = []
  for (let at = day.fromAt; at < day.untilAt; at += HOUR) {
    const hour = { fromAt: at, untilAt: Math.min(at + HOUR, day.untilAt) }
    hours.push(hourOf(hour, Math.min(hour.untilAt, untilAt), { uses, moved, connectors, currency }))
  }
  return hours
}

function hourOf(
  { fromAt, untilAt }: Stretch,
  reachedAt: Instant,
  day: {
    readonly uses: readonly UsesOfConnector[]
    readonly moved: readonly MovedFacts[]
    readonly connectors: number
    readonly currency: string
  },
): HourOfUse {
  const isIn = (at: Instant): boolean => at >= fromAt && at < untilAt
  let sessions = 0
  for (const { began } of day.uses) sessions += began.filter(isIn).length
  return {
    at: fromAt,
    ...sharesOf(day.uses, { fromAt, untilAt: reachedAt }, day.connectors),
    sessions,
    byMeans: movedByMeans(
      day.moved.filter(({ at }) => isIn(at)),
      day.currency,
    ),
  }
}

function* allOf<Facts>(source: FactSource<Facts>): Generator<Facts, void, void> {
  for (let after: RowKey | null = null; ;) {
    const { facts, last }: ReturnType<typeof source.slice> = source.slice(after, AT_ONCE)
    yield* facts
    if (last === null) return
    after = last
  }
}

const AT_ONCE = 1_000

function dayOf(date: string, timeZone: string): Stretch {
  const at = Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds
  return unitAt(at, 'day', timeZone)
}

function sameTimeOn(date: string, at: Instant, timeZone: string): Instant {
  const plainTime = Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds
}

function connectorsOf(sqlite: Sqlite): number {
  const [row] = sqlite.all(
    `select count(*) as connectors from connector c join station s on s.id = c.stationId
      where c.connectorId > 0 and s.retiredAt is null`,
    [],
  )
  return Number(row?.['connectors'] ?? 0)
}
