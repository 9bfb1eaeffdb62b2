import type { LockOutRules, Rate } from '../../../shared/domain/driver-door/pace.ts'
import type { KnownCall } from './messages.ts'

/** What the door bears. Times in ms, sizes in bytes. */
export interface DoorLimits {
  /** Of one address; many phones may come by the same. */
  readonly each: {
    readonly connections: number
    readonly newConnections: Rate
    readonly requests: Rate
    /** Calls that reckon, such as offers. */
    readonly questions: Rate
    /** Calls that change something. */
    readonly writes: Rate
    readonly callsAtOnce: number
    readonly streams: number
  }
  /** Of one link. A stream too many ends the link's oldest. */
  readonly eachToken: { readonly writes: Rate; readonly streams: number }
  readonly all: {
    readonly connections: number
    readonly callsAtOnce: number
    readonly streams: number
    /** What the hub has time for, beside its chargers, whoever asks. */
    readonly calls: { readonly [Kind in KnownCall['kind']]: Rate }
  }
  /** Wrong links, each counted once. */
  readonly guesses: LockOutRules
  /** Who goes on when turned away: that often is borne, then nothing of theirs is looked at. */
  readonly insistence: Rate
  readonly shutOut: LockOutRules
  /** Addresses and links that are kept in mind, of each kind. */
  readonly counted: number
  readonly bodyBytes: number
  readonly headerBytes: number
  readonly urlBytes: number
  readonly headersMs: number
  readonly requestMs: number
  readonly keepAliveMs: number
  /** How long a connection may do nothing, and how long a phone may not take what it is sent. */
  readonly idleMs: number
  readonly requestsASocket: number
  /** How long a call may take, but one that goes on. */
  readonly answerMs: number
  /** Between two signs of life of an answer that goes on. */
  readonly pulseMs: number
  /** How often the hub is told how many there were, at most. */
  readonly countMs: number
  /** After how long a door whose thread failed is put up again. */
  readonly againMs: number
  /** Between two looks at the certificate's files. */
  readonly certificateMs: number
}

export const doorLimits: DoorLimits = {
  each: {
    connections: 96,
    newConnections: { burst: 120, perSecond: 20 },
    requests: { burst: 150, perSecond: 20 },
    questions: { burst: 40, perSecond: 4 },
    writes: { burst: 20, perSecond: 1 },
    callsAtOnce: 16,
    streams: 48,
  },
  eachToken: { writes: { burst: 20, perSecond: 0.5 }, streams: 5 },
  // Files and the chargers' sockets need theirs too, of the 1,024 that a process is often given.
  all: {
    connections: 600,
    callsAtOnce: 64,
    streams: 300,
    calls: {
      read: { burst: 600, perSecond: 150 },
      live: { burst: 300, perSecond: 50 },
      question: { burst: 120, perSecond: 30 },
      write: { burst: 120, perSecond: 30 },
    },
  },
  guesses: { free: 5, firstMs: 1_000, longestMs: 900_000, forgetMs: 3_600_000 },
  insistence: { burst: 100, perSecond: 5 },
  shutOut: { free: 0, firstMs: 5_000, longestMs: 600_000, forgetMs: 1_800_000 },
  counted: 4_096,
  bodyBytes: 16 * 1024,
  headerBytes: 8 * 1024,
  urlBytes: 1024,
  headersMs: 5_000,
  requestMs: 10_000,
  keepAliveMs: 10_000,
  idleMs: 40_000,
  requestsASocket: 500,
  answerMs: 30_000,
  pulseMs: 15_000,
  countMs: 1_000,
  againMs: 5_000,
  certificateMs: 60_000,
}
