import { createHash } from 'node:crypto'
import type { Socket } from 'node:net'
import {
  countedAs,
  ipOf,
  type IpNetwork,
  isWithin,
} from '../../../../shared/domain/driver-door/ip.ts'
import { lockOut, pace, type Pace, seats } from '../../../../shared/domain/driver-door/pace.ts'
import type { DoorLimits } from '../limits.ts'
import type { KnownCall } from '../messages.ts'

/**
 * Counts what each address and each link does, and says when it is too much. Whoever goes on all the same is not listened to
 * for a while: its connections are closed as soon as they come. Nothing of it is written down anywhere.
 */
export interface Gate {
  /** A connection that has just come; it is closed where there is no room for it. */
  connected(socket: Socket): void
  /** The methods below tell how long the address has to wait, ms; 0: it may go on. */
  mayAsk(address: string): number
  mayCall(kind: KnownCall['kind'], address: string, token: string | null): number
  mayShowToken(address: string): number
  /** The link that was shown opens nothing. */
  wrongToken(address: string, token: string): void
  /** Takes a place among the calls that are under way. */
  beginCall(address: string, kind: KnownCall['kind']): Begun
  /** The same among the answers that go on. @param end ends this one, where its link gets one too many */
  beginStream(address: string, token: string | null, end: () => void): Begun
  readonly watched: number
  readonly turnedAway: number
}

/** A place that is left by `leave`; `wait` the address has as many as it may, `busy` all have, or the hub has no time. */
export type Begun = { readonly leave: () => void } | 'wait' | 'busy'

/** How long one waits that has as much at once as it may. */
export const AT_ONCE_MS = 2_000

/** What is counted of all together goes under one key. */
const ALL = ''

/** @param now ms, of a clock that only goes on */
export function openGate(
  limits: DoorLimits,
  trusted: readonly IpNetwork[],
  now: () => number,
): Gate {
  const { each, eachToken, all, counted } = limits
  const requests = pace(each.requests, counted)
  const newConnections = pace(each.newConnections, counted)
  const insistence = pace(limits.insistence, counted)
  const calls = {
    read: null,
    live: null,
    question: pace(each.questions, counted),
    write: pace(each.writes, counted),
  } satisfies Record<KnownCall['kind'], Pace | null>
  const allCalls = {
    read: pace(all.calls.read, 1),
    live: pace(all.calls.live, 1),
    question: pace(all.calls.question, 1),
    write: pace(all.calls.write, 1),
  } satisfies Record<KnownCall['kind'], Pace>
  const tokenWrites = pace(eachToken.writes, counted)
  /** A wrong link that is shown again and again is no guessing. */
  const known = pace({ burst: 1, perSecond: 1 / 3_600 }, counted)
  const guesses = lockOut(limits.guesses, counted)
  const shut = lockOut(limits.shutOut, counted)
  const connections = seats({ each: each.connections, all: all.connections })
  const callsAtOnce = seats({ each: each.callsAtOnce, all: all.callsAtOnce })
  const streams = seats({ each: each.streams, all: all.streams })
  const streamsOf = new Map<string, (() => void)[]>()
  const sockets = new Map<string, Set<Socket>>()
  let turnedAway = 0

  /** Counts who was turned away, and shuts out who goes on. */
  const turned = (address: string, waitMs: number): number => {
    if (waitMs === 0) return 0
    turnedAway += 1
    if (shut.waitMs(address, now()) === 0 && insistence.take(address, now()) > 0) {
      shut.slip(address, now())
      for (const socket of sockets.get(address) ?? []) socket.destroy()
    }
    return waitMs
  }

  const keep = (socket: Socket, address: string, leave: () => void): void => {
    const own = sockets.get(address) ?? new Set()
    sockets.set(address, own.add(socket))
    socket.once('close', () => {
      leave()
      own.delete(socket)
      if (own.size === 0) sockets.delete(address)
    })
  }

  return {
    connected(socket) {
      const ip = ipOf(socket.remoteAddress ?? '')
      if (ip === null) return void socket.destroy()
      // A proxy brings many, who are counted each by their own address.
      if (trusted.some((network) => isWithin(ip, network))) return
      const address = countedAs(ip)
      const waitMs = shut.waitMs(address, now()) || newConnections.take(address, now())
      const leave = waitMs === 0 ? connections.enter(address) : null
      if (leave !== null) return keep(socket, address, leave)
      turned(address, waitMs || AT_ONCE_MS)
      socket.destroy()
    },
    mayAsk: (address) =>
      turned(address, shut.waitMs(address, now()) || requests.take(address, now())),
    mayCall(kind, address, token) {
      const waitMs = calls[kind]?.take(address, now()) ?? 0
      if (waitMs > 0 || kind !== 'write' || token === null) return turned(address, waitMs)
      return turned(address, tokenWrites.take(digestOf(token), now()))
    },
    mayShowToken: (address) => turned(address, guesses.waitMs(address, now())),
    wrongToken(address, token) {
      if (known.take(`${address} ${digestOf(token)}`, now()) === 0) guesses.slip(address, now())
    },
    beginCall(address, kind) {
      if (allCalls[kind].take(ALL, now()) > 0) return 'busy'
      const leave = callsAtOnce.enter(address)
      if (leave !== null) return { leave }
      if (callsAtOnce.taken >= all.callsAtOnce) return 'busy'
      turned(address, AT_ONCE_MS)
      return 'wait'
    },
    beginStream(address, token, end) {
      const leave = streams.enter(address)
      if (leave !== null && allCalls.live.take(ALL, now()) > 0) {
        leave()
        return 'busy'
      }
      if (leave === null) {
        if (streams.taken >= all.streams) return 'busy'
        turned(address, AT_ONCE_MS)
        return 'wait'
      }
      if (token === null) return { leave }
      const digest = digestOf(token)
      const own = streamsOf.get(digest) ?? []
      streamsOf.set(digest, own)
      own.push(end)
      // The oldest is the likeliest to be one that nobody looks at any more, without anyone having noticed.
      if (own.length > eachToken.streams) own[0]?.()
      return {
        leave() {
          leave()
          own.splice(own.indexOf(end), 1)
          if (own.length === 0) streamsOf.delete(digest)
        },
      }
    },
    get watched() {
      return streams.taken
    },
    get turnedAway() {
      return turnedAway
    },
  }
}

/** A link as it is counted: nothing that stays in memory opens anything. */
function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url').slice(0, 22)
}
