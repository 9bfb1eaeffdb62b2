/** What is to happen by itself, and when (epoch ms). */
export type Due = {
  at: number
  what:
    | 'charge-settles'
    | 'hold-expires'
    | 'session-expires'
    | 'swish-expires'
    | 'refund-succeeds'
    | 'refund-fails'
    | 'dispute-opens'
    | 'payouts-go'
    | 'payout-arrives'
    | 'reader-times-out'
  /** The object that it happens to; empty when it happens to the account. */
  id: string
}

/**
 * Takes out the first thing that is due by `now`; null when nothing is. Of two at the same instant the
 * one that was written down first happens first.
 */
export function takeDue(agenda: Due[], now: number): Due | null {
  let first: Due | null = null
  for (const due of agenda) {
    if (due.at <= now && (first === null || due.at < first.at)) first = due
  }
  if (first !== null) agenda.splice(agenda.indexOf(first), 1)
  return first
}

/** The next instant at which something happens by itself; null when nothing will. */
export function nextDueAt(agenda: readonly Due[]): number | null {
  return agenda.length === 0 ? null : Math.min(...agenda.map(({ at }) => at))
}
