import { withoutStripeKeys } from '../../../../shared/domain/payment/without-keys.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import {
  afresh,
  answered,
  isOutOfDate,
  lookedFor,
  nextStep,
  sending,
  type StripeAnswer,
} from '../../../../shared/domain/payment/outbox.ts'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import type { StripeCall } from '../../../../shared/domain/payment/stripe-call.ts'
import { stripeIntent } from '../../../../shared/domain/payment/stripe-object.ts'
import { decodeRow } from '../../store/tables.ts'
import type { Store } from '../../store/store.ts'
import type { Writes } from '../../store/writes.ts'
import { savePayment } from '../save.ts'
import type { StripeSide } from '../stripe-side.ts'
import type { StripeAccountKeeper } from './account.ts'
import { answerOf, intentWith, isStripes } from './answer.ts'
import { callRefused, callUnknown } from './call-ended.ts'
import type { StripeConnection } from './client.ts'
import type { StripeDoor } from './door.ts'
import { lookUp } from './look-up.ts'
import { preparedRequest } from './prepare.ts'
import { keptRequest, type KeptRequest } from './request.ts'
import { send, type Told } from './send.ts'
import { takeTold } from './take-told.ts'

export interface OutboxParts {
  readonly store: Store
  readonly clock: () => Instant
  readonly door: StripeDoor
  readonly side: StripeSide
  readonly account: StripeAccountKeeper
  /** 0 to 1, for back-off. */
  readonly jitter: () => number
  readonly newKey: () => string
  /** Told what of Stripe's answers could not be read. */
  readonly failed: (error: unknown) => void
  /** Has a payment looked at, after a call on it was refused because it had come further. */
  readonly look: (paymentId: Id) => Promise<void>
}

/** What sends the outbox's calls. */
export interface Outbox {
  /**
   * Sends what is due, one call of each payment at a time, until nothing is due that this step hasn't tried. Steps may
   * overlap: what one is at, another leaves alone.
   */
  step(): Promise<void>
}

/** How many payments' calls are under way at once. */
const AT_ONCE = 8

/**
 * A worker for the outbox. A call is marked as sent on disk before it is sent, and its answer is taken in with all that
 * follows from it in one unit; killed at any point, it goes on where it was, under the same key.
 */
export function outboxWorker(parts: OutboxParts): Outbox {
  const { store, clock, door } = parts
  /** Payments of which a call is under way, whichever step began it. */
  const busy = new Set<Id>()
  return {
    async step() {
      const connection = await door.connection()
      if (connection === null) return
      const tried = new Set<Id>()
      const running = new Set<Promise<void>>()
      const failures: unknown[] = []
      const begin = (call: StripeCall): void => {
        tried.add(call.id)
        busy.add(call.paymentId)
        const run = carryOut(parts, connection, call.id)
          .catch((error: unknown) => failures.push(error))
          .then(() => {
            busy.delete(call.paymentId)
            running.delete(run)
          })
        running.add(run)
      }
      for (;;) {
        const due = await dueCalls(store, clock())
        for (const call of due)
          if (busy.size < AT_ONCE && !busy.has(call.paymentId) && !tried.has(call.id)) begin(call)
        if (running.size === 0) break
        await Promise.race(running)
      }
      if (failures.length > 0) throw failures[0]
    },
  }
}

