import type { Stripe } from 'stripe'
import { plan, seconds } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'

const DAY_MS = 86_400_000
/** How long the card networks keep the money before it can be paid out. */
const SETTLES_AFTER_DAYS = 3

/** What moves the balance; a fee lowers it beside. */
export type Movement = {
  type: Stripe.BalanceTransaction['type']
  category: string
  /** Into the balance, or out of it when negative. */
  amountMinor: number
  feeMinor: number
  currency: string
  source: string
  description: string | null
}

/** Writes a movement into the balance. Money that comes in can be paid out days later. */
export function book(scene: Scene, movement: Movement): Stripe.BalanceTransaction {
  const { amountMinor, feeMinor, currency } = movement
  const isIncome = movement.category === 'charge'
  const availableAt = startOfDay(scene.now) + (isIncome ? SETTLES_AFTER_DAYS * DAY_MS : 0)
  const transaction: Stripe.BalanceTransaction = {
    id: scene.newId('txn'),
    object: 'balance_transaction',
    amount: amountMinor,
    available_on: availableAt / 1000,
    balance_type: 'payments',
    created: seconds(scene),
    currency,
    description: movement.description,
    exchange_rate: null,
    fee: feeMinor,
    fee_details:
      feeMinor === 0
        ? []
        : [
            {
              amount: feeMinor,
              application: null,
              currency,
              description:
                movement.category === 'dispute' ? 'Dispute fee' : 'Stripe processing fees',
              type: 'stripe_fee',
            },
          ],
    net: amountMinor - feeMinor,
    reporting_category: movement.category,
    source: movement.source,
    status: availableAt <= scene.now ? 'available' : 'pending',
    type: movement.type,
  }
  scene.world.tables.balance_transaction[transaction.id] = transaction
  planPayouts(scene)
  return transaction
}

/** Payouts are made at the next midnight, as long as something waits to be paid out. */
export function planPayouts(scene: Scene): void {
  if (scene.world.agenda.some(({ what }) => what === 'payouts-go')) return
  plan(scene, startOfDay(scene.now) + DAY_MS, 'payouts-go', '')
}

/** Midnight in UTC before an instant, epoch ms. */
export function startOfDay(at: number): number {
  return at - (at % DAY_MS)
}

const fixedMinor: Record<string, number> = {
  sek: 180,
  nok: 200,
  dkk: 180,
  eur: 25,
  gbp: 20,
  usd: 30,
}

/** Basis points of the amount that Stripe keeps, by means of payment (Stripe's price list, Sweden). */
const shareBp = { card: 150, card_present: 140, swish: 100 }

/** The fee on a charge, half up, never above the charge. */
export function chargeFeeMinor(
  type: 'card' | 'card_present' | 'swish',
  amountMinor: number,
  currency: string,
): number {
  const share = Math.floor((amountMinor * shareBp[type] + 5_000) / 10_000)
  return Math.min(amountMinor, share + (fixedMinor[currency] ?? 0))
}

/** The fee on a dispute; it is kept whoever wins. */
export function disputeFeeMinor(currency: string): number {
  return (
    { sek: 17_500, nok: 17_500, dkk: 12_500, eur: 2000, gbp: 2000, usd: 1500 }[currency] ?? 1500
  )
}
