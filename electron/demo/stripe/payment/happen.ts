import { refusalOf } from '../http/refused.ts'
import { takeDue } from '../world/due.ts'
import type { Due } from '../world/due.ts'
import { find, idOf } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'
import { tell, tellHeldBack } from '../world/tell.ts'
import { settle } from './charge.ts'
import { swishExpires } from './confirm.ts'
import { openDispute } from './dispute.ts'
import { cancel } from './paid.ts'
import { makePayouts, payoutArrives } from './payout.ts'
import { refundFails, refundSucceeds } from './refund.ts'
import { expireSession } from './session.ts'

/**
 * Lets everything happen that is due by the scene's instant, each thing at its own.
 * @returns whether anything did
 */
export function happen(scene: Scene): boolean {
  let count = 0
  for (;;) {
    const due = takeDue(scene.world.agenda, scene.now)
    if (due === null) break
    count += 1
    // What can't happen any more doesn't: the intent was paid, the charge refunded meanwhile.
    refusalOf(() => one({ ...scene, now: due.at, asked: null }, due))
  }
  tellHeldBack(scene.world, scene.now)
  return count > 0
}

function one(scene: Scene, { what, id }: Due): void {
  if (what === 'payouts-go') makePayouts(scene)
  else if (what === 'payout-arrives') payoutArrives(scene, id)
  else if (what === 'charge-settles') settleLater(scene, id)
  else if (what === 'hold-expires') cancel(scene, find(scene, 'payment_intent', id), 'automatic')
  else if (what === 'swish-expires') swishExpires(scene, find(scene, 'payment_intent', id))
  else if (what === 'session-expires') expireSession(scene, find(scene, 'checkout.session', id))
  else if (what === 'refund-succeeds') refundSucceeds(scene, find(scene, 'refund', id))
  else if (what === 'refund-fails') {
    refundFails(scene, find(scene, 'refund', id), 'expired_or_canceled_card')
  } else if (what === 'dispute-opens') disputeByHolder(scene, id)
}

function settleLater(scene: Scene, id: string): void {
  const charge = find(scene, 'charge', id)
  if (charge.balance_transaction !== null) return
  settle(scene, charge)
  tell(scene, 'charge.updated', charge, { balance_transaction: null })
}

function disputeByHolder(scene: Scene, id: string): void {
  const charge = find(scene, 'charge', id)
  const instrument = scene.world.instruments[idOf(charge.payment_method) ?? '']
  openDispute(scene, charge, instrument?.dispute ?? 'general')
}