/** Of each payment the call that is next, if it is due. */
async function dueCalls({ reads }: Store, now: Instant): Promise<StripeCall[]> {
  const rows = await reads.query
    .selectFrom('stripeCall')
    .selectAll()
    .where('endedAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  const heads = new Map<Id, StripeCall>()
  for (const row of rows)
    if (!heads.has(row.paymentId)) heads.set(row.paymentId, decodeRow('stripeCall', row))
  return [...heads.values()].filter(({ dueAt }) => dueAt <= now)
}

/** One call, as far as it gets now. */
async function carryOut(parts: OutboxParts, connection: StripeConnection, id: Id): Promise<void> {
  const turn = await parts.store.work('hub', (tx) => beginTurn(tx, parts, connection, id))
  if (turn === null) return
  if (turn.kind === 'lookUp') return lookFor(parts, connection, turn.call, turn.payment)
  const { call, request, wasInDoubt } = turn
  const { answer, told, error } = await sent(connection, call, request)
  if (error === null || isStripes(error)) await parts.account.heard(answer)
  else parts.failed(error)
  await parts.store.work('hub', (tx) => {
    const now = tx.get('stripeCall', id)
    if (now?.endedAt !== null) return
    if (wasInDoubt && isOutOfDate(now, answer)) {
      tx.change('stripeCall', now, { ...afresh(parts.newKey()), dueAt: tx.now })
      return
    }
    const patch = answered(now, answer, { wasInDoubt, now: tx.now, jitter: parts.jitter() })
    const after = tx.change('stripeCall', now, patch)
    if (told !== null) takeTold(tx, parts.side, connection.mode, told)
    const declined = stripeIntent.safeParse(intentWith(error))
    if (declined.success)
      takeTold(tx, parts.side, connection.mode, { kind: 'intent', intent: declined.data })
    if (answer.kind === 'refused') callRefused(tx, parts.side, after, answer)
  })
  if (answer.kind === 'refused') await parts.look(call.paymentId)
}

type Turn =
  | {
      readonly kind: 'send'
      readonly call: StripeCall
      readonly request: KeptRequest
      readonly wasInDoubt: boolean
    }
  | { readonly kind: 'lookUp'; readonly call: StripeCall; readonly payment: Payment }

/** Decides on a call's turn, and marks it as sent before it is. */
function beginTurn(
  tx: Writes,
  { side, clock }: OutboxParts,
  { mode }: StripeConnection,
  id: Id,
): Turn | null {
  const call = tx.get('stripeCall', id)
  const payment = call && tx.get('payment', call.paymentId)
  if (call?.endedAt !== null || payment === undefined) return null
  // Money of another mode is never touched: the call waits until its key is set again.
  if (payment.mode !== mode) {
    wait(tx, call, 'otherMode')
    return null
  }
  if (nextStep(call, clock()) === 'lookUp') return { kind: 'lookUp', call, payment }
  const wasInDoubt = call.firstSentAt !== null
  const request = wasInDoubt ? keptRequest(call) : preparedRequest(tx, side, call, payment)
  if (request === null) {
    tx.change('stripeCall', call, { state: 'dropped', endedAt: tx.now })
    return null
  }
  const marked = tx.change('stripeCall', call, {
    ...sending(call, tx.now),
    request: { ...call.request, ...request },
  })
  return { kind: 'send', call: marked, request, wasInDoubt }
}

/** How soon a call that another key would send is looked at again, unless a key is set before. */
const OTHER_MODE_WAIT_MS = 300_000

function wait(tx: Writes, call: StripeCall, errorCode: string): void {
  tx.change('stripeCall', call, { errorCode, dueAt: tx.now + OTHER_MODE_WAIT_MS })
}

interface Sent {
  readonly answer: StripeAnswer
  readonly told: Told | null
  readonly error: unknown
}

async function sent(
  { stripe, mode }: StripeConnection,
  { kind, idempotencyKey }: StripeCall,
  request: KeptRequest,
): Promise<Sent> {
  try {
    const told = await send(stripe, kind, request, idempotencyKey)
    if (isOfMode(told, mode)) return { answer: { kind: 'done' }, told, error: null }
    const message = 'Stripe told of an object of the other mode, test or live.'
    return {
      answer: { kind: 'refused', code: 'otherMode', message, param: '' },
      told: null,
      error: null,
    }
  } catch (error) {
    return { answer: answerOf(error), told: null, error }
  }
}

function isOfMode(told: Told, mode: StripeConnection['mode']): boolean {
  const live = mode === 'live'
  switch (told.kind) {
    case 'intent':
      return told.intent.livemode === live
    case 'session':
      return told.session.livemode === live
    case 'reader':
      return told.reader.livemode === live
    case 'refund':
      return true // a Refund has no livemode; its payment was checked
  }
}

async function lookFor(
  { store, side, newKey, jitter, account }: OutboxParts,
  { stripe, mode }: StripeConnection,
  call: StripeCall,
  payment: Payment,
): Promise<void> {
  const looked = await lookUp(stripe, call, payment).catch((error: unknown) => ({ error }))
  if (!('error' in looked)) await account.heard({ kind: 'done' })
  else if (isStripes(looked.error)) await account.heard(answerOf(looked.error))
  await store.work('hub', (tx) => {
    const now = tx.get('stripeCall', call.id)
    if (now?.endedAt !== null) return
    const search =
      'error' in looked
        ? {
            kind: 'noAnswer' as const,
            message: withoutStripeKeys(String(looked.error)).slice(0, 500),
          }
        : { kind: looked.isDone ? ('found' as const) : ('absent' as const) }
    const fresh = { newKey: newKey(), now: tx.now, jitter: jitter() }
    const after = tx.change('stripeCall', now, lookedFor(now, search, fresh))
    if (!('error' in looked) && looked.told) takeTold(tx, side, mode, looked.told)
    if (after.state === 'unknown') callUnknown(tx, side, after)
    if (after.state === 'waiting' && search.kind === 'absent') notUnknownAnyMore(tx, side, after)
  })
}

/** What was thought unknown was never carried out, and is sent anew. */
function notUnknownAnyMore(tx: Writes, side: StripeSide, { paymentId, kind }: StripeCall): void {
  if (kind !== 'checkout.create' && kind !== 'intent.create') return
  const payment = tx.get('payment', paymentId)
  if (payment?.state === 'unknown')
    savePayment(tx, side, payment, { state: 'requested' }, { act: 'payment.again' })
}
