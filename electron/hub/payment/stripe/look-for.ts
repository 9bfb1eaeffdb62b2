import { withoutStripeKeys } from '../../../../shared/domain/payment/without-keys.ts'
import { lookedFor, type StripeSearch } from '../../../../shared/domain/payment/outbox.ts'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import type { StripeCall } from '../../../../shared/domain/payment/stripe-call.ts'
import type { Store } from '../../store/store.ts'
import type { Writes } from '../../store/writes.ts'
import { savePayment } from '../save.ts'
import type { StripeSide } from '../stripe-side.ts'
import type { StripeAccountKeeper } from './account.ts'
import { answerOf, isStripes } from './answer.ts'
import { callUnknown } from './call-ended.ts'
import type { StripeConnection } from './client.ts'
import { lookUp } from './look-up.ts'
import { takeTold } from './take-told.ts'

export interface LookingFor {
  readonly store: Store
  readonly side: StripeSide
  readonly account: StripeAccountKeeper
  /** 0 to 1, for back-off. */
  readonly jitter: () => number
  readonly newKey: () => string
}

/** Looks at Stripe for what became of a call, and takes that in with all that follows from it in one unit. */
export async function lookFor(
  { store, side, newKey, jitter, account }: LookingFor,
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
    const search: StripeSearch =
      'error' in looked
        ? { kind: 'noAnswer', message: withoutStripeKeys(String(looked.error)).slice(0, 500) }
        : { kind: looked.isDone ? 'found' : 'absent' }
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
