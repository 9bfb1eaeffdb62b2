import { type Day, dayAround } from '../../../shared/domain/load/calendar.ts'
import {
  blankSteps,
  coarser,
  put,
  sliceOf,
  type Steps,
  totalOf,
} from '../../../shared/domain/load/steps.ts'
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
  const number = numberOf(tx, key)
  const end = minutes.startsAt + minutes.count * MINUTE
  for (let dayAt = dayOf(minutes.startsAt); dayAt < end; dayAt += DAY) {
    const day = quartersOf(tx, number, dayAt) ?? blankSteps(dayAt, QUARTER, QUARTERS)
    for (let at = 0; at < quarters.count; at += 1) {
      const into = (quarters.startsAt + at * QUARTER - dayAt) / QUARTER
      if (into >= 0 && into < QUARTERS) put(day, into, totalOf(quarters, at, at + 1))
    }
    tx.sql('insert or replace into loadQuarters (id, steps) values (?, ?)', [
      quartersId(number, dayAt),
      packSteps(day),
    ])
    putHours(tx, number, day)
  }
  for (let at = minutes.startsAt; at < end;) {
    const day = dayAround(at, timeZone)
    putDay(tx, number, day)
    at = day.until
  }
}

/** Puts a UTC day's hours among those of its block. */
function putHours(tx: Sql, number: number, quarters: Steps): void {
  const block = blockOf(quarters.startsAt)
  const id = number * IDS_A_KEY + block
  const [row] = tx.sql('select steps from loadHours where id = ?', [id])
  const hours =
    row === undefined
      ? blankSteps(block * BLOCK, HOUR, BLOCK / HOUR)
      : unpackSteps(bytesOf(row), block * BLOCK, HOUR)
  const day = coarser(quarters, HOUR / QUARTER)
  const first = (day.startsAt - hours.startsAt) / HOUR
  for (let at = 0; at < day.count; at += 1) put(hours, first + at, totalOf(day, at, at + 1))
  tx.sql('insert or replace into loadHours (id, steps) values (?, ?)', [id, packSteps(hours)])
}

/** A UTC day's quarters, if there are any. */
export function keptQuarters(tx: Sql, key: string, dayAt: Instant): Steps | null {
  return quartersOf(tx, numberOf(tx, key), dayAt)
}

function quartersOf(tx: Sql, number: number, dayAt: Instant): Steps | null {
  const [row] = tx.sql('select steps from loadQuarters where id = ?', [quartersId(number, dayAt)])
  return row === undefined ? null : unpackSteps(bytesOf(row), dayAt, QUARTER)
}

/** Makes a day's sum, by the site's clock, of its quarters. */
export function putDay(tx: Sql, number: number, { from, until, month, day }: Day): void {
  const quarters = blankSteps(from, QUARTER, (until - from) / QUARTER)
  for (let dayAt = dayOf(from); dayAt < until; dayAt += DAY) {
    const kept = quartersOf(tx, number, dayAt)
    if (kept === null) continue
    const first = Math.max(from, dayAt)
    const last = Math.min(until, dayAt + DAY)
    const part = sliceOf(kept, (first - dayAt) / QUARTER, (last - first) / QUARTER)
    for (let at = 0; at < part.count; at += 1)
      put(quarters, (first - from) / QUARTER + at, totalOf(part, at, at + 1))
  }
  const id = monthId(number, month)
  const [row] = tx.sql('select steps from loadDays where id = ?', [id])
  const days = row === undefined ? blankSteps(0, DAY, MOST_DAYS) : unpackSteps(bytesOf(row), 0, DAY)
  put(days, day, totalOf(quarters))
  tx.sql('insert or replace into loadDays (id, steps) values (?, ?)', [id, packSteps(days)])
}

/** A key's number, a new one where it has none yet. */
export function numberOf(tx: Sql, key: string): number {
  const known = tx.sql('select number from loadKey where key = ?', [key])
  const [row] =
    known.length > 0
      ? known
      : tx.sql('insert into loadKey (key) values (?) returning number', [key])
  return Number(row?.['number'])
}

/** Days, blocks and months of one key lie within as many ids. */
export const IDS_A_KEY = 2 ** 20

/** Hours are kept so many days at a time, so that a month of many lines is few rows. */
export const BLOCK = 32 * DAY
export const blockOf = (at: Instant): number => Math.floor(at / BLOCK)

const MOST_DAYS = 31

export function quartersId(number: number, dayAt: Instant): number {
  return number * IDS_A_KEY + dayAt / DAY
}

/** @param month counted through all years */
export function monthId(number: number, month: number): number {
  return number * IDS_A_KEY + month
}

/** The bytes in a row's `steps`. */
export function bytesOf(row: Record<string, unknown>): Uint8Array {
  return row['steps'] as Uint8Array // a blob, by its column
}
