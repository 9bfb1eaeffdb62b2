import type { Bill } from '../../../shared/domain/bill/bill.ts'
import type { Payment } from '../../../shared/domain/payment/payment.ts'
import { aPayment } from '../../../shared/domain/payment/payment-fixture.ts'
import { givenBackMinor } from '../../../shared/domain/payment/refunding.ts'
import { newId } from './fake-store.ts'
import type { FakeStore } from './fake-store.ts'

/** Reckons a bill's sums anew from its payments and refunds. */
export function refresh(store: FakeStore, billId: string): void {
  const bill = store.find('bill', billId)
  if (!bill) return
  const mine = store.rows.payment.filter((row) => row.billId === billId)
  const back = givenBackMinor(store.rows.refund.filter((row) => row.billId === billId))
  const taken = mine.reduce((sum, row) => sum + row.capturedMinor, 0)
  const held = mine.filter(({ state }) => state === 'held')
  const paidMinor = taken - back
  store.put('bill', {
    ...bill,
    paidMinor,
    heldMinor: held.reduce((sum, row) => sum + row.amountMinor, 0),
    dueMinor: bill.state === 'final' ? bill.inclMinor - paidMinor : 0,
    updatedAt: Date.now(),
  })
}

/** Changes a payment and what hangs on it. */
export function change(store: FakeStore, id: string, told: Partial<Payment>): Payment | undefined {
  const payment = store.find('payment', id)
  if (!payment) return undefined
  const changed = store.put('payment', { ...payment, ...told, updatedAt: Date.now() })
  refresh(store, payment.billId)
  return changed
}

/** A new payment of a bill. */
export function begin(store: FakeStore, bill: Bill, told: Partial<Payment>): Payment {
  const now = Date.now()
  const account = store.rows.stripeAccount[0]
  const payment = store.put(
    'payment',
    aPayment({
      id: newId(now),
      billId: bill.id,
      mode: account?.mode ?? 'local',
      currency: bill.currency,
      createdAt: now,
      updatedAt: now,
      ...told,
    }),
  )
  refresh(store, bill.id)
  return payment
}

/** What Stripe makes of a payment, a moment later: asked for, then paid, held or declined. */
export function letStripeAct(store: FakeStore, { id, means, capture }: Payment): void {
  const online = store.rows.stripeAccount[0]?.state === 'ok'
  if (!online) return
  const declined = new URLSearchParams(location.search).has('decline')
  setTimeout(() => {
    change(store, id, {
      state: 'open',
      stripePaymentIntentId: 'pi_3QxNewLmN8sKq0',
      ...(means === 'reader'
        ? {}
        : { expiresAt: Date.now() + (means === 'swish' ? 3 : 30) * 60_000 }),
      ...(means === 'checkout'
        ? { payUrl: 'https://checkout.stripe.com/c/pay/cs_test_n3wL1nk#fid2dd' }
        : {}),
      ...(means === 'swish' ? { qrData: 'D00123456789012345678901234567890' } : {}),
    })
  }, 700)
  if (means === 'checkout') return
  setTimeout(() => {
    if (store.find('payment', id)?.state !== 'open') return
    const payment = store.find('payment', id)
    const card = means === 'reader' ? { cardBrand: 'visa', cardLast4: '4242' } : {}
    if (declined) change(store, id, { state: 'failed', failureCode: 'insufficient_funds', ...card })
    else if (capture === 'manual') change(store, id, { state: 'held', ...card })
    else
      change(store, id, {
        state: 'paid',
        capturedMinor: payment?.amountMinor ?? 0,
        paidAt: Date.now(),
        ...card,
      })
  }, 6_000)
}
