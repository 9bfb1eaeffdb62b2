import { expect } from 'vitest'
import type { Bill } from '../../../../shared/domain/bill/bill.ts'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import type { Refund } from '../../../../shared/domain/payment/refund.ts'
import type { RestAnswer } from '../../rpc/test-bench/rest-face.ts'
import type { PayingHub, Refused } from './paying-hub.ts'

export const VISA = '4242424242424242'

/** What a payer and a desk do on the way to most of what is to be shown. */
export interface Payer {
  /** Opens a payment of a bill. */
  opened(body: object): Promise<Payment>
  /** Pays on Stripe's page, and has it heard here. */
  payOnPage(payment: { id: string }, card?: string): Promise<void>
  /** A bill of 100.00 SEK, save for what is told, that was paid on Stripe's page. */
  paid(told?: Partial<Bill>): Promise<Payment>
  now(payment: { id: string }): Promise<Payment>
  /** What is due of a bill, minor units. */
  due(billId: string): Promise<number | undefined>
  giveBack(payment: { id: string }, amountMinor: number): Promise<RestAnswer<Refund & Refused>>
}

export function payerAt(hub: PayingHub): Payer {
  const now = async ({ id }: { id: string }) => (await hub.detail(id)).payment
  const opened = async (body: object): Promise<Payment> => {
    const answer = await hub.open(body)
    expect([answer.status, answer.body.code]).toEqual([201, undefined])
    return answer.body
  }
  const payOnPage = async (payment: { id: string }, card = VISA): Promise<void> => {
    const { stripeCheckoutSessionId } = await now(payment)
    hub.double.controls.payOnPage(stripeCheckoutSessionId ?? '', card)
    hub.later(2_000)
    await hub.settle()
  }
  return {
    opened,
    payOnPage,
    async paid(told = {}) {
      const payment = await opened({ billId: (await hub.bill(told)).id, means: 'checkout' })
      await hub.settle()
      await payOnPage(payment)
      return now(payment)
    },
    now,
    due: async (billId) => (await hub.face.store.reads.get('bill', billId))?.dueMinor,
    giveBack: ({ id }, amountMinor) =>
      hub.post(`/payments/${id}/refunds`, {
        ...{ amountMinor, reason: 'requested_by_customer', note: 'Left early' },
      }),
  }
}
