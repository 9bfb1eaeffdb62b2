import { captureEarlyMinor } from '../../../shared/domain/payment/capturing.ts'
import { isNearHold } from '../../../shared/domain/payment/hold.ts'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import { clearAlarm, raiseAlarm } from '../alarm/raise.ts'
import type { Store } from '../store/store.ts'
import type { Writes } from '../store/writes.ts'
import { callOff } from './cancel.ts'
import { capturePayment } from './capture.ts'
import { billOf } from './save.ts'
import type { StripeSide } from './stripe-side.ts'

/** Does what is due of payments as time goes by: what nobody paid in time expires, holds are taken before they end. */
export async function lookAfterPayments(store: Store, side: StripeSide): Promise<void> {
  const rows = await store.reads.query
    .selectFrom('payment')
    .select('id')
    .where('state', 'in', ['requested', 'open', 'held'])
    .execute()
  if (rows.length === 0) return
  await store.work('hub', (tx) => {
    for (const { id } of rows) {
      const payment = tx.get('payment', id)
      if (payment) lookAfter(tx, side, payment)
    }
  })
}

function lookAfter(tx: Writes, side: StripeSide, payment: Payment): void {
  if (payment.state === 'held') {
    const bill = billOf(tx, payment)
    const amountMinor = captureEarlyMinor(payment, bill, tx.now)
    if (amountMinor !== null)
      capturePayment(tx, side, payment.id, amountMinor, 'The bank is about to let the hold go.')
    else tellOfHold(tx, bill)
    return
  }
  const { expiresAt, state, means } = payment
  if (expiresAt === null || expiresAt > tx.now) return
  // A page expires at Stripe by itself, and Stripe tells.
  if (state === 'open' && means === 'checkout') return
  callOff(tx, side, payment, { act: 'payment.expired' }, 'expired')
}

/** A stay that comes near what is held for it needs a hand: to stop it, or to ask for more. */
function tellOfHold(tx: Writes, bill: Bill): void {
  const { stationId, connectorId } = bill
  if (stationId === null) return
  const place = { kind: 'holdNearlyUsed', stationId, connectorId } as const
  if (!isNearHold(bill, tx.find('payment', { billId: bill.id }))) return clearAlarm(tx, place)
  raiseAlarm(tx, place, bill.plate || bill.idToken)
}
