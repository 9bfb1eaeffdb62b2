import type { Stripe } from 'stripe'
import { find, plan, seconds } from '../world/scene.ts'
import type { Scene } from '../world/scene.ts'
import { tell } from '../world/tell.ts'
import { book, planPayouts, startOfDay } from './balance.ts'

const DAY_MS = 86_400_000

/** Pays out what is available, a payout a currency. What is owed to Stripe waits for income. */
export function makePayouts(scene: Scene): void {
  const waiting = becomeAvailable(scene).filter(
    ({ id, type }) => type !== 'payout' && !(id in scene.world.paidOut),
  )
  const ready = waiting.filter(({ status }) => status === 'available')
  for (const [currency, rows] of Map.groupBy(ready, (row) => row.currency)) {
    const amountMinor = rows.reduce((sum, { net }) => sum + net, 0)
    if (amountMinor > 0) payOut(scene, currency, rows, amountMinor)
  }
  if (waiting.some(({ id }) => !(id in scene.world.paidOut))) planPayouts(scene)
}

function becomeAvailable({ world, now }: Scene): Stripe.BalanceTransaction[] {
  const rows = Object.values(world.tables.balance_transaction)
  for (const row of rows) {
    if (row.available_on * 1000 <= now) row.status = 'available'
  }
  return rows
}

function payOut(
  scene: Scene,
  currency: string,
  rows: Stripe.BalanceTransaction[],
  amountMinor: number,
): void {
  const arrivesAt = startOfDay(scene.now) + DAY_MS
  const payout: Stripe.Payout = {
    id: scene.newId('po'),
    object: 'payout',
    amount: amountMinor,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: arrivesAt / 1000,
    automatic: true,
    balance_transaction: null,
    created: seconds(scene),
    currency,
    description: 'STRIPE PAYOUT',
    destination: `ba_${scene.account.id.slice(5)}`,
    failure_balance_transaction: null,
    failure_code: null,
    failure_message: null,
    livemode: scene.world.livemode,
    metadata: {},
    method: 'standard',
    original_payout: null,
    payout_method: null,
    reconciliation_status: 'in_progress',
    reversed_by: null,
    source_type: 'card',
    statement_descriptor: null,
    status: 'in_transit',
    trace_id: { status: 'pending', value: null },
    type: 'bank_account',
  }
  scene.world.tables.payout[payout.id] = payout
  for (const { id } of rows) scene.world.paidOut[id] = payout.id
  const { id } = book(scene, {
    type: 'payout',
    category: 'payout',
    amountMinor: -amountMinor,
    feeMinor: 0,
    currency,
    source: payout.id,
    description: 'STRIPE PAYOUT',
  })
  payout.balance_transaction = id
  // Stripe lists a payout's own row among its rows.
  scene.world.paidOut[id] = payout.id
  plan(scene, arrivesAt, 'payout-arrives', payout.id)
  tell(scene, 'payout.created', payout)
}

/** A payout is in the bank, and its rows are settled. */
export function payoutArrives(scene: Scene, id: string): void {
  const payout = find(scene, 'payout', id)
  payout.status = 'paid'
  payout.trace_id = { status: 'supported', value: `DOUBLE${payout.id.slice(-12).toUpperCase()}` }
  tell(scene, 'payout.paid', payout, { status: 'in_transit' })
  payout.reconciliation_status = 'completed'
  tell(scene, 'payout.reconciliation_completed', payout, { reconciliation_status: 'in_progress' })
}

/** What the account holds: available now, and on its way. */
export function balanceOf(scene: Scene): Stripe.Balance {
  const rows = becomeAvailable(scene)
  const sums = (status: string): Stripe.Balance.Available[] => {
    const own = rows.filter((row) => row.status === status)
    const byCurrency = Map.groupBy(own, ({ currency }) => currency)
    const sum = [...byCurrency].map(([currency, held]) => {
      const amount = held.reduce((total, { net }) => total + net, 0)
      return { amount, currency, source_types: { card: amount } }
    })
    return sum.length > 0 ? sum : [{ amount: 0, currency: 'sek', source_types: { card: 0 } }]
  }
  return {
    object: 'balance',
    available: sums('available'),
    livemode: scene.world.livemode,
    pending: sums('pending'),
  }
}
