import type { Requests } from '../schema/roots.ts'

/** What goes wrong with a request. `before` it does nothing; `after` it is done and the answer is lost. */
export type Fault =
  | { kind: 'timeout'; when: 'after' | 'before' }
  | { kind: 'reset'; when: 'after' | 'before' }
  | { kind: 'error'; when: 'after' | 'before' }
  | { kind: 'conflict' }
  | { kind: 'rate-limit' }
  | { kind: 'slow'; ms: number }
  | { kind: 'decline'; code: string }

/** What a fault may be chosen by. */
export type FaultRequest = {
  endpoint: keyof Requests
  id: string
  idempotencyKey: string | null
  /** How many requests came before, of this endpoint and of all. */
  before: { endpoint: number; all: number }
}

/** What goes wrong with events on their way into the list. */
export type EventFault = {
  /** How long one is held back, ms. */
  delayMs?: number
  /** Whether it is listed a second time. */
  twice?: boolean
  /** How many places it is put before those that were listed already. */
  back?: number
}

/** Everything that may go wrong, and how to bring it about. */
export type Faults = {
  /** The next request, or the next of an endpoint, goes wrong. Several wait for their turn. */
  once: (fault: Fault, endpoint?: keyof Requests) => void
  /** A rule for every request; null lets it pass. Null for no rule. */
  always: (rule: ((request: FaultRequest) => Fault | null) | null) => void
  /** A rule for every event; null lets it pass. Null for no rule. */
  events: (rule: ((type: string) => EventFault | null) | null) => void
  /** Whether nothing gets through at all. */
  offline: (isOffline: boolean) => void
  /**
   * How long a new object can't be found by searching, ms; 0 unless told. Stripe's own search is behind
   * by up to a minute (Stripe documentation, "Search").
   */
  searchLag: (ms: number) => void
}

/** Faults, with what the double asks of them. */
export type FaultBox = Faults & {
  isOffline: () => boolean
  searchLagMs: () => number
  take: (request: Omit<FaultRequest, 'before'>) => Fault | null
  ofEvent: (type: string) => EventFault | null
}

/** A box of faults, empty. */
export function newFaults(): FaultBox {
  const waiting: { fault: Fault; endpoint: keyof Requests | null }[] = []
  const counts = new Map<string, number>()
  let rule: ((request: FaultRequest) => Fault | null) | null = null
  let eventRule: ((type: string) => EventFault | null) | null = null
  let all = 0
  let isOffline = false
  let searchLagMs = 0
  return {
    once: (fault, endpoint) => waiting.push({ fault, endpoint: endpoint ?? null }),
    always: (next) => (rule = next),
    events: (next) => (eventRule = next),
    offline: (next) => (isOffline = next),
    searchLag: (next) => (searchLagMs = next),
    isOffline: () => isOffline,
    searchLagMs: () => searchLagMs,
    ofEvent: (type) => eventRule?.(type) ?? null,
    take: (request) => {
      const endpoint = counts.get(request.endpoint) ?? 0
      counts.set(request.endpoint, endpoint + 1)
      const before = { endpoint, all }
      all += 1
      const at = waiting.findIndex(
        (each) => each.endpoint === null || each.endpoint === request.endpoint,
      )
      if (at >= 0) return waiting.splice(at, 1)[0]?.fault ?? null
      return rule?.({ ...request, before }) ?? null
    },
  }
}
