import {
  gapOf,
  type LoadSample,
  type LoadTransaction,
  type Meter,
  type Span,
} from '../../../shared/domain/load/meter.ts'
import { type Neighbours, neededFrom } from '../../../shared/domain/load/touched.ts'
import { stamp } from '../../../shared/domain/load/points.ts'
import { ROLL_BACK_MS } from '../../../shared/domain/load/register.ts'
import { CLOCK_AHEAD_MS, NO_CLOCK_BEFORE } from '../../../shared/domain/metering/clock-suspect.ts'
import { DAY, type Instant } from '../../../shared/time/instant.ts'
import type { SqlValue } from '../store/tables.ts'
import type { Writes } from '../store/writes.ts'
import type { Place } from './keys.ts'

type RawMeter = Pick<Meter, 'samples' | 'transactions'>

/** How many transactions before a stretch of time are looked at: one may last, others have been superseded. */
const BEFORE = 3

/** A connector's samples and transactions around a stretch of time, as far as its load is made of them. */
export function meterAround(
  tx: Writes,
  place: Place,
  { from, until }: Span,
  usualMs: number,
): RawMeter {
  const gapMs = gapOf(usualMs)
  const { registerBefore } = neighboursOf(tx, place, { from, until: from })
  const { registerAfter } = neighboursOf(tx, place, { from: until, until })
  const first = neededFrom(Math.min(from - gapMs, registerBefore ?? from))
  const last = Math.max(until + gapMs, registerAfter ?? until)
  return {
    samples: samplesBetween(tx, place, first, last),
    transactions: transactionsAround(tx, place, { from: first, until: last }),
  }
}

/** The moments around a stretch of time that told a register, or anything after it. */
export function neighboursOf(tx: Writes, place: Place, { from, until }: Span): Neighbours {
  const { stationId, connectorId } = place
  const ends = transactionsAround(tx, place, { from, until: until + DAY }).flatMap(endsOf)
  const endBefore = greatest(ends.filter((at) => at < from))
  const endAfter = least(ends.filter((at) => at > until))
  const moment = (
    condition: string,
    order: 'asc' | 'desc',
    at: Instant,
    since?: Instant | null,
  ) => {
    const [row] = tx.sql(
      // Those whose clock can't be right lie where they don't belong.
      `select measuredAt from meterSample where stationId = ?1 and connectorId = ?2 and ${condition}
        and measuredAt >= ?4 and measuredAt <= receivedAt + ?5 order by measuredAt ${order} limit 1`,
      [stationId, connectorId, at, since ?? NO_CLOCK_BEFORE, CLOCK_AHEAD_MS],
    )
    return row === undefined ? null : Number(row['measuredAt'])
  }
  const registerAfter =
    moment('measuredAt > ?3 and energyWh is not null', 'asc', until + ROLL_BACK_MS) ??
    moment('measuredAt > ?3 and energyWh is not null', 'desc', until)
  return {
    registerBefore: greatest([
      // Who tells no registers would otherwise be looked through to the very first.
      moment('measuredAt < ?3 and energyWh is not null', 'desc', from, endBefore),
      endBefore,
    ]),
    registerAfter: greatest([registerAfter, endAfter]),
    after: least([moment('measuredAt > ?3', 'asc', until), endAfter]),
  }
}

/** When a transaction began and, where it has, ended. */
function endsOf(transaction: LoadTransaction): Instant[] {
  const { startedAt, startReceivedAt, stoppedAt, stopReceivedAt } = transaction
  const start = stamp(startedAt, startReceivedAt).at
  return stoppedAt === null ? [start] : [start, stamp(stoppedAt, stopReceivedAt ?? stoppedAt).at]
}

/** Samples by when they count: those with a clock that can't be right lie elsewhere in the table. */
function samplesBetween(tx: Writes, place: Place, from: Instant, until: Instant): LoadSample[] {
  const columns = `measuredAt, receivedAt, transactionId, energyWh, powerW,
    currentL1Da, currentL2Da, currentL3Da`
  const { stationId, connectorId } = place
  const select = (condition: string, values: readonly SqlValue[]) =>
    tx.sql(
      `select ${columns} from meterSample where stationId = ? and connectorId = ? and ${condition}`,
      [stationId, connectorId, ...values],
    )
  const believed = select('measuredAt between ? and ?', [from, until])
  const unset = select('measuredAt < ? and receivedAt between ? and ?', [
    NO_CLOCK_BEFORE,
    from,
    until,
  ])
  const ahead = select(
    'measuredAt > ? and receivedAt between ? and ? and measuredAt > receivedAt + ?',
    [until, from, until, CLOCK_AHEAD_MS],
  )
  return [...believed, ...unset, ...ahead] as unknown as LoadSample[] // the columns named above
}

/** Transactions that have to do with a stretch of time. */
function transactionsAround(tx: Writes, place: Place, { from, until }: Span): LoadTransaction[] {
  const columns = `id, startedAt, startReceivedAt, meterStartWh, stoppedAt, stopReceivedAt, meterStopWh`
  const { stationId, connectorId } = place
  const rows = [
    ...tx.sql(
      `select ${columns} from "transaction" where stationId = ? and connectorId = ?
        and startedAt < ? order by startedAt desc limit ${BEFORE}`,
      [stationId, connectorId, from],
    ),
    ...tx.sql(
      `select ${columns} from "transaction" where stationId = ? and connectorId = ?
        and startedAt >= ? and startedAt <= ?`,
      [stationId, connectorId, from, until],
    ),
    ...tx.sql(
      `select ${columns} from "transaction" where stationId = ? and connectorId = ? and state = 'active'`,
      [stationId, connectorId],
    ),
  ] as unknown as LoadTransaction[] // the columns named above
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}

function least(moments: readonly (Instant | null)[]): Instant | null {
  const told = moments.filter((at) => at !== null)
  return told.length === 0 ? null : Math.min(...told)
}

function greatest(moments: readonly (Instant | null)[]): Instant | null {
  const told = moments.filter((at) => at !== null)
  return told.length === 0 ? null : Math.max(...told)
}
