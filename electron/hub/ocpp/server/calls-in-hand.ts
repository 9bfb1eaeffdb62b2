/** Whether a charger's call may be handed on now. */
export interface CallsInHandParts {
  readonly most: number
  /** Stops and resumes reading the socket. */
  readonly pause: () => void
  readonly resume: () => void
  /** Takes a frame that had to wait. */
  readonly take: (raw: string) => void
}

/**
 * The calls of one charger that the hub works on: at most so many at once. Beyond, the socket isn't read; frames that
 * came with the last read wait here, so what waits is bounded by one read.
 */
export class CallsInHand {
  readonly #parts: CallsInHandParts
  readonly #ids = new Set<string>()
  readonly #held: string[] = []
  #paused = false

  constructor(parts: CallsInHandParts) {
    this.#parts = parts
  }

  get full(): boolean {
    return this.#ids.size >= this.#parts.most
  }

  /** Whether the socket is not read at present. */
  get paused(): boolean {
    return this.#paused
  }

  has(uniqueId: string): boolean {
    return this.#ids.has(uniqueId)
  }

  add(uniqueId: string): void {
    this.#ids.add(uniqueId)
  }

  /** Keeps a frame until there is room, and stops reading more. */
  hold(raw: string): void {
    this.#held.push(raw)
    if (this.#paused) return
    this.#paused = true
    this.#parts.pause()
  }

  /** The call is answered: whatever waits goes on. */
  done(uniqueId: string): void {
    this.#ids.delete(uniqueId)
    while (this.#held.length > 0 && !this.full) this.#parts.take(this.#held.shift() ?? '')
    if (!this.#paused || this.#held.length > 0 || this.#ids.size > this.#parts.most / 2) return
    this.#paused = false
    this.#parts.resume()
  }

  /** The socket is going: nothing that waits is taken any more. */
  drop(): void {
    this.#held.length = 0
  }
}
