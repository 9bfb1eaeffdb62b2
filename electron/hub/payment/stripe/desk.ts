import { rightsTold, stripeAccountKeeper, stripeAccountOf } from './account.ts'
import type { Id } from '../../../../shared/domain/id/id.ts'
import type { Reader, StripeAccount } from '../../../../shared/domain/payment/stripe-account.ts'
import type { StripeEvent } from '../../../../shared/domain/payment/stripe-object.ts'
import type { Instant } from '../../../../shared/time/instant.ts'
import type { Store } from '../../store/store.ts'
import type { StripeKeyPort } from '../stripe-key.ts'
import type { StripeMode, StripeSide } from '../stripe-side.ts'
import { answerOf, isStripes } from './answer.ts'
import type { StripeConnection } from './client.ts'
import { type Practice, stripeDoor } from './door.ts'
import { eventTaker, forgetOldEvents, takeOne } from './events.ts'
import { outboxWorker } from './outbox-worker.ts'
import { takePayouts } from './payouts.ts'
import { stripePoll } from './poll.ts'
import { refreshReaders, registerReader, removeReader } from './readers.ts'
import { probeRights } from './rights-probe.ts'
import { type TakeWebhook, webhookTaker } from './webhook.ts'

/** Why Stripe could not be asked. */
export type Reach =
  | { readonly kind: 'notSetUp' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'refused'; readonly code: string; readonly said: string }

export type Asked<Answer> = { readonly kind: 'told'; readonly told: Answer } | Reach

/** The site's way to Stripe: what is asked of it by persons, and what goes on by itself. */
export interface StripeDesk {
  mode(): StripeMode | 'none' | 'locked'
  /** Names the stand-in of a practice site, or says why there may be none. */
  practise(practice: Practice): Promise<StripeAccount | 'notPractice' | 'notTestKey'>
  /** Asks what the key is good for, and what is new. */
  check(): Promise<Asked<StripeAccount>>
  readers(): Promise<Asked<Reader[]>>
  registerReader(wish: { registrationCode: string; label: string }): Promise<Asked<Reader>>
  removeReader(id: string): Promise<Asked<void>>
  reconcile(): Promise<Asked<void>>
  /** Looks for what is unknown of a payment; false where Stripe can't be asked. */
  lookNow(paymentId: Id): Promise<boolean>
  send(): Promise<void>
  poll(): Promise<void>
  events(): Promise<void>
  payouts(): Promise<void>
  forgetOld(): Promise<void>
  /** Takes what Stripe sends to the webhook; null where there is none. */
  readonly takeWebhook: TakeWebhook | null
  close(): void
}

export interface StripeDeskParts {
  readonly store: Store
  readonly clock: () => Instant
  readonly side: StripeSide
  readonly keys: StripeKeyPort
  /** Where something stands in for Stripe’s test mode; null for Stripe itself. */
  readonly standIn: string | null
  readonly demo: boolean
  readonly webhookSecret: string | null
  readonly newKey: () => string
  readonly failed: (error: unknown) => void
  readonly fetch?: typeof globalThis.fetch | undefined
  readonly jitter?: () => number
  /** Whether a key that is set is tried at once. */
  readonly wakes?: boolean
}

