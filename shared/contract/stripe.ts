import { z } from 'zod'
import { dispute } from '../domain/payment/dispute.ts'
import { payout, payoutRow } from '../domain/payment/payout.ts'
import { reader, stripeAccount } from '../domain/payment/stripe-account.ts'
import { cursor, page, pageQuery, procedure } from './refusal.ts'

const tags = ['payments']
const byStripeId = z.strictObject({ id: z.string().min(1).max(100) })

const reach = {
  STRIPE_NOT_SET_UP: { status: 409, message: 'No Stripe key is set. Enter one in Settings.' },
  STRIPE_UNREACHABLE: {
    status: 503,
    message: 'Stripe can’t be reached just now. Try again when it can.',
  },
  STRIPE_REFUSED: {
    status: 409,
    message: 'Stripe refused it.',
    data: z.object({ code: z.string(), said: z.string() }),
  },
} as const

export const stripeContract = {
  account: procedure
    .route({ method: 'GET', path: '/stripe', tags, summary: 'How it stands with Stripe' })
    .output(stripeAccount),
  check: procedure
    .route({
      method: 'POST',
      path: '/stripe/check',
      tags,
      summary: 'Ask Stripe now: the key’s rights, and what is new',
    })
    .errors(reach)
    .output(stripeAccount),
  practice: procedure
    .route({
      method: 'POST',
      path: '/stripe/practice',
      tags,
      summary: 'Name the stand-in for Stripe that a practice site pays through',
    })
    .errors({
      NOT_PRACTICE: {
        status: 409,
        message: 'This site takes real payments, and has no stand-in for Stripe.',
      },
      LIVE_IN_PRACTICE: {
        status: 409,
        message:
          'A practice site moves no money, so it takes a restricted test key (rk_test_…) only.',
      },
    })
    .input(
      z.strictObject({
        url: z.url({ protocol: /^http$/, hostname: /^127\.0\.0\.1$/ }),
        key: z.string().min(1).max(200),
      }),
    )
    .output(stripeAccount),
  readers: procedure
    .route({
      method: 'GET',
      path: '/readers',
      tags,
      summary: 'The Terminal readers, asked of Stripe',
    })
    .errors(reach)
    .output(z.object({ rows: z.array(reader) })),
  registerReader: procedure
    .route({
      method: 'POST',
      path: '/readers',
      tags,
      successStatus: 201,
      summary: 'Register a Terminal reader by the code it shows',
    })
    .errors(reach)
    .input(
      z.strictObject({
        registrationCode: z.string().trim().min(1).max(100),
        label: z.string().trim().min(1).max(60),
      }),
    )
    .output(reader),
  removeReader: procedure
    .route({
      method: 'DELETE',
      path: '/readers/{id}',
      tags,
      summary: 'Take a Terminal reader away',
    })
    .errors(reach)
    .input(byStripeId)
    .output(z.object({ id: z.string() })),
  disputes: procedure
    .route({ method: 'GET', path: '/disputes', tags, summary: 'Disputes, newest first' })
    .input(z.strictObject({ ...pageQuery, after: cursor(/^-?\d+~/) }))
    .output(page(dispute)),
  payouts: procedure
    .route({
      method: 'GET',
      path: '/payouts',
      tags,
      summary: 'Payouts, newest first, with what of them is not explained',
    })
    .input(z.strictObject({ ...pageQuery, after: cursor(/^-?\d+~/) }))
    .output(page(payout)),
  payout: procedure
    .route({
      method: 'GET',
      path: '/payouts/{id}',
      tags,
      summary: 'A payout, row by row, beside what our ledger has',
    })
    .input(byStripeId)
    .output(z.object({ payout, rows: z.array(payoutRow) })),
  reconcile: procedure
    .route({
      method: 'POST',
      path: '/payouts/reconcile',
      tags,
      summary: 'Ask Stripe for payouts now and compare them',
    })
    .errors(reach)
    .output(z.object({ rows: z.array(payout) })),
}
