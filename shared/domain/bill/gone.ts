import type { Instant } from '../../time/instant.ts'
import type { ConnectorStatus } from '../connector/connector.ts'
import { pluggedIn } from '../connector/plugged-in.ts'
import { startOf, type StayTransaction, stopOf } from './registers.ts'
import { isPauseWord, type StayMark } from './stay-mark.ts'

/** With these nothing is plugged in. */
const FREE: ReadonlySet<ConnectorStatus> = new Set(['Available', 'Reserved'])

/** What else than statuses tells that a car has left. */
export interface Leaving {
  /** When the next transaction began on its connector; null while none has. */
  readonly nextStartsAt: Instant | null
  /** When its booking says that it left. */
  readonly leftAt: Instant | null
  /** Since when its charger has been out of touch for so long that nobody can tell; null while somebody can. */
  readonly unknownSince: Instant | null
}

/**
 * When the car of a finished transaction was gone; null while it stands there, and while it charges. Where the charger
 * has told nothing of a plug since the start, and where nobody can tell any more, it counts as gone: what isn't known
 * isn't billed.
 * @param marks in order
 */
export function goneAt(
  transaction: StayTransaction,
  marks: readonly StayMark[],
  { nextStartsAt, leftAt, unknownSince }: Leaving,
): Instant | null {
  const stopsAt = stopOf(transaction)
  if (stopsAt === null) return null
  if (transaction.stopReason === 'EVDisconnected') return stopsAt
  const told = [nextStartsAt, leftAt, unknownSince, unplugged(transaction, stopsAt, marks)]
  const moments = told.filter((at) => at !== null)
  return moments.length === 0 ? null : Math.max(stopsAt, Math.min(...moments))
}

function unplugged(
  transaction: StayTransaction,
  stopsAt: Instant,
  marks: readonly StayMark[],
): Instant | null {
  const startsAt = startOf(transaction)
  let last: ConnectorStatus | null = null
  for (const { at, word } of marks) {
    if (isPauseWord(word) || at < startsAt) continue
    // Before the stop only a free connector tells that it is gone: it may be told before the stop is.
    if (at > stopsAt && last !== null && FREE.has(last)) return stopsAt
    if (at > stopsAt && !pluggedIn.has(word)) return at
    last = word
  }
  return last === null || FREE.has(last) ? stopsAt : null
}
