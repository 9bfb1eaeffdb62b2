import type { Id } from '../../../../../shared/domain/id/id.ts'
import type { Payment } from '../../../../../shared/domain/payment/payment.ts'
import type { Refund } from '../../../../../shared/domain/payment/refund.ts'
import type { Site } from './site.ts'

/** The payments of this schedule, in the order they were made. */
export async function paymentsOf({
  store,
  bills,
}: Pick<Site, 'store' | 'bills'>): Promise<Payment[]> {
  const found = await Promise.all(bills.map((billId) => store.reads.find('payment', { billId })))
  return found.flat().sort(byId)
}

export async function refundsOf({
  store,
  bills,
}: Pick<Site, 'store' | 'bills'>): Promise<Refund[]> {
  const found = await Promise.all(bills.map((billId) => store.reads.find('refund', { billId })))
  return found.flat().sort(byId)
}

const byId = (one: { id: Id }, other: { id: Id }): number => (one.id < other.id ? -1 : 1)
