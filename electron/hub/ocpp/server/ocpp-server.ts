import type { IncomingMessage, Server as HttpServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { OutboundAction, OutboundRequest } from '../rpc/actions.ts'
import { passwordsOf } from './basic-auth.ts'
import { chargePointIdOf } from './charge-point-path.ts'
import { ChargerLink, CLOSE_GRACE_MS, type LinkParts } from './charger-link.ts'
import type { Admission, Admitted, CallOutcome, ConnectedCharger, OcppDesk } from './desk.ts'
import { failedAttempts } from './failed-attempts.ts'
import { addressOf, isSecure, offersSubprotocol, refuseUpgrade, SUBPROTOCOL } from './handshake.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { liveness } from './liveness.ts'
import { rivals } from './rivals.ts'
import type { Timers } from './timers.ts'

export interface OcppServerParts {
  readonly desk: OcppDesk
  readonly timers: Timers
  /** Unique ids for connections and calls, at most 36 characters. */
  readonly newId: () => string
  readonly limits?: Partial<Limits>
}

/** The chargers that are connected and the way in for others. */
export interface OcppServer {
  /**
   * Takes an HTTP upgrade under `/ocpp/`. False when the path is somebody else's; the socket is then untouched.
   */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean
  /** Answers the upgrades of an HTTP server; those under other paths are refused with 404. */
  attach(server: HttpServer): void
  charger(chargePointId: string): ConnectedCharger | undefined
  chargers(): Iterable<ConnectedCharger>
  readonly connected: number
  /** Sends a call when its turn comes. Never rejects; `disconnected` when the charger is not there. */
  call<A extends OutboundAction>(
    chargePointId: string,
    action: A,
    payload: OutboundRequest<A>,
  ): Promise<CallOutcome<A>>
  /** Changes as whom a connected charger is let in, as when a candidate is adopted. */
  readmit(chargePointId: string, admitted: Admitted): void
  /** Closes a charger's socket, as when its key is revoked. */
  drop(chargePointId: string, why: string): void
  /** Closes every socket and lets nobody in any more. */
  close(): Promise<void>
}

/** Refusals held back at once; beyond, they go out at once, so that nobody can fill the memory with them. */
const HELD_REFUSALS = 1_000

/** How much of a path that leads nowhere is told. */
const LOGGED_PATH = 200

/** Starts answering chargers; `attach` or `upgrade` lets them in. */
export function ocppServer(parts: OcppServerParts): OcppServer {
  const { desk, timers } = parts
  const limits: Limits = { ...defaultLimits, ...parts.limits }
  const links = new Map<string, ChargerLink>()
  const failures = failedAttempts()
  const alive = liveness(timers, limits.pingEveryMs)
  const contests = rivals(limits.rivalPongMs)
  let heldRefusals = 0
  let closing: (() => void) | null = null

  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.maxPayloadBytes,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  })

  const linkParts: LinkParts = {
    desk,
    timers,
    newId: parts.newId,
    limits,
    gone(link) {
      alive.remove(link)
      // A stale socket's close must not take its successor's place away.
      if (links.get(link.chargePointId) === link) links.delete(link.chargePointId)
      if (links.size === 0) closing?.()
    },
  }

  const welcome = (attempt: Attempt, admitted: Admitted): void => {
    sockets.handleUpgrade(attempt.request, attempt.socket, attempt.head, (socket) => {
      const { chargePointId, address } = attempt
      const link = new ChargerLink(linkParts, socket, { chargePointId, address, admitted })
      links.set(chargePointId, link)
      alive.add(link)
    })
  }

  const refuse = (attempt: Attempt): void => {
    const { socket, address, chargePointId } = attempt
    const delay = failures.failed(address, chargePointId, timers.now())
    if (heldRefusals >= HELD_REFUSALS) return refuseUpgrade(socket, 401)
    heldRefusals += 1
    const release = (): void => {
      heldRefusals -= 1
      cancel()
      socket.off('close', release)
    }
    const cancel = timers.after(delay, () => {
      release()
      refuseUpgrade(socket, 401)
    })
    socket.once('close', release)
  }

  const admit = async (attempt: Attempt): Promise<void> => {
    const { request, socket, chargePointId, address } = attempt
    const admission: Admission = await desk.admit({
      chargePointId,
      address,
      secure: isSecure(request),
      passwords: passwordsOf(request.headers.authorization, chargePointId),
      at: timers.now(),
    })
    if (closing !== null) return refuseUpgrade(socket, 503)
    if (admission.kind === 'refused') return refuse(attempt)
    failures.succeeded(address, chargePointId)
    // Until nobody holds the place: whoever waited may find that a third has taken it meanwhile.
    for (let current = links.get(chargePointId); current; current = links.get(chargePointId)) {
      const verdict = await contests.contend(current)
      if (verdict === 'alive') desk.rivalRefused(current, { address, at: timers.now() })
      if (verdict !== 'replace') return refuseUpgrade(socket, 409)
      if (links.get(chargePointId) === current) current.terminate('replaced')
    }
    if (closing !== null) return refuseUpgrade(socket, 503)
    if (socket.destroyed) return
    welcome(attempt, admission)
  }

  const turnAwayForProtocol = (attempt: Omit<Attempt, 'chargePointId'>): void => {
    // OCPP-J 1.6 §3.1.2: complete the handshake without a subprotocol, then close at once.
    sockets.handleUpgrade(attempt.request, attempt.socket, attempt.head, (socket) => {
      socket.on('error', () => undefined)
      socket.close(1002, `only ${SUBPROTOCOL} is spoken here`)
      timers.after(CLOSE_GRACE_MS, () => socket.terminate())
    })
  }

  const stray = (request: IncomingMessage, socket: Duplex): void => {
    const path = (request.url ?? '').slice(0, LOGGED_PATH)
    desk.strayed({ path, address: addressOf(request), at: timers.now() })
    refuseUpgrade(socket, 404)
  }

  const upgrade: OcppServer['upgrade'] = (request, socket, head) => {
    const chargePointId = chargePointIdOf(request.url)
    if (chargePointId === undefined) return false
    socket.on('error', () => socket.destroy())
    const attempt = { request, socket, head, address: addressOf(request) }
    if (closing !== null) refuseUpgrade(socket, 503)
    else if (chargePointId === null) stray(request, socket)
    else if (!offersSubprotocol(request.headers['sec-websocket-protocol'])) {
      turnAwayForProtocol(attempt)
    } else admit({ ...attempt, chargePointId }).catch(() => refuseUpgrade(socket, 500))
    return true
  }

  return {
    upgrade,
    attach(server) {
      server.on('upgrade', (request, socket, head) => {
        if (upgrade(request, socket, head)) return
        socket.on('error', () => socket.destroy())
        stray(request, socket)
      })
    },
    charger: (chargePointId) => links.get(chargePointId),
    chargers: () => links.values(),
    get connected() {
      return links.size
    },
    async call(chargePointId, action, payload) {
      const link = links.get(chargePointId)
      return link === undefined ? { kind: 'disconnected' } : link.call(action, payload)
    },
    readmit(chargePointId, admitted) {
      const link = links.get(chargePointId)
      if (link !== undefined) link.admitted = admitted
    },
    drop(chargePointId, why) {
      links.get(chargePointId)?.close(1008, why, 'dropped')
    },
    async close() {
      const allGone = new Promise<void>((resolve) => (closing = resolve))
      alive.stop()
      for (const link of links.values()) link.close(1001, 'the hub is closing', 'closed')
      if (links.size > 0) await allGone
    },
  }
}

interface Attempt {
  readonly request: IncomingMessage
  readonly socket: Duplex
  readonly head: Buffer
  readonly address: string
  readonly chargePointId: string
}
