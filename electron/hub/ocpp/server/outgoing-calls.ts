import type { OutboundAction, OutboundReply, OutboundRequest } from '../rpc/actions.ts'
import { writeCall, type Frame } from '../rpc/frames.ts'
import { readReply } from '../rpc/read-payload.ts'
import { strictValidator } from '../rpc/validators.ts'
import type { CallOutcome, SentCall } from './desk.ts'
import type { Timers } from './timers.ts'

/** What a line of calls needs of its socket and of the hub. */
export interface CallsParts {
  readonly timers: Timers
  readonly newId: () => string
  readonly callsWaiting: number
  readonly callTimeoutMs: number
  readonly send: (text: string) => void
  readonly sent: (call: SentCall) => void
  readonly ended: (call: SentCall, outcome: CallOutcome, raw: string | null) => void
}

/** What an answer was to us. */
export type AnswerFit = 'expected' | 'late' | 'unasked'

type AnswerFrame = Extract<Frame, { kind: 'result' | 'error' }>

interface Waiting {
  readonly action: OutboundAction
  readonly payload: object
  readonly resolve: (outcome: CallOutcome) => void
}

interface UnderWay extends Waiting {
  readonly call: SentCall
  readonly cancelTimeout: () => void
}

/** Ids of calls that timed out, so that a late answer can be told from one nobody asked for. */
const TIMED_OUT_REMEMBERED = 8

/**
 * The calls to one charger: first come, first sent, one outstanding at a time (OCPP-J 1.6 §4.1.1), each with a
 * time limit from when it was sent. Never waits for a charger that is gone.
 */
export class OutgoingCalls {
  readonly #parts: CallsParts
  readonly #waiting: Waiting[] = []
  readonly #timedOut: string[] = []
  #underWay: UnderWay | null = null
  #closed = false

  constructor(parts: CallsParts) {
    this.#parts = parts
  }

  /** Sends a call when its turn comes. Never rejects: every way it can end is an outcome. */
  call<A extends OutboundAction>(action: A, payload: OutboundRequest<A>): Promise<CallOutcome<A>> {
    const fault = strictValidator(action, 'Request')?.check(payload) ?? null
    if (fault !== null) return Promise.resolve({ kind: 'invalidRequest', fault })
    if (this.#closed) return Promise.resolve({ kind: 'disconnected' })
    if (this.#waiting.length >= this.#parts.callsWaiting)
      return Promise.resolve({ kind: 'queueFull' })
    return new Promise<CallOutcome<A>>((resolve) => {
      this.#waiting.push({
        action,
        payload,
        // The outcome's payload was read by this very action's schema.
        resolve: (outcome) => resolve(outcome as CallOutcome<A>),
      })
      this.#next()
    })
  }

  /** Takes in an answer of the charger's. */
  answer(frame: AnswerFrame, raw: string): AnswerFit {
    const underWay = this.#underWay
    if (underWay === null || underWay.call.uniqueId !== frame.uniqueId) {
      return this.#timedOut.includes(frame.uniqueId) ? 'late' : 'unasked'
    }
    this.#end(underWay, this.#outcomeOf(underWay, frame, raw), raw)
    return 'expected'
  }

  /** The socket is gone: whatever waits ends as `disconnected`. */
  close(): void {
    this.#closed = true
    const waiting = this.#waiting.splice(0)
    if (this.#underWay !== null) this.#end(this.#underWay, { kind: 'disconnected' }, null)
    for (const { resolve } of waiting) resolve({ kind: 'disconnected' })
  }

  #outcomeOf(underWay: UnderWay, frame: AnswerFrame, raw: string): CallOutcome {
    if (frame.kind === 'error') {
      const { code, description, details } = frame
      return { kind: 'error', code, description, details }
    }
    const at = this.#parts.timers.now()
    const reading = readReply<OutboundAction>(underWay.action, frame.payload, raw, at)
    if (reading.kind === 'invalid') {
      return { kind: 'badAnswer', payload: frame.payload, fault: reading.fault }
    }
    const payload: OutboundReply<OutboundAction> = reading.payload
    return { kind: 'result', payload, repairs: reading.repairs }
  }

  #next(): void {
    if (this.#underWay !== null) return
    const waiting = this.#waiting.shift()
    if (waiting === undefined) return
    const { timers, newId, callTimeoutMs } = this.#parts
    const uniqueId = newId()
    const raw = writeCall(uniqueId, waiting.action, waiting.payload)
    const call: SentCall = { uniqueId, action: waiting.action, raw, at: timers.now() }
    const cancelTimeout = timers.after(callTimeoutMs, () => this.#timeOut(uniqueId))
    this.#underWay = { ...waiting, call, cancelTimeout }
    this.#parts.send(raw)
    this.#parts.sent(call)
  }

  #timeOut(uniqueId: string): void {
    const underWay = this.#underWay
    if (underWay?.call.uniqueId !== uniqueId) return
    this.#timedOut.push(uniqueId)
    if (this.#timedOut.length > TIMED_OUT_REMEMBERED) this.#timedOut.shift()
    this.#end(underWay, { kind: 'timeout' }, null)
  }

  #end(underWay: UnderWay, outcome: CallOutcome, raw: string | null): void {
    underWay.cancelTimeout()
    this.#underWay = null
    this.#parts.ended(underWay.call, outcome, raw)
    underWay.resolve(outcome)
    this.#next()
  }
}
