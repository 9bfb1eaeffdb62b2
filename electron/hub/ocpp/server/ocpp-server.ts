import type { OutboundAction, OutboundRequest } from '../rpc/actions.ts'
import { passwordsOf } from './basic-auth.ts'
import { chargePointIdOf } from './charge-point-path.ts'
import { ChargerLink, CLOSE_GRACE_MS, type LinkParts } from './charger-link.ts'
import type { Admission, Admitted, CallOutcome, ConnectedCharger, OcppDesk } from './desk.ts'
import { failedAttempts } from './failed-attempts.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { liveness } from './liveness.ts'
import { rivals } from './rivals.ts'
import type { Timers } from './timers.ts'
import { SUBPROTOCOL, type Knock } from '../wire/wire.ts'

export interface OcppServerParts {
  readonly desk: OcppDesk
  readonly timers: Timers
  /** Unique ids for connections and calls, at most 36 characters. */
  readonly newId: () => string
  readonly limits?: Partial<Limits>
}

/** The chargers that are connected and the way in for others. */
export interface OcppServer {
  /** Answers an upgrade that was asked for on the chargers' port. */
  knocked(knock: Knock): void
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

/** Starts answering chargers; `knocked` lets them in. */
export function ocppServer(parts: OcppServerParts): OcppServer {
  const { desk, timers } = parts
  const limits: Limits = { ...defaultLimits, ...parts.limits }
  const links = new Map<string, ChargerLink>()
  const failures = failedAttempts()
  const alive = liveness(timers, limits.pingEveryMs)
  const contests = rivals(limits.rivalPongMs)
  let heldRefusals = 0
  let closing: (() => void) | null = null

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

  const welcome = ({ knock, chargePointId }: Attempt, admitted: Admitted): void => {
    const who = { chargePointId, address: knock.address, admitted }
    const link = new ChargerLink(linkParts, knock.accept(), who)
    links.set(chargePointId, link)
    alive.add(link)
  }

  const refuse = ({ knock, chargePointId }: Attempt): void => {
    const delay = failures.failed(knock.address, chargePointId, timers.now())
    if (heldRefusals >= HELD_REFUSALS) return knock.refuse(401)
    heldRefusals += 1
    let held = true
    const release = (): void => {
      if (held) heldRefusals -= 1
      held = false
    }
    const cancel = timers.after(delay, () => {
      release()
      knock.refuse(401)
    })
    knock.onGone(() => {
      release()
      cancel()
    })
  }

  const admit = async (attempt: Attempt): Promise<void> => {
    const { knock, chargePointId } = attempt
    const { address } = knock
    const admission: Admission = await desk.admit({
      chargePointId,
      address,
      secure: knock.secure,
      passwords: passwordsOf(knock.authorization, chargePointId),
      at: timers.now(),
    })
    if (closing !== null) return knock.refuse(503)
    if (admission.kind === 'refused') return refuse(attempt)
    failures.succeeded(address, chargePointId)
    // Until nobody holds the place: whoever waited may find that a third has taken it meanwhile.
    for (let current = links.get(chargePointId); current; current = links.get(chargePointId)) {
      const verdict = await contests.contend(current)
      if (verdict === 'alive') desk.rivalRefused(current, { address, at: timers.now() })
      if (verdict !== 'replace') return knock.refuse(409)
      if (links.get(chargePointId) === current) current.terminate('replaced')
    }
    if (closing !== null) return knock.refuse(503)
    if (knock.gone) return
    welcome(attempt, admission)
  }

  const turnAwayForProtocol = (knock: Knock): void => {
    // OCPP-J 1.6 §3.1.2: complete the handshake without a subprotocol, then close at once.
    const line = knock.accept()
    line.close(1002, `only ${SUBPROTOCOL} is spoken here`)
    timers.after(CLOSE_GRACE_MS, () => line.terminate())
  }

  const stray = (knock: Knock): void => {
    const path = knock.url.slice(0, LOGGED_PATH)
    desk.strayed({ path, address: knock.address, at: timers.now() })
    knock.refuse(404)
  }

  const knocked = (knock: Knock): void => {
    const chargePointId = chargePointIdOf(knock.url)
    if (closing !== null) knock.refuse(503)
    else if (chargePointId === null) stray(knock)
    else if (!offersSubprotocol(knock.subprotocols)) turnAwayForProtocol(knock)
    else admit({ knock, chargePointId }).catch(() => knock.refuse(500))
  }

  return {
    knocked,
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
  readonly knock: Knock
  readonly chargePointId: string
}

/** Whether our subprotocol is offered; each connection says so anew. */
function offersSubprotocol(header: string | undefined): boolean {
  return (header ?? '').split(',').some((offer) => offer.trim() === SUBPROTOCOL)
}
