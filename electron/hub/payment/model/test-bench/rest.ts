import { DAY, HOUR, SECOND } from '../../../../../shared/time/instant.ts'
import { unfinishedPayments } from '../../../../../shared/domain/payment/payment.ts'
import { unfinishedRefunds } from '../../../../../shared/domain/payment/refund.ts'
import { paymentsOf, refundsOf } from './payments-of.ts'
import { resolveOne } from './resolve.ts'
import { KEYS } from './own-stripe.ts'
import type { Site } from './site.ts'
import { endStay } from './stay.ts'

/** More turns than these nothing takes that ever comes to an end. */
const MOST_TURNS = 40

/** Everything works again: the line, the key, the reader, and nobody dies any more. */
export async function mend(site: Site): Promise<void> {
  const { faults, keys, controls } = site.double
  site.faults.length = 0
  faults.events(null)
  site.down(null)
  for (const key of [KEYS.first, KEYS.second]) keys.set(key, { rights: 'all' })
  for (const id of Object.keys(site.books['terminal.reader'])) controls.readerIsOffline(id, false)
  site.hold('first')
  site.reopens(false)
  site.life().end()
  await site.step(async () => undefined)
}

/** Goes on until every call is ended; what nobody knows a person resolves, by looking and then as the schedule says. */
export async function endCalls(site: Site, how: 'again' | 'drop'): Promise<void> {
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const unended = await site.store.reads.find('stripeCall', { endedAt: null })
    if (unended.length === 0) return
    for (const call of unended.filter(({ state }) => state === 'unknown')) {
      await resolveOne(site, call, 'look')
      await resolveOne(site, call, how)
    }
    const dueAt = Math.min(...unended.map((call) => call.dueAt))
    site.later(Math.max(2 * SECOND, dueAt - site.now()))
    await site.step(({ payments }) => payments.steps.send())
  }
}

/** Sends, asks and listens, until every call is ended. */
export async function hearAll(site: Site, how: 'again' | 'drop'): Promise<void> {
  site.later(31 * SECOND)
  for (const step of ['send', 'poll', 'events', 'lookAfter'] as const)
    await site.step(({ payments }) => payments.steps[step]())
  await endCalls(site, how)
}

/** Every stay that still goes on ends, and comes to that. */
export async function endStays(site: Site, amountMinor: number): Promise<void> {
  await site.desk((tx, { payments: { settled } }) => {
    for (const id of site.bills) endStay(tx, id, amountMinor, settled)
  })
}

/** Time goes by until nothing more happens by itself, here or at Stripe. */
export async function untilNothingMoves(site: Site, how: 'again' | 'drop'): Promise<void> {
  for (let turn = 0; turn < MOST_TURNS && (await isMoving(site)); turn += 1) {
    site.later(turn % 3 === 2 ? 3 * DAY : 25 * HOUR)
    await hearAll(site, how)
  }
}

/** All that Stripe has paid out is heard of, after it has paid out all there is or before. */
export async function hearOfPayouts(
  site: Site,
  how: 'again' | 'drop',
  paysOut: boolean,
): Promise<void> {
  const { balance_transaction: rows, payout: payouts } = site.books
  if (paysOut && Object.keys(rows).length > 0) {
    // Money is on the bank's way for days; refunds come back, and payouts are told row by row.
    site.later(4 * DAY)
    site.later(2 * DAY)
    await hearAll(site, how)
  }
  if (Object.keys(payouts).length > 0) await site.step(({ payments }) => payments.steps.payouts())
}

async function isMoving(site: Site): Promise<boolean> {
  if ((await paymentsOf(site)).some(({ state }) => unfinishedPayments.has(state))) return true
  return (await refundsOf(site)).some(({ state }) => unfinishedRefunds.has(state))
}
