import {
  again,
  delivered,
  type Delivery,
  gaveUp,
  interrupted,
  isTooLate,
  sending,
  skipped,
  waitMs,
} from '../../../shared/domain/message/delivery.ts'
import type { Id } from '../../../shared/domain/id/id.ts'
import type { Message, MessageFault, MessageWay } from '../../../shared/domain/message/message.ts'
import { MINUTE, type Instant } from '../../../shared/time/instant.ts'
import type { Store } from '../store/store.ts'
import type { Writes } from '../store/writes.ts'
import { visitNow } from './facts.ts'
import { channelTo, isStillSo, letterOf, wordsNow } from './letter.ts'
import { messageTermsOf } from './terms.ts'
import type { Letter } from './transport.ts'
import { type Linking, makeReceipts } from './values.ts'
import { wayOf, type Ways } from './ways.ts'

export interface Sending {
  readonly store: Store
  readonly hubSecret: string
  /** Where phones reach the driver's page; null while it is closed. */
  readonly origin: () => string | null
  /** 0 to 1, for back-off. */
  readonly jitter: () => number
  /** Until when the server is left alone that took nothing, and why. */
  readonly rest: ServerRest
  /** What this process is sending. */
  readonly inHand: Set<Id>
}

/** A server that takes nothing is not asked once for each message. */
export interface ServerRest {
  until: Instant
  fault: MessageFault
  said: string
  failures: number
}

/** A server that nothing is held against. */
export function noRest(): ServerRest {
  return { until: 0, fault: 'unreachable', said: '', failures: 0 }
}

/** Once the server is there again nobody waits longer than this. */
const LONGEST_REST_MS = 10 * MINUTE

/** How many lines are taken up at once. */
const AT_ONCE = 50

/** Sends what is due, one after the other. */
export async function sendDue(parts: Sending, ways: Ways, isClosed: () => boolean): Promise<void> {
  const { store } = parts
  for (;;) {
    const due = await store.work('hub', (tx) => {
      takeUpInterrupted(tx, parts.inHand)
      return dueNow(tx)
    })
    if (due.length === 0) return
    for (const id of due) {
      if (isClosed()) return
      await sendOne(parts, ways, id)
    }
  }
}

function dueNow(tx: Writes): Id[] {
  return tx
    .sql(`select id from message where state = 'waiting' and nextAt <= ? order by nextAt limit ?`, [
      tx.now,
      AT_ONCE,
    ])
    .map(({ id }) => String(id))
}

/** What a hub before was sending, or what was sent and couldn't be written down. */
function takeUpInterrupted(tx: Writes, inHand: ReadonlySet<Id>): void {
  for (const message of tx.find('message', { state: 'sending' }))
    if (!inHand.has(message.id)) tx.change('message', message, interrupted(message, tx.now))
}

/** Takes one message as far as it gets: on disk that it is begun, then handed over, then what came of it. */
async function sendOne(parts: Sending, ways: Ways, id: Id): Promise<void> {
  const { store, inHand } = parts
  inHand.add(id)
  try {
    const begun = await store.work('hub', (tx) => begin(tx, parts, id))
    if (begun === null) return
    const delivery = await ways.send(begun.way, begun.letter)
    await store.work('hub', (tx) => end(tx, parts, id, delivery))
    heed(parts, begun, delivery)
  } finally {
    inHand.delete(id)
  }
}

interface Begun {
  readonly letter: Letter
  readonly way: MessageWay
  readonly now: Instant
}

function begin(tx: Writes, { hubSecret, origin, rest }: Sending, id: Id): Begun | null {
  const message = tx.get('message', id)
  if (message?.state !== 'waiting' || message.nextAt > tx.now) return null
  const visit = tx.get('visit', message.visitId)
  const channel = visit === undefined ? null : channelTo(visit)
  const now = visit === undefined ? null : visitNow(tx, visit)
  if (visit === undefined || channel === null || now === null || !isStillSo(now, message)) {
    if (message.attempts + message.rounds > 0) tx.change('message', message, skipped(tx.now))
    else tx.remove('message', id)
    return null
  }
  if (isTooLate(message, tx.now)) {
    tx.change('message', message, gaveUp(message, rest, tx.now))
    return null
  }
  const terms = messageTermsOf(tx)
  const way = wayOf(terms, { channel })
  if (way === 'smtp' && tx.now < rest.until) {
    const { fault, said, until } = rest
    tx.change('message', message, { fault, said, nextAt: until, updatedAt: tx.now })
    return null
  }
  if (message.template === 'receipt' && now.bill !== null) makeReceipts(tx, now.bill.id)
  const to = channel === 'email' ? visit.email : visit.phone
  const { language } = visit
  const patch = sending(message, { to, channel, language, way, now: tx.now })
  const after = tx.change('message', message, patch)
  const linking: Linking = { hubSecret, origin: origin() }
  const words = wordsNow(tx, now, after, linking)
  return { letter: letterOf(after, { to, words, terms }), way, now: tx.now }
}

function end(tx: Writes, { jitter }: Sending, id: Id, delivery: Delivery): void {
  const message = tx.get('message', id)
  if (message?.state !== 'sending') return
  tx.change('message', message, delivered(message, delivery, { now: tx.now, jitter: jitter() }))
}

/** Leaves a server alone that takes nothing, for longer each time. */
function heed({ rest, jitter }: Sending, { way, now }: Begun, delivery: Delivery): void {
  if (way !== 'smtp') return
  if (delivery.kind !== 'notNow' || delivery.of === 'message') {
    Object.assign(rest, noRest())
    return
  }
  rest.failures += 1
  rest.until = now + Math.min(LONGEST_REST_MS, waitMs(rest.failures, jitter()))
  rest.fault = delivery.fault
  rest.said = delivery.said
}

export type SentAgain =
  | { readonly kind: 'again'; readonly message: Message }
  | { readonly kind: 'notNow' }
  | { readonly kind: 'missing' }

/** Has a message sent once more, as long as it is still so. */
export function sendAgain(tx: Writes, id: Id): SentAgain {
  const message = tx.get('message', id)
  if (message === undefined) return { kind: 'missing' }
  const visit = tx.get('visit', message.visitId)
  const isUnderWay = message.state === 'sending'
  if (isUnderWay || visit === undefined || channelTo(visit) === null) return { kind: 'notNow' }
  if (!isStillSo(visitNow(tx, visit), message)) return { kind: 'notNow' }
  const after = tx.change('message', message, again(message, tx.now))
  tx.journal({
    act: 'message.sendAgain',
    noun: 'message',
    nounId: id,
    before: { state: message.state },
    after: { template: message.template, state: after.state },
  })
  return { kind: 'again', message: after }
}
