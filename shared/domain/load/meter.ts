import type { Instant } from '../../time/instant.ts'
import type { Id } from '../id/id.ts'
import type { PhaseRotation } from '../station/phase-rotation.ts'

/** A raw sample, as far as a load is made of it. */
export interface LoadSample {
  /** By the charger's clock. */
  readonly measuredAt: Instant
  readonly receivedAt: Instant
  /** Empty outside a transaction. */
  readonly transactionId: Id | ''
  readonly energyWh: number | null
  readonly powerW: number | null
  /** On the charger's own first, second and third phase. */
  readonly currentL1Da: number | null
  readonly currentL2Da: number | null
  readonly currentL3Da: number | null
}

/** A transaction, as far as a load is made of it. */
export interface LoadTransaction {
  readonly id: Id
  readonly startedAt: Instant
  readonly startReceivedAt: Instant
  readonly meterStartWh: number
  readonly stoppedAt: Instant | null
  /** Null where the charger has not told its end: then its stop register is no reading. */
  readonly stopReceivedAt: Instant | null
  readonly meterStopWh: number | null
}

/** From an instant up to another. */
export interface Span {
  readonly from: Instant
  readonly until: Instant
}

/** What is known of one connector (or main meter, or building) around the time that is asked about, in any order. */
export interface Meter {
  /** With the ones before and after, see `touchedBy`. */
  readonly samples: readonly LoadSample[]
  readonly transactions: readonly LoadTransaction[]
  /** When its station was connected. */
  readonly online: readonly Span[]
  /** From when until when it was there at all: outside nothing is missed. */
  readonly since: Instant
  readonly until: Instant
  /** How often it tells its values as a rule, ms. */
  readonly usualMs: number
  readonly rotation: PhaseRotation
}

/** Values told less often than this leave a gap, unless the charger is set to tell them so seldom. */
const SHORTEST_GAP_MS = 300_000

/** From when on a silence is a gap: three times as long as values usually are apart, five minutes at least. */
export function gapOf(usualMs: number): number {
  return Math.max(SHORTEST_GAP_MS, 3 * usualMs)
}
