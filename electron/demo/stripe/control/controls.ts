import { catchUp, sceneOf } from '../engine.ts'
import type { Engine } from '../engine.ts'
import { holderAnswers } from '../payment/confirm.ts'
import { closeDispute, openDispute } from '../payment/dispute.ts'
import { failAction, presentCard } from '../payment/reader.ts'
import { refundFails } from '../payment/refund.ts'
import { newLocation } from '../payment/register-reader.ts'
import { completeSession, paySession } from '../payment/session.ts'
import { invalid } from '../http/refused.ts'
import { cardOf, swish, wallet } from '../world/instrument.ts'
import { nextDueAt } from '../world/due.ts'
import { find } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'

/**
 * What people and banks do, by the ids of what they do it to. Everything is done in test mode unless
 * `inLiveMode` is asked for its own.
 */
export type Controls = {
  /** Moves the account's clock on, ms; what is due meanwhile happens in its order. */
  advance: (ms: number) => void
  /** When the account's next thing happens by itself, epoch ms; null when nothing will. */
  nextDueAt: () => number | null
  /** The account's clock, epoch ms. */
  now: () => number
  /** Somebody pays on a hosted page with a card's number, `swish`, `apple_pay` or `google_pay`. */
  payOnPage: (sessionId: string, number: string) => void
  /** The holder says yes or no on the bank's page, or in Swish. */
  holderAnswers: (intentId: string, says: boolean) => void
  /** Writes down a place that readers can be registered at, as its owner would on Stripe's own pages. */
  addLocation: (name: string) => string
  /** A card is held to a reader. */
  presentCard: (readerId: string, number?: string) => void
  /** Somebody presses cancel on a reader. */
  cancelOnReader: (readerId: string) => void
  /** Takes a reader's line away or gives it back. */
  readerIsOffline: (readerId: string, isOffline: boolean) => void
  /** A charge is taken back by its holder's bank. */
  openDispute: (chargeId: string, reason?: string) => string
  /** The bank decides. */
  decideDispute: (disputeId: string, outcome: 'lost' | 'won') => void
  /** A refund comes back. */
  failRefund: (refundId: string, reason?: string) => void
  /** The next charge is declined with a code, whatever it is paid with; null lets it pass. */
  declineNext: (code: string | null) => void
}

/** The controls of one mode. */
export function newControls(engine: Engine, livemode = false): Controls {
  /** Lets somebody do something, and keeps what came of it. */
  function act<Result>(does: (scene: Scene) => Result): Result {
    catchUp(engine)
    try {
      return does(sceneOf(engine, livemode))
    } finally {
      engine.store?.save(engine.account)
    }
  }
  return {
    advance: (ms) => {
      engine.account.shiftMs += ms
      catchUp(engine)
      engine.store?.save(engine.account)
    },
    nextDueAt: () => nextDueAt(sceneOf(engine, livemode).world.agenda),
    now: () => sceneOf(engine, livemode).now,
    payOnPage: (id, number) =>
      act((scene) => paySession(scene, find(scene, 'checkout.session', id), instrument(number))),
    holderAnswers: (id, says) =>
      act((scene) => {
        const intent = find(scene, 'payment_intent', id)
        holderAnswers(scene, intent, says)
        completeSession(scene, intent)
      }),
    addLocation: (name) =>
      act((scene) => newLocation(scene, { display_name: name, address: { country: 'SE' } }).id),
    presentCard: (id, number = '4242424242424242') =>
      act((scene) => presentCard(scene, find(scene, 'terminal.reader', id), instrument(number))),
    cancelOnReader: (id) =>
      act((scene) =>
        failAction(
          scene,
          find(scene, 'terminal.reader', id),
          'customer_canceled',
          'The customer canceled the action on the reader.',
        ),
      ),
    readerIsOffline: (id, isOffline) =>
      act(({ world }) => {
        world.offlineReaders = world.offlineReaders.filter((each) => each !== id)
        if (isOffline) world.offlineReaders.push(id)
      }),
    openDispute: (id, reason = 'fraudulent') =>
      act((scene) => openDispute(scene, find(scene, 'charge', id), reason).id),
    decideDispute: (id, outcome) =>
      act((scene) => closeDispute(scene, find(scene, 'dispute', id), outcome)),
    failRefund: (id, reason = 'expired_or_canceled_card') =>
      act((scene) => refundFails(scene, find(scene, 'refund', id), reason)),
    declineNext: (code) => act(({ world }) => (world.nextDecline = code)),
  }
}

function instrument(number: string) {
  if (number === 'swish') return swish
  if (number === 'apple_pay' || number === 'google_pay') return wallet(number)
  const card = cardOf(number)
  if (card === null) {
    throw invalid('Your card number is incorrect.', { code: 'incorrect_number', param: 'number' })
  }
  return card
}