export function stripeDesk(parts: StripeDeskParts): StripeDesk {
  const { store, clock, side, failed, newKey, jitter = Math.random, wakes = true } = parts
  const door = stripeDoor(parts)
  const account = stripeAccountKeeper(store, door, clock)
  const poll = stripePoll({ store, clock, door, side, account, failed })
  let payoutsAreNews = false
  const quietly = async (run: () => Promise<void>): Promise<void> => {
    try {
      await run()
    } catch (error) {
      // How Stripe's failures went is in the account's row; all else is a fault of ours.
      if (!isStripes(error)) throw error
    }
  }
  const outbox = outboxWorker({
    ...{ store, clock, door, side, account, jitter, newKey, failed },
    look: (paymentId) => quietly(() => poll.look(paymentId)),
  })
  const payoutsChanged = () => (payoutsAreNews = true)
  const listening = { store, clock, side, account, failed, payoutsChanged }
  const takeEvents = eventTaker(listening)
  const payoutsIfNews = async (connection: StripeConnection): Promise<void> => {
    if (!payoutsAreNews) return
    payoutsAreNews = false
    await account.ask(() => takePayouts(store, connection, clock()))
  }
  const events = async (connection: StripeConnection): Promise<void> => {
    await takeEvents(connection)
    await payoutsIfNews(connection)
  }
  const takeSent = async (connection: StripeConnection, event: StripeEvent): Promise<boolean> => {
    try {
      await takeOne(listening, connection, event)
    } catch (error) {
      if (!isStripes(error)) throw error
      return false
    }
    // Stripe waits for an answer meanwhile, and payouts have many rows.
    quietly(() => payoutsIfNews(connection)).catch(failed)
    return true
  }
  const withStripe = async (run: (connection: StripeConnection) => Promise<void>) => {
    const connection = await door.connection()
    if (connection !== null) await quietly(() => run(connection))
  }
  const ask = async <Answer>(
    question: (connection: StripeConnection) => Promise<Answer>,
  ): Promise<Asked<Answer>> => {
    const connection = await door.connection()
    if (connection === null) return { kind: 'notSetUp' }
    try {
      return { kind: 'told', told: await account.ask(() => question(connection)) }
    } catch (error) {
      if (!isStripes(error)) throw error
      return reachOf(error)
    }
  }
  const locationId = async () =>
    (await store.reads.get('paymentTerms', 'paymentTerms'))?.locationId ?? null

  const check = async (): Promise<Asked<StripeAccount>> => {
    const connection = await door.connection()
    if (connection === null) return { kind: 'notSetUp' }
    const judged = await probeRights(connection.stripe, connection.mode === 'live')
    const row = await store.work('hub', (tx) => rightsTold(tx, judged))
    if (row.state === 'unreachable') return { kind: 'unreachable' }
    if (row.state === 'refused') return { kind: 'told', told: row }
    await quietly(async () => {
      await events(connection)
      await refreshReaders({ store, side }, connection, await locationId())
    })
    return { kind: 'told', told: (await store.reads.get('stripeAccount', 'stripe')) ?? row }
  }
  const keyChanged = async (): Promise<void> => {
    await account.keyChanged()
    if (!wakes || (await door.connection()) === null) return
    await check()
    side.wake()
  }
  const stop = door.onChange(() => void keyChanged().catch(failed))
  keyChanged().catch(failed)

  return {
    mode: () => door.mode(),
    async practise(practice) {
      const answer = door.practise(practice)
      if (answer === 'notPractice' || answer === 'notTestKey') return answer
      // It is named every few seconds, for a hub that was started again: that is no reason to try anything anew.
      if (answer === 'practises') await account.keyChanged()
      return store.work('hub', stripeAccountOf)
    },
    check,
    readers: () => ask(async (there) => refreshReaders({ store, side }, there, await locationId())),
    registerReader: (wish) =>
      ask(async (there) =>
        registerReader({ store, side }, there, { ...wish, locationId: await locationId() }),
      ),
    removeReader: (id) => ask((there) => removeReader({ store, side }, there, id)),
    reconcile: () => ask((there) => takePayouts(store, there, clock())),
    async lookNow(paymentId) {
      const connection = await door.connection()
      if (connection === null) return false
      const due = { dueAt: clock() }
      await store.work('hub', (tx) => {
        for (const call of tx.find('stripeCall', { paymentId, endedAt: null }))
          tx.change('stripeCall', call, due)
      })
      await outbox.step()
      const row = await store.reads.get('stripeAccount', 'stripe')
      return row?.state === 'ok'
    },
    send: () => outbox.step(),
    poll: () => quietly(() => poll.step()),
    events: () => withStripe(events),
    payouts: () => withStripe((there) => account.ask(() => takePayouts(store, there, clock()))),
    forgetOld: () => forgetOldEvents(store, clock()),
    takeWebhook:
      parts.webhookSecret === null
        ? null
        : webhookTaker({
            ...{ secret: parts.webhookSecret, clock, take: takeSent },
            connection: () => door.connection(),
          }),
    close: stop,
  }
}

function reachOf(error: unknown): Reach {
  const answer = answerOf(error)
  if (answer.kind === 'silent' || answer.kind === 'broken') return { kind: 'unreachable' }
  const said = 'message' in answer ? answer.message : ''
  return { kind: 'refused', code: answer.kind === 'refused' ? answer.code : answer.kind, said }
}
