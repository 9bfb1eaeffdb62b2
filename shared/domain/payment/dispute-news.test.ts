import fc from 'fast-check'
import { expect, test } from 'vitest'
import { disputeNews } from './dispute-news.ts'
import type { Dispute } from './dispute.ts'
import { aStripeDispute } from './stripe-fixture.ts'
import type { StripeBalanceTransaction, StripeDispute } from './stripe-object.ts'

const NOW = Date.UTC(2026, 10, 2, 13)

const moved = (amount: number, fee: number): StripeBalanceTransaction => ({
  ...{ id: `txn_${amount}`, amount, created: 0, currency: 'sek' },
  ...{ fee, net: amount - fee, source: 'dp_1', type: 'adjustment' },
})
const opened = aStripeDispute({ balance_transactions: [moved(-10_000, 15_000)] })
const underReview: StripeDispute = { ...opened, status: 'under_review' }
const won: StripeDispute = {
  ...opened,
  status: 'won',
  balance_transactions: [moved(-10_000, 15_000), moved(10_000, -15_000)],
}
const lost: StripeDispute = { ...opened, status: 'lost' }

const hear = (known: Dispute | undefined, told: StripeDispute) =>
  disputeNews(known, told, 'payment', NOW)

test('a dispute takes its amount and a fee out of the balance', () => {
  expect(hear(undefined, opened)).toMatchObject({
    withdrawnMinor: 10_000,
    feeMinor: 15_000,
    isLost: false,
    dispute: { status: 'needs_response', withdrawnMinor: 10_000, currency: 'SEK' },
  })
})

test('one that is won gives both back; one that is lost has lost them', () => {
  const known = hear(undefined, opened)?.dispute
  expect(hear(known, won)).toMatchObject({ withdrawnMinor: -10_000, feeMinor: -15_000 })
  expect(hear(known, lost)).toMatchObject({ withdrawnMinor: 0, feeMinor: 0, isLost: true })
})

test.each([
  ['won', won, 0],
  ['lost', lost, 10_000],
])('heard late, twice and in any order, one that is %s comes to the same', (_, end, leftMinor) => {
  const told = fc.constantFrom(opened, underReview, end)
  fc.assert(
    fc.property(fc.array(told, { maxLength: 10 }), (order) => {
      let known: Dispute | undefined
      let withdrawn = 0
      let losses = 0
      for (const one of [...order, end, ...order]) {
        const news = hear(known, one)
        withdrawn += news?.withdrawnMinor ?? 0
        losses += news?.isLost ? 1 : 0
        known = news?.dispute ?? known
      }
      expect(withdrawn).toBe(leftMinor)
      expect(losses).toBe(end.status === 'lost' ? 1 : 0)
    }),
  )
})
