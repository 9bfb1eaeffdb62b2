import type { Stripe } from 'stripe'
import type { Bill } from '../../../../shared/domain/bill/bill.ts'
import type { PaymentDetail } from '../../../../shared/contract/payment.ts'
import { aBill } from '../../../../shared/domain/payment/payment-fixture.ts'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import { stripeDouble, type StripeDouble, TEST_KEY } from '../../../demo/stripe/double.ts'
import { changeBill } from '../../bill/refresh.ts'
import {
  type RestAnswer,
  type RestFace,
  type RestFaceOptions,
  restFace,
} from '../../rpc/test-bench/rest-face.ts'
import { stripeClient } from '../stripe/client.ts'
import { holdStripeKey, type StripeKeyPort } from '../stripe-key.ts'

/** A refusal as the REST face tells it. */
export interface Refused {
  code: string
  message: string
  data?: unknown
}

/** A hub whose Stripe is the double, and which does nothing by itself: a test takes each step. */
export interface PayingHub {
  readonly face: RestFace
  readonly double: StripeDouble
  readonly keys: StripeKeyPort
  /** Stripe as somebody at its dashboard sees it. */
  readonly atStripe: Stripe
  /** Waits until what a new key sets off is done. */
  idle(): Promise<void>
  /** A bill of 100.00 SEK, save for what is told. */
  bill(told?: Partial<Bill>): Promise<Bill>
  /** Opens a payment of a bill, or is refused. */
  open(body: object): Promise<RestAnswer<Payment & Refused>>
  post<Body>(path: string, body?: object): Promise<RestAnswer<Body>>
  detail(paymentId: string): Promise<PaymentDetail>
  /** Sends what is due, asks how open payments do, and takes in what happened. */
  settle(): Promise<void>
  /** Makes a bill final, or void, and has its payments settled in the same unit. */
  end(billId: string, told: Partial<Bill>): Promise<void>
  /** Lets time go by, here and at Stripe. */
  later(ms: number): void
  /** What a ledger account has, minor units. */
  balance(account: string): Promise<number>
  close(): Promise<void>
}

/** A key that is at nobody's site. */
const ALL_RIGHTS = 'rk_test_dashboard0000000000000'

const grants = () => ({ [TEST_KEY]: { rights: 'all' }, [ALL_RIGHTS]: { rights: 'all' } }) as const

const NOON = Date.UTC(2026, 10, 26, 12)

/**
 * @param options.key of the site; null for none
 * @param options.plans whether it plans, and so finds windows that can be promised
 * @param options.chargers what is to be said of chargers; that none is connected where nothing is told
 * @param options.webhookSecret what the webhook's events are signed with; without it there is none
 */
export async function payingHub({
  key = TEST_KEY as string | null,
  webhookSecret = null as string | null,
  plans = false,
  chargers = undefined as RestFaceOptions['chargers'],
} = {}): Promise<PayingHub> {
  let now = NOON
  const double = stripeDouble({ clock: () => now, pages: 'http://double.test', keys: grants() })
  const keys = holdStripeKey(async () => ({ accepted: true, livemode: false, accountName: '' }))
  if (key !== null) keys.hold({ state: 'held', key })
  const face = await restFace(NOON, {
    ...{ plans, chargers },
    money: {
      stripeKey: keys,
      stripeWebhookSecret: webhookSecret,
      stripe: { fetch: (...asked) => double.fetch(...asked), jitter: () => 0.5, wakes: false },
    },
  })
  const { steps } = face.money.payments
  return {
    face,
    double,
    keys,
    atStripe: await stripeClient({ key: ALL_RIGHTS, url: null, fetch: double.fetch }),
    // The units of another key come before this one.
    idle: () => face.store.work('test', () => undefined),
    async bill(told = {}) {
      const bill = aBill({
        id: face.newId(),
        startsAt: now,
        createdAt: now,
        updatedAt: now,
        ...told,
      })
      await face.store.work('test', (tx) => tx.insert('bill', bill))
      return bill
    },
    open: (body) => face.ask('POST', '/payments', body),
    post: (path, body = {}) => face.ask('POST', path, body),
    detail: async (id) => (await face.ask<PaymentDetail>('GET', `/payments/${id}`)).body,
    async settle() {
      await steps.send()
      await steps.poll()
      await steps.events()
      await steps.send()
    },
    end: (billId, told) =>
      face.store.work('hub', (tx) => {
        const bill = tx.get('bill', billId)
        if (bill) face.money.payments.settled(tx, changeBill(tx, bill, { state: 'final', ...told }))
      }),
    later(ms) {
      now += ms
      face.now = now
      double.controls.advance(0)
    },
    balance: (account) =>
      face.store.work('test', (tx) => {
        const [row] = tx.sql(
          'select coalesce(sum(amountMinor), 0) as minor from ledgerLine where account = ?',
          [account],
        )
        return Number(row?.['minor'])
      }),
    close: () => face.close(),
  }
}
