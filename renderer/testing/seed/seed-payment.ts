import type { LiveRows } from '../../../shared/contract/live.ts'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import { newPayment } from '../../../shared/domain/payment/new-payment.ts'
import { firstPaymentTerms } from '../../../shared/domain/payment/payment-terms.ts'
import type { Payment, PaymentMeans } from '../../../shared/domain/payment/payment.ts'
import { stripeMeans } from '../../../shared/domain/payment/payment.ts'
import type { Refund } from '../../../shared/domain/payment/refund.ts'
import { noStripeAccount } from '../../../shared/domain/payment/stripe-account.ts'
import type { StripeState } from '../../../shared/domain/payment/stripe-account.ts'
import { DAY, HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { newId } from '../fake/fake-store.ts'
import { seedBill, seedEstimate } from './seed-bill.ts'

/** How it stands with Stripe, and how many payments of the past there are besides those of the day. */
export type MoneyWish = { stripe: StripeState; mode: 'practice' | 'test' | 'live'; past: number }

/** A day of payments, one of every fate: paid, held, declined, given back in parts, disputed, not known. */
export function seedPayments(rows: LiveRows, wish: MoneyWish, now: number): void {
  seedAccount(rows, wish, now)
  const ended = rows.transaction.filter(({ state }) => state === 'finished')
  for (const transaction of rows.transaction) seedBill(rows, transaction)
  const bills = rows.bill.filter(({ state }) => state === 'final')
  const mode = wish.mode
  for (const [index, bill] of bills.entries()) {
    const fate = fates[index % fates.length]
    if (fate) fate(rows, bill, { mode, at: (bill.endsAt ?? now) + 4 * MINUTE, index })
  }
  seedAhead(rows, mode, now)
  for (let index = 0; index < wish.past; index += 1) {
    const transaction = ended[index % Math.max(1, ended.length)]
    if (!transaction) return
    const startedAt = now - 3 * DAY - index * 7 * MINUTE
    const bill = seedBill(rows, {
      ...transaction,
      startedAt,
      stoppedAt: startedAt + 2 * HOUR,
      energyWh: 4_000 + ((index * 1_733) % 40_000),
    })
    const means = (['reader', 'swish', 'cash', 'checkout', 'invoice'] as const)[index % 5]
    if (index % 40 !== 7)
      paid(rows, bill, { mode, at: startedAt + 2 * HOUR, index }, means ?? 'cash')
  }
}

type Case = { mode: Payment['mode']; at: number; index: number }
type Fate = (rows: LiveRows, bill: Bill, about: Case) => void

/** A payment that was asked for, whatever becomes of it. */
function pay(
  rows: LiveRows,
  bill: Bill,
  { mode, at, index }: Case,
  means: PaymentMeans,
  about: Partial<Payment>,
): Payment {
  const through = stripeMeans.has(means)
  const by = { id: newId(at), at, takenBy: index % 4 === 3 ? 'hub' : 'desk' }
  const payment = newPayment(by, bill, {
    means,
    capture: 'automatic',
    state: 'open',
    mode: through ? mode : 'local',
    amountMinor: bill.inclMinor,
    stripePaymentIntentId: through ? `pi_3Qx${String(index).padStart(4, '0')}LmN8sKq0` : null,
    readerId: means === 'reader' ? 'tmr_Fr0ntD3sk' : null,
    ...about,
  })
  rows.payment.push(payment)
  bill.paidMinor += payment.capturedMinor - payment.refundedMinor
  bill.heldMinor += payment.state === 'held' ? payment.amountMinor : 0
  if (bill.state === 'final') bill.dueMinor = bill.inclMinor - bill.paidMinor
  return payment
}

function paid(
  rows: LiveRows,
  bill: Bill,
  about: Case,
  means: PaymentMeans,
  more: Partial<Payment> = {},
): Payment {
  const card = means === 'reader' || means === 'checkout'
  const rounded = means === 'cash' ? Math.round(bill.inclMinor / 100) * 100 : bill.inclMinor
  return pay(rows, bill, about, means, {
    state: 'paid',
    capturedMinor: bill.inclMinor,
    roundingMinor: rounded - bill.inclMinor,
    paidAt: about.at,
    feeMinor: stripeMeans.has(means) ? 180 + Math.round(rounded * 0.015) : null,
    stripeChargeId: stripeMeans.has(means) ? `ch_3Qx${about.index}LmN8sKq0` : null,
    cardBrand: card ? (about.index % 3 === 0 ? 'mastercard' : 'visa') : null,
    cardLast4: card ? String(4_242 + ((about.index * 317) % 5_000)) : null,
    wallet: card && about.index % 5 === 2 ? 'apple_pay' : null,
    ...(means === 'cash' ? cashOf(rounded) : {}),
    reference: means === 'invoice' ? `F-${20_140 + about.index}` : '',
    ...more,
  })
}

function cashOf(minor: number): Partial<Payment> {
  const tenderedMinor = Math.ceil(minor / 10_000) * 10_000
  return { tenderedMinor, changeMinor: tenderedMinor - minor }
}

function giveBack(rows: LiveRows, payment: Payment, amountMinor: number, about: Partial<Refund>) {
  rows.refund.push({
    id: newId(payment.createdAt + HOUR),
    paymentId: payment.id,
    billId: payment.billId,
    amountMinor,
    currency: payment.currency,
    reason: 'requested_by_customer',
    note: 'Kabeln satt löst, laddade bara halva tiden',
    roundingMinor: 0,
    state: 'succeeded',
    takenOff: [],
    stripeRefundId: `re_3Qx${rows.refund.length}LmN8sKq0`,
    failureReason: null,
    receiptNumber: null,
    givenBy: 'desk',
    approvedBy: null,
    tillId: null,
    shiftId: null,
    createdAt: payment.createdAt + HOUR,
    updatedAt: payment.createdAt + HOUR,
    ...about,
  })
}

const fates: readonly Fate[] = [
  (rows, bill, about) => void paid(rows, bill, about, 'reader'),
  (rows, bill, about) => void paid(rows, bill, about, 'swish'),
  (rows, bill, about) => void paid(rows, bill, about, 'cash'),
  (rows, bill, about) => {
    const back = Math.round(bill.inclMinor / 4)
    const payment = paid(rows, bill, about, 'reader', { refundedMinor: 2 * back })
    giveBack(rows, payment, back, {})
    giveBack(rows, payment, back, { note: 'Även andra halvan', createdAt: about.at + 3 * HOUR })
  },
  (rows, bill, about) => {
    pay(rows, bill, about, 'reader', {
      state: 'failed',
      failureCode: 'insufficient_funds',
      failureMessage: 'Your card has insufficient funds.',
    })
  },
  (rows, bill, about) => void paid(rows, bill, about, 'checkout'),
  (rows, bill, about) => {
    const payment = paid(rows, bill, about, 'swish', { refundedMinor: 0 })
    giveBack(rows, payment, bill.inclMinor, {
      state: 'failed',
      failureReason: 'expired_or_canceled_card',
      note: 'Dubbelbetalat',
      reason: 'duplicate',
    })
  },
  (rows, bill, about) => {
    pay(rows, bill, about, 'checkout', {
      state: 'unknown',
      note: '',
      stripePaymentIntentId: null,
    })
  },
  (rows, bill, about) => {
    const payment = paid(rows, bill, about, 'checkout', { disputed: true })
    rows.dispute.push({
      id: `du_1Qx${about.index}LmN8sKq0`,
      paymentId: payment.id,
      stripeChargeId: payment.stripeChargeId ?? '',
      amountMinor: payment.capturedMinor,
      currency: payment.currency,
      reason: 'unrecognized',
      status: 'needs_response',
      isChargeRefundable: false,
      withdrawnMinor: payment.capturedMinor,
      feeMinor: 15_000,
      evidenceDueBy: about.at + 9 * DAY,
      createdAt: about.at + 6 * HOUR,
      updatedAt: about.at + 6 * HOUR,
    })
  },
  (rows, bill, about) => {
    bill.reminders = 1
    bill.remindedAt = about.at + HOUR
    pay(rows, bill, about, 'checkout', { state: 'expired', failureCode: 'expired' })
  },
  (rows, bill, about) => {
    bill.settlement = 'invoice'
    bill.customerId = rows.customer[0]?.id ?? null
    paid(rows, bill, about, 'invoice')
  },
  (rows, bill, about) => {
    const payment = paid(rows, bill, about, 'reader', { refundedMinor: bill.inclMinor })
    giveBack(rows, payment, bill.inclMinor, { state: 'pending' })
  },
  () => undefined,
]

/** What is open now, and what was paid ahead: a link that waits, a hold, a booking that is paid. */
function seedAhead(rows: LiveRows, mode: Payment['mode'], now: number): void {
  const running = rows.bill.filter(({ state }) => state === 'running')
  const about = (index: number, at: number): Case => ({ mode, at, index })
  const [held, open, part] = running
  if (held)
    pay(rows, held, about(901, held.startsAt), 'reader', {
      state: 'held',
      capture: 'manual',
      amountMinor: 30_000,
      cardBrand: 'visa',
      cardLast4: '4242',
      captureBefore: now + 2 * DAY,
    })
  if (open)
    pay(rows, open, about(902, now - 6 * MINUTE), 'checkout', {
      amountMinor: open.inclMinor,
      payUrl: 'https://checkout.stripe.com/c/pay/cs_test_a1B2c3D4e5F6#fid2dd',
      stripeCheckoutSessionId: 'cs_test_a1B2c3D4e5F6',
      expiresAt: now + 24 * MINUTE,
    })
  if (part) paid(rows, part, about(903, part.startsAt), 'cash', { capturedMinor: 5_000 })
  const ahead = rows.booking.filter(({ state }) => state === 'confirmed').slice(0, 12)
  for (const [index, booking] of ahead.entries()) {
    const bill = seedEstimate(rows, booking.id)
    if (bill && index % 3 === 0) paid(rows, bill, about(910 + index, now - 5 * HOUR), 'checkout')
  }
}

function seedAccount(rows: LiveRows, { stripe, mode }: MoneyWish, now: number): void {
  rows.paymentTerms.push({
    id: 'paymentTerms',
    ...firstPaymentTerms,
    ...(rows.station.length === 0
      ? {}
      : {
          legalName: 'Norra depån AB',
          organisationNumber: '556123-4567',
          vatNumber: 'SE556123456701',
          address: ['Hamngatan 12', '861 31 Timrå'],
          receiptFooter: 'Tack för besöket. Frågor: 060-555 010 20',
        }),
    updatedAt: now - 30 * DAY,
  })
  rows.stripeAccount.push({
    ...noStripeAccount(now - 3 * HOUR),
    state: stripe,
    mode: stripe === 'none' ? null : mode,
    accountId: stripe === 'none' ? null : 'acct_1NorraDepan',
    name: stripe === 'none' ? '' : 'Norra depån AB',
    missingRights: stripe === 'refused' ? ['Refunds: write', 'Terminal: write'] : [],
    detail: stripe === 'unreachable' ? 'connect ETIMEDOUT 198.137.150.21:443' : '',
    contactAt: stripe === 'none' ? null : now - (stripe === 'unreachable' ? 14 * MINUTE : 3_000),
  })
  if (stripe === 'none' || rows.station.length === 0) return
  const reader = { locationId: 'tml_1', busyWith: null, livemode: mode === 'live', seenAt: now }
  rows.reader.push(
    {
      ...reader,
      id: 'tmr_Fr0ntD3sk',
      label: 'Disken',
      deviceType: 'bbpos_wisepos_e',
      serialNumber: 'WSC513105011295',
      status: 'online',
    },
    {
      ...reader,
      id: 'tmr_Gar4ge',
      label: 'Garaget',
      deviceType: 'stripe_s700',
      serialNumber: 'S700-2291-77',
      status: 'offline',
    },
  )
}
