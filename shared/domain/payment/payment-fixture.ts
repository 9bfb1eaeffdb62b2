import type { Bill } from '../bill/bill.ts'
import { newPayment } from './new-payment.ts'
import { newRefund } from './new-refund.ts'
import type { Payment } from './payment.ts'
import type { Refund } from './refund.ts'

const NOON = Date.UTC(2026, 10, 2, 12)

/** A bill of 100.00 SEK with 25 % tax that is over and not paid, save for what is told. */
export function aBill(told: Partial<Bill> = {}): Bill {
  return {
    id: '01890000-0000-7000-8000-00000000b111',
    bookingId: null,
    transactionId: null,
    stationId: null,
    connectorId: null,
    customerId: null,
    plate: 'ABC 123',
    idToken: 'TAG',
    settlement: 'pay',
    settledByHand: false,
    state: 'final',
    tariffVersionId: null,
    currency: 'SEK',
    energyWh: 20_000,
    lines: [],
    exclMinor: 8_000,
    inclMinor: 10_000,
    vat: [{ ratePct: 25, exclMinor: 8_000, vatMinor: 2_000 }],
    estimatedMinor: 10_000,
    revision: 1,
    paidMinor: 0,
    heldMinor: 0,
    dueMinor: 10_000,
    startsAt: NOON,
    endsAt: NOON + 3_600_000,
    finalAt: NOON + 3_600_000,
    remindedAt: null,
    reminders: 0,
    createdAt: NOON,
    updatedAt: NOON,
    ...told,
  }
}

/** A payment of that bill on Stripe's page that is asked for, save for what is told. */
export function aPayment(told: Partial<Payment> = {}): Payment {
  const by = { id: '01890000-0000-7000-8000-0000000aa111', at: NOON, takenBy: 'desk' }
  const what = { means: 'checkout', capture: 'automatic', mode: 'test', state: 'open' } as const
  return newPayment(by, aBill(), { ...what, amountMinor: 10_000, ...told })
}

/** A refund of ten kronor that Stripe has not been told of, save for what is told. */
export function aRefund(told: Partial<Refund> = {}): Refund {
  const by = { id: '01890000-0000-7000-8000-00000000f111', at: NOON, givenBy: 'desk' }
  const what = { amountMinor: 1_000, reason: 'requested_by_customer', note: 'Left early' } as const
  return newRefund(by, aPayment(), { ...what, ...told })
}
