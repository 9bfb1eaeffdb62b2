import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import { aBill } from '../../../../shared/domain/payment/payment-fixture.ts'
import { changeBill } from '../../bill/refresh.ts'
import type { Rows } from '../../store/tables.ts'
import { cancelPayment } from '../cancel.ts'
import { capturePayment } from '../capture.ts'
import { openPayment } from '../open.ts'
import { refundPayment } from '../refund.ts'
import { takePayment } from '../take.ts'
import type { Act } from './act.ts'
import type { SiteAndStripe } from './site-and-stripe.ts'

/** Does one thing; what can't be done now is left undone. */
export async function perform(site: SiteAndStripe, one: Act): Promise<void> {
  const { store, double } = site
  const { side, settled } = site.money().payments
  const { controls } = double
  switch (one.do) {
    case 'bill':
      return store.work('test', (tx) => {
        const told = { id: tx.newId(), startsAt: tx.now, createdAt: tx.now, updatedAt: tx.now }
        const sum = { inclMinor: one.amount, estimatedMinor: one.amount }
        tx.insert(
          'bill',
          aBill(
            one.runs
              ? { ...told, ...sum, state: 'running', dueMinor: 0 }
              : { ...told, ...sum, dueMinor: one.amount },
          ),
        )
      })
    case 'open': {
      const bill = await pick(site, 'bill', one.which)
      const [reader] = await store.reads.find('reader', {})
      if (!bill) return
      const { means } = one
      const capture = one.holds ? 'manual' : 'automatic'
      const amountMinor = one.part === null ? null : hundredths(bill.inclMinor, one.part)
      await store.work('test', (tx) => {
        openPayment(tx, side, {
          ...{ billId: bill.id, means, capture, amountMinor },
          ...{ readerId: reader?.id ?? null, language: 'sv' },
        })
      })
      return
    }
    case 'pay': {
      const payment = await pick(site, 'payment', one.which, ({ state }) => state === 'open')
      if (payment === undefined) return
      const { stripeCheckoutSessionId: page, stripePaymentIntentId: intent, means } = payment
      quietly(() => {
        if (means === 'checkout' && page) controls.payOnPage(page, one.card)
        if (means === 'swish' && intent) controls.holderAnswers(intent, one.says)
        if (means === 'reader' && payment.readerId) controls.presentCard(payment.readerId, one.card)
      })
      return
    }
    case 'cancel': {
      const payment = await pick(site, 'payment', one.which)
      if (payment) await store.work('test', (tx) => void cancelPayment(tx, side, payment.id, ''))
      return
    }
    case 'capture': {
      const payment = await pick(site, 'payment', one.which)
      if (payment)
        await store.work('test', (tx) => void capturePayment(tx, side, payment.id, one.part))
      return
    }
    case 'refund': {
      const payment = await pick(site, 'payment', one.which, isPaid)
      const amountMinor = hundredths(payment?.capturedMinor ?? 0, one.part)
      const wish = { amountMinor, reason: 'duplicate', note: 'Test' } as const
      if (payment)
        await store.work(
          'test',
          (tx) => void refundPayment(tx, side, { ...wish, paymentId: payment.id }),
        )
      return
    }
    case 'cash': {
      const bill = await pick(site, 'bill', one.which)
      const wish = {
        means: 'cash',
        amountMinor: null,
        tenderedMinor: null,
        reference: '',
        note: '',
      } as const
      if (bill)
        await store.work('test', (tx) => void takePayment(tx, side, { ...wish, billId: bill.id }))
      return
    }
    case 'end': {
      const bill = await pick(site, 'bill', one.which, ({ state }) => state === 'running')
      if (bill === undefined) return
      return store.work('test', (tx) => {
        const now = tx.get('bill', bill.id)
        if (now) settled(tx, changeBill(tx, now, { state: one.state, inclMinor: one.amount }))
      })
    }
    case 'dispute': {
      const payment = await pick(site, 'payment', one.which, isPaid)
      const charge = payment?.stripeChargeId
      quietly(() => {
        const id = charge ? controls.openDispute(charge) : null
        if (id && one.outcome) controls.decideDispute(id, one.outcome)
      })
      return
    }
    case 'refundFails': {
      const refund = await pick(site, 'refund', one.which)
      quietly(() => refund?.stripeRefundId && controls.failRefund(refund.stripeRefundId))
      return
    }
    case 'dashboard': {
      const payment = await pick(site, 'payment', one.which, isPaid)
      if (payment?.stripePaymentIntentId)
        await site.stripe.refunds
          .create({ payment_intent: payment.stripePaymentIntentId, amount: 300 })
          .catch(() => undefined)
      return
    }
    case 'fault':
      double.faults.once(one.fault)
      return
    case 'kill':
      site.line().killNext(one.when)
      return
    case 'offline':
      double.faults.offline(one.is)
      return
    case 'eventFault':
      double.faults.events(() => one)
      return
    case 'step':
      for (const step of one.steps) await site.step(({ payments }) => payments.steps[step]())
      return
    case 'later':
      site.later(one.ms)
      return
  }
}
async function pick<T extends 'bill' | 'refund' | 'payment'>(
  { store }: SiteAndStripe,
  table: T,
  which: number,
  fits: (row: Rows[T]) => boolean = () => true,
): Promise<Rows[T] | undefined> {
  const rows = (await store.reads.find(table, {})).filter(fits)
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))[which % rows.length]
}

/** People do what can't be done. */
function quietly(run: () => unknown): void {
  try {
    run()
  } catch {
    // Stripe said no.
  }
}

const isPaid = ({ capturedMinor, means }: Payment): boolean => capturedMinor > 0 && means !== 'cash'

const hundredths = (minor: number, part: number): number =>
  Math.max(1, Math.floor((minor * part) / 100))
