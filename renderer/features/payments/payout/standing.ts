import type { Payout } from '../../../../shared/domain/payment/payout.ts'

/**
 * How a payout stands against the ledger: `ok` all of it is explained; `waits` Stripe has not named its rows yet;
 * `manual` it never will; `off` so much of it is not what the ledger has, minor units.
 */
export type PayoutStanding =
  | { kind: 'ok' | 'waits' | 'manual' }
  | { kind: 'off'; differenceMinor: number }

/** How a payout stands, from its own row. */
export function standingOf(payout: Payout): PayoutStanding {
  if (!payout.automatic || payout.reconciliation === 'not_applicable') return { kind: 'manual' }
  if (payout.reconciledAt === null || payout.reconciliation !== 'completed')
    return { kind: 'waits' }
  const differenceMinor = payout.amountMinor - payout.explainedMinor
  return differenceMinor === 0 ? { kind: 'ok' } : { kind: 'off', differenceMinor }
}
