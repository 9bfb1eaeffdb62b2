import { ocppFault } from '../../../../shared/domain/ocpp/fault.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import {
  isInboundAction,
  isTransactionAction,
  type OutboundAction,
  type OutboundRequest,
} from '../rpc/actions.ts'
import { parseFrame, writeError, writeResult, type Frame } from '../rpc/frames.ts'
import { readRequest } from '../rpc/read-payload.ts'
import { isKnownAction } from '../rpc/schemas.ts'
import { strictValidator } from '../rpc/validators.ts'
import type {
  Admitted,
  AnyInboundCall,
  Answer,
  CallOutcome,
  ConnectedCharger,
  Departure,
  OcppDesk,
} from './desk.ts'
import { CallsInHand } from './calls-in-hand.ts'
import type { Limits } from './limits.ts'
import { OddFrames } from './odd-frames.ts'
import { OutgoingCalls } from './outgoing-calls.ts'
import type { Timers } from './timers.ts'
import { ABNORMAL_CLOSURE, type Line } from '../wire/wire.ts'

/** What every link of a server shares, so that an idle one costs little. */
export interface LinkParts {
  readonly desk: OcppDesk
  readonly timers: Timers
  readonly newId: () => string
  readonly limits: Limits
  /** The socket has closed and the desk has been told. */
  readonly gone: (link: ChargerLink) => void
}

type CallFrame = Extract<Frame, { kind: 'call' }>

/** A socket that doesn't take part in its close is cut after so long. */
export const CLOSE_GRACE_MS = 2_000

/** WebSocket close code, RFC 6455 §7.4.1. */
const POLICY_VIOLATION = 1008

/** One charger's open socket. */
export class ChargerLink implements ConnectedCharger {
  readonly connectionId: string
  readonly chargePointId: string
  readonly address: string
  readonly connectedAt: Instant
  admitted: Admitted
  heardAt: Instant
  /** Whether anything has come from the socket since it was last pinged. */
  heardFrom = true

  readonly #line: Line
  readonly #parts: LinkParts
  #reason: Departure['reason'] = 'closed'
  #departed = false
  /** Made with the first call: a link that is idle from the start costs less. */
  #inHand: CallsInHand | null = null
  #calls: OutgoingCalls | null = null
  #oddFrames: OddFrames | null = null
  #onHeard: (() => void)[] | null = null

