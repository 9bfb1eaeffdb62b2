import type { Instant } from '../../time/instant.ts'
import { MINUTE } from '../../time/instant.ts'
import { isClockSuspect } from '../metering/clock-suspect.ts'
import { sampledAt } from '../transaction/progress.ts'
import type { Transaction } from '../transaction/transaction.ts'

/** What of a meter value a stay is billed by. */
export interface StaySample {
  readonly measuredAt: Instant
  readonly receivedAt: Instant
  readonly energyWh: number | null
  readonly currentL1Da: number | null
  readonly currentL2Da: number | null
  readonly currentL3Da: number | null
}

/** What of a transaction a stay is billed by. */
export type StayTransaction = Pick<
  Transaction,
  | 'state'
  | 'startedAt'
  | 'startReceivedAt'
  | 'meterStartWh'
  | 'stoppedAt'
  | 'stopReceivedAt'
  | 'stopReason'
  | 'energyWh'
  | 'sampledAt'
>

/** How much had been delivered at a moment. */
export interface Register {
  readonly at: Instant
  /** Since the start of the transaction. */
  readonly wh: number
  /** Over all phases, just then, 0.1 A. */
  readonly currentDa: number | null
}

/** When it began, as well as can be known. */
export function startOf({ startedAt, startReceivedAt }: StayTransaction): Instant {
  return isClockSuspect(startedAt, startReceivedAt) ? startReceivedAt : startedAt
}

/** When it ended, never before it began; null while it runs. */
export function stopOf(transaction: StayTransaction): Instant | null {
  const { state, stoppedAt, stopReceivedAt } = transaction
  if (state === 'active' || stoppedAt === null) return null
  const received = stopReceivedAt ?? stoppedAt
  const at = isClockSuspect(stoppedAt, received) ? received : stoppedAt
  return Math.max(at, startOf(transaction))
}

/**
 * A transaction's registers in order, never falling, from nothing at its start to all it has delivered at its end:
 * the last of each minute, since more would not change a price that anybody could tell. What the meter said outside of
 * the transaction's own registers, such as after a reset, counts for nothing.
 * @param samples in any order, repeated or not
 */
export function registersOf(
  transaction: StayTransaction,
  samples: readonly StaySample[],
): Register[] {
  const from = startOf(transaction)
  const { meterStartWh, energyWh } = transaction
  const until = stopOf(transaction) ?? Math.max(from, transaction.sampledAt ?? from)
  const last = new Map<number, Register>()
  for (const sample of samples) {
    if (sample.energyWh === null) continue
    const at = sampledAt(sample)
    const wh = sample.energyWh - meterStartWh
    if (at <= from || at >= until || wh < 0 || wh > energyWh) continue
    const minute = Math.floor(at / MINUTE)
    const register = { at, wh, currentDa: currentOf(sample) }
    const known = last.get(minute)
    if (known === undefined || compare(register, known) > 0) last.set(minute, register)
  }
  const registers: Register[] = [{ at: from, wh: 0, currentDa: null }]
  let highest = 0
  for (const register of [...last.values()].toSorted(compare)) {
    highest = Math.max(highest, register.wh)
    registers.push({ ...register, wh: highest })
  }
  registers.push({ at: until, wh: energyWh, currentDa: registers.at(-1)?.currentDa ?? null })
  return registers
}

/** By time, then by what they say, so that the order in which they came doesn't count. */
function compare(one: Register, other: Register): number {
  return one.at - other.at || one.wh - other.wh || (one.currentDa ?? -1) - (other.currentDa ?? -1)
}

function currentOf({ currentL1Da, currentL2Da, currentL3Da }: StaySample): number | null {
  const phases = [currentL1Da, currentL2Da, currentL3Da].filter((da) => da !== null)
  return phases.length === 0 ? null : phases.reduce((sum, da) => sum + da, 0)
}
