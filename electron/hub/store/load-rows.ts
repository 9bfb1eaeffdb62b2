import type { Id } from '../../../shared/domain/id/id.ts'
import type { Instant } from '../../../shared/time/instant.ts'

// Rows of what was drawn and when: measured values, loads step by step, and how the site hung together.

/** One normalised meter value. Its key is its content, so a resent value finds itself already there. */
export interface MeterSample {
  stationId: Id
  connectorId: number
  measuredAt: Instant
  context: string
  /** Empty outside a transaction, since a part of the key can't be null. */
  transactionId: Id | ''
  receivedAt: Instant
  energyWh: number | null
  powerW: number | null
  socPct: number | null
  currentL1Da: number | null
  currentL2Da: number | null
  currentL3Da: number | null
  /** Measurands without a column of their own, as the metering rules name them. */
  other: unknown
  notes: string[]
}

/** One step of the imported base load (W) or prices (minor units per MWh). */
export interface SiteSeriesRow {
  kind: 'base' | 'price'
  startsAt: Instant
  endsAt: Instant
  value: number
}

/** An hour's minutes of what has that key in the room `load/`. */
export interface LoadMinutesRow {
  hourAt: Instant
  key: string
  /** As `load/pack.ts` packs them. */
  steps: Uint8Array
}

/** A key's number. */
export interface LoadKeyRow {
  number: number
  key: string
}

/** A day's (UTC) quarters, the hours of thirty-two such days, or the days of a month by the site's clock. */
export interface LoadStepsRow {
  /** As `load/kept.ts` makes it of the key's number and the day's or the month's. */
  id: number
  steps: Uint8Array
}

/** How far loads are made, and by which clock their days are. */
export interface LoadStateRow {
  id: 'load'
  rolledAt: Instant
  timeZone: string
}

/** When a station was connected; `until` is null while it is. */
export interface StationOnlineRow {
  stationId: Id
  from: Instant
  until: Instant | null
}

/** How stations and feeders hung together from then on, as `load/site-tree.ts` has it. */
export interface SiteTreeRow {
  from: Instant
  tree: unknown
}

/** What the building's live meter told. */
export interface BuildingReading {
  measuredAt: Instant
  receivedAt: Instant
  powerW: number
  currentL1Da: number | null
  currentL2Da: number | null
  currentL3Da: number | null
}