  constructor(
    parts: LinkParts,
    line: Line,
    who: { chargePointId: string; address: string; admitted: Admitted },
  ) {
    this.#parts = parts
    this.#line = line
    this.connectionId = parts.newId()
    this.chargePointId = who.chargePointId
    this.address = who.address
    this.admitted = who.admitted
    this.connectedAt = parts.timers.now()
    this.heardAt = this.connectedAt
    line.listen({
      text: (text) => this.#text(text),
      binary: (bytes) => this.#binary(bytes),
      heard: () => this.#heard(),
      failed: (reason) => (this.#reason = reason),
      overflowed: () => this.terminate('slowReader'),
      closed: (code) => this.#closed(code),
    })
    parts.desk.connected(this)
  }

  /** Sends the charger a CALL when its turn comes. Never rejects. */
  call<A extends OutboundAction>(action: A, payload: OutboundRequest<A>): Promise<CallOutcome<A>> {
    this.#calls ??= new OutgoingCalls({
      ...this.#parts,
      callsWaiting: this.#parts.limits.callsWaiting,
      callTimeoutMs: this.#parts.limits.callTimeoutMs,
      send: (text) => this.#line.send(text),
      sent: (call) => this.#parts.desk.sent(this, call),
      ended: (call, outcome, raw) =>
        this.#parts.desk.ended(this, call, outcome, raw, this.#parts.timers.now()),
    })
    return this.#calls.call(action, payload)
  }

  /** Pings; what comes back sets `heardFrom`. */
  ping(): void {
    this.#line.ping()
  }

  /** Whether anything comes from the socket within that time after a ping. */
  probe(ms: number): Promise<boolean> {
    if (!this.#line.open) return Promise.resolve(false)
    // A socket that isn't read because it says too much is not a dead one.
    if (this.paused) return Promise.resolve(true)
    return new Promise((resolve) => {
      const cancel = this.#parts.timers.after(ms, () => resolve(false))
      this.#onHeard ??= []
      this.#onHeard.push(() => {
        cancel()
        resolve(this.#line.open)
      })
      this.ping()
    })
  }

  /** Whether its socket is not read at present because the desk has enough of it in hand. */
  get paused(): boolean {
    return this.#inHand?.paused ?? false
  }

  /** Ends the socket politely, and at once when the charger takes no part in it. */
  close(code: number, why: string, reason: Departure['reason']): void {
    this.#reason = reason
    this.#line.close(code, why)
    this.#parts.timers.after(CLOSE_GRACE_MS, () => this.terminate(reason))
  }

  /** Ends the socket at once; the desk is told before this returns. */
  terminate(reason: Departure['reason']): void {
    this.#reason = reason
    this.#line.terminate()
    this.#closed(ABNORMAL_CLOSURE)
  }

  #heard(): void {
    this.heardFrom = true
    this.heardAt = this.#parts.timers.now()
    this.#answerProbes()
  }

  #answerProbes(): void {
    if (this.#onHeard === null) return
    const waiting = this.#onHeard
    this.#onHeard = null
    for (const callback of waiting) callback()
  }

  #closed(code: number): void {
    if (this.#departed) return
    this.#departed = true
    this.#inHand?.drop()
    this.#calls?.close()
    this.#parts.desk.disconnected(this, {
      reason: this.#reason,
      code,
      at: this.#parts.timers.now(),
    })
    this.#parts.gone(this)
    this.#answerProbes()
  }

  #text(text: string): void {
    this.#heard()
    if (!this.#line.open) return
    if (this.#inHand?.full) return this.#inHand.hold(text)
    this.#frame(text)
  }

  #binary(bytes: number): void {
    this.#heard()
    if (!this.#line.open) return
    const fault = ocppFault('FormationViolation', 'OCPP-J messages are text')
    this.#odd.bad({ kind: 'notText', raw: `${bytes} bytes`, fault })
  }

  #frame(raw: string): void {
    const frame = parseFrame(raw)
    switch (frame.kind) {
      case 'call':
        return this.#inboundCall(frame, raw)
      case 'result':
      case 'error':
        return this.#answerToOurs(frame, raw)
      case 'malformed': {
        const { kind, fault, answerTo } = frame
        return this.#odd.bad({ kind, raw, fault, answerTo })
      }
      case 'unknownType':
        return this.#odd.bad({ kind: frame.kind, raw, fault: frame.fault })
    }
  }

  #inboundCall(frame: CallFrame, raw: string): void {
    const { uniqueId, action } = frame
    if (this.#inHand?.has(uniqueId)) {
      return this.#odd.note({ kind: 'duplicateInHand', raw, uniqueId, action })
    }
    if (!isInboundAction(action)) {
      const fault = isKnownAction(action)
        ? ocppFault('NotSupported', `${action} is not answered by this central system`)
        : ocppFault('NotImplemented', 'unknown action')
      const answerTo = uniqueId
      return this.#odd.note({ kind: 'unknownAction', raw, uniqueId, action, fault, answerTo })
    }
    const receivedAt = this.#parts.timers.now()
    const reading = readRequest(action, frame.payload, raw, receivedAt)
    if (reading.kind === 'valid') {
      const { payload, repairs } = reading
      // Action and payload belong together: the payload was read by this action's schema.
      const call = { uniqueId, action, payload, repairs, raw, receivedAt } as AnyInboundCall
      this.#oddFrames?.forgive()
      return this.#handle(uniqueId, action, () => this.#parts.desk.receive(this, call))
    }
    const { fault } = reading
    if (isTransactionAction(action)) {
      const unreadable = { uniqueId, action, payload: frame.payload, fault, raw, receivedAt }
      return this.#handle(uniqueId, action, () => this.#parts.desk.quarantine(this, unreadable))
    }
    this.#odd.bad({ kind: 'invalidPayload', raw, uniqueId, action, fault, answerTo: uniqueId })
  }

  #handle(uniqueId: string, action: string, work: () => Promise<Answer>): void {
    this.#inHand ??= new CallsInHand({
      most: this.#parts.limits.callsInHand,
      pause: () => this.#line.pause(),
      resume: () => this.#line.resume(),
      take: (raw) => this.#frame(raw),
    })
    const inHand = this.#inHand
    inHand.add(uniqueId)
    work().then(
      (answer) => {
        this.#reply(uniqueId, action, answer)
        inHand.done(uniqueId)
      },
      (error: unknown) => {
        // A transaction message that is not stored stays unanswered: the charger sends it again (§3.7).
        if (!isTransactionAction(action)) {
          const fault = ocppFault('InternalError', 'the message could not be handled')
          this.#line.send(writeError(uniqueId, fault))
        }
        this.#parts.desk.bug(this, error)
        inHand.done(uniqueId)
      },
    )
  }

  #reply(uniqueId: string, action: string, answer: Answer): void {
    if (answer.kind === 'silence') return
    if (answer.kind === 'fault') return this.#line.send(writeError(uniqueId, answer.fault))
    const fault = strictValidator(action, 'Response')?.check(answer.payload) ?? null
    if (fault === null) return this.#line.send(writeResult(uniqueId, answer.payload))
    this.#parts.desk.bug(this, new Error(`our reply to ${action} is invalid: ${fault.description}`))
    this.#line.send(writeError(uniqueId, ocppFault('InternalError', 'the reply could not be made')))
  }

  #answerToOurs(frame: Extract<Frame, { kind: 'result' | 'error' }>, raw: string): void {
    const fit = this.#calls?.answer(frame, raw) ?? 'unasked'
    const { uniqueId } = frame
    if (fit === 'expected') this.#oddFrames?.forgive()
    else if (fit === 'late') this.#odd.note({ kind: 'lateAnswer', raw, uniqueId })
    else this.#odd.bad({ kind: 'unaskedAnswer', raw, uniqueId })
  }

  get #odd(): OddFrames {
    this.#oddFrames ??= new OddFrames({
      now: () => this.#parts.timers.now(),
      send: (text) => this.#line.send(text),
      tell: (frame) => this.#parts.desk.oddFrame(this, frame),
      most: this.#parts.limits.badMessagesInARow,
      tooMany: () => {
        this.#inHand?.drop()
        this.close(POLICY_VIOLATION, 'too many bad messages', 'badMessages')
      },
    })
    return this.#oddFrames
  }
}
