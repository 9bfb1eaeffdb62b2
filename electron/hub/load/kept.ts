import { dayAround } from '../../../shared/domain/load/calendar.ts'
import { coarser, put, sliceOf, type Steps, totalOf } from '../../../shared/domain/load/steps.ts'
import { blankSteps } from '../../../shared/domain/load/steps.ts'
import { DAY, HOUR, type Instant, MINUTE } from '../../../shared/time/instant.ts'
import type { SqlValue } from '../store/tables.ts'
import { packSteps, unpackSteps } from './pack.ts'

export const QUARTER = 15 * MINUTE
const QUARTERS = DAY / QUARTER

/** What rows are read and written through: a unit's handle. */
export interface Sql {
  sql(statement: string, parameters: readonly SqlValue[]): Record<string, unknown>[]
}

/** The full hour, or UTC day, that a moment lies in. */
export const hourOf = (at: Instant): Instant => at - (at % HOUR)
export const dayOf = (at: Instant): Instant => at - (at % DAY)

/** Puts an hour's minutes in their place. */
export function putMinutes(tx: Sql, key: string, minutes: Steps): void {
  tx.sql('insert or replace into loadMinutes (hourAt, key, steps) values (?, ?, ?)', [
    minutes.startsAt,
    key,
    packSteps(minutes),
  ])
}

/** An hour's minutes, if there are any. */
export function keptMinutes(tx: Sql, key: string, hourAt: Instant): Steps | null {
  const [row] = tx.sql('select steps from loadMinutes where hourAt = ? and key = ?', [hourAt, key])
  return row === undefined ? null : unpackSteps(bytesOf(row), hourAt, MINUTE)
}

/** Puts the quarters of these minutes (full hours) in their place, and the sums of the days that they are of. */
export function putQuarters(tx: Sql, key: string, minutes: Steps, timeZone: string): void {
  const quarters = coarser(minutes, QUARTER / MINUTE)
  const end = minutes.startsAt + minutes.count * MINUTE
  for (let dayAt = dayOf(minutes.startsAt); dayAt < end; dayAt += DAY) {
    const day = keptQuarters(tx, key, dayAt) ?? blankSteps(dayAt, QUARTER, QUARTERS)
    for (let at = 0; at < quarters.count; at += 1) {
      const into = (quarters.startsAt + at * QUARTER - dayAt) / QUARTER
      if (into >= 0 && into < QUARTERS) put(day, into, totalOf(quarters, at, at + 1))
    }
    tx.sql('insert or replace into loadQuarters (dayAt, key, steps) values (?, ?, ?)', [
      dayAt,
      key,
      packSteps(day),
    ])
  }
  for (let at = minutes.startsAt; at < end;) {
    const day = dayAround(at, timeZone)
    putDay(tx, key, day.from, day.until)
    at = day.until
  }
}

/** A UTC day's quarters, if there are any. */
export function keptQuarters(tx: Sql, key: string, dayAt: Instant): Steps | null {
  const [row] = tx.sql('select steps from loadQuarters where dayAt = ? and key = ?', [dayAt, key])
  return row === undefined ? null : unpackSteps(bytesOf(row), dayAt, QUARTER)
}

/** Makes a site-local day's sum of its quarters; an hour in the day is told as such though it is two half UTC days. */
export function putDay(tx: Sql, key: string, from: Instant, until: Instant): void {
  const count = (until - from) / QUARTER
  const day = blankSteps(from, QUARTER, count)
  for (let dayAt = dayOf(from); dayAt < until; dayAt += DAY) {
    const quarters = keptQuarters(tx, key, dayAt)
    if (quarters === null) continue
    const first = Math.max(from, dayAt)
    const last = Math.min(until, dayAt + DAY)
    const part = sliceOf(quarters, (first - dayAt) / QUARTER, (last - first) / QUARTER)
    for (let at = 0; at < part.count; at += 1)
      put(day, (first - from) / QUARTER + at, totalOf(part, at, at + 1))
  }
  const { energyWh, maxW, meanDa, known, flags } = totalOf(day)
  tx.sql(
    `insert or replace into loadDay
      (key, startsAt, endsAt, energyWh, maxW, l1Da, l2Da, l3Da, known, flags)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [key, from, until, energyWh, maxW, ...meanDa, known, flags],
  )
}

/** The bytes in a row's `steps`. */
export function bytesOf(row: Record<string, unknown>): Uint8Array {
  return row['steps'] as Uint8Array // a blob, by its column
}
