import type { OcppFault } from '../../../../shared/domain/ocpp/fault.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import { writeError } from '../rpc/frames.ts'
import { LOGGED_CHARACTERS, type OddFrame } from './desk.ts'

export interface OddFramesParts {
  readonly now: () => Instant
  readonly send: (text: string) => void
  /** Told of each, to be logged. */
  readonly tell: (frame: OddFrame) => void
  /** How many bad ones in a row are borne. */
  readonly most: number
  readonly tooMany: () => void
}

/** A frame that isn't handled. */
export interface Odd {
  readonly kind: OddFrame['kind']
  readonly raw: string
  readonly uniqueId?: string
  readonly action?: string
  readonly fault?: OcppFault
  /** The message that is answered with the fault, where one can be. */
  readonly answerTo?: string | null
}

/** What a charger sends that isn't handled: it is logged, answered where it can be, and counted where it is bad. */
export class OddFrames {
  readonly #parts: OddFramesParts
  #badInARow = 0

  constructor(parts: OddFramesParts) {
    this.#parts = parts
  }

  /** Nothing against the protocol: an action of another profile, say, or an answer that comes too late. */
  note(odd: Odd): void {
    const { kind, raw, uniqueId = null, action = null, fault = null, answerTo = null } = odd
    const response = answerTo !== null && fault !== null ? writeError(answerTo, fault) : null
    if (response !== null) this.#parts.send(response)
    this.#parts.tell({
      kind,
      uniqueId,
      action,
      raw: raw.slice(0, LOGGED_CHARACTERS),
      response,
      fault,
      at: this.#parts.now(),
    })
  }

  /** Against the protocol. */
  bad(odd: Odd): void {
    this.note(odd)
    this.#badInARow += 1
    if (this.#badInARow >= this.#parts.most) this.#parts.tooMany()
  }

  /** A good one came: the bad ones were not in a row. */
  forgive(): void {
    this.#badInARow = 0
  }
}
