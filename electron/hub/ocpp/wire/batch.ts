import type { KnockRequest, LineFailure, RefusalStatus } from './wire.ts'

/**
 * What the two threads of a wire say to each other: many messages in one post, since a post costs more than a
 * message. A batch is flat, each message being its kind, the number of the knock or line it is about, and what it
 * says; small arrays would cost more to copy than what is in them.
 */
export type Batch = unknown[]

/** What the sockets' thread tells. */
export type Told = {
  knock: KnockRequest
  /** Who knocked has left. */
  left: null
  text: string
  binary: number
  heard: null
  failed: LineFailure
  overflowed: null
  closed: number
}

/** What the deciding thread orders. */
export type Ordered = {
  refuse: RefusalStatus
  accept: null
  send: string
  ping: null
  close: { readonly code: number; readonly why: string }
  terminate: null
  pause: null
  resume: null
  /** So many characters of text have been taken in. About no line. */
  taken: number
}

export interface Sender<Messages> {
  say<Kind extends keyof Messages & string>(kind: Kind, line: number, what: Messages[Kind]): void
}

/**
 * Gathers messages and posts them together.
 * @param later calls back once all that belongs into this batch has been said
 */
export function sender<Messages>(
  post: (batch: Batch) => void,
  later: (flush: () => void) => void,
): Sender<Messages> {
  let batch: Batch = []
  const flush = (): void => {
    const full = batch
    batch = []
    post(full)
  }
  return {
    say(kind, line, what) {
      if (batch.length === 0) later(flush)
      batch.push(kind, line, what)
    },
  }
}

/** Who takes each kind of message. */
export type Takers<Messages> = {
  readonly [Kind in keyof Messages]: (line: number, what: Messages[Kind]) => void
}

/** Hands each message of a batch to its taker, in order. */
export function takeBatch<Messages>(batch: Batch, takers: Takers<Messages>): void {
  for (let at = 0; at < batch.length; at += 3) {
    // Written by the other thread's `sender`, which is typed alike.
    const kind = batch[at] as keyof Messages
    takers[kind](batch[at + 1] as number, batch[at + 2] as Messages[typeof kind])
  }
}
