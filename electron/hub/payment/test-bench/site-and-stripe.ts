import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Stripe } from 'stripe'
import { uuidV7 } from '../../../../shared/domain/id/id.ts'
import { stripeDouble, type StripeDouble, TEST_KEY } from '../../../demo/stripe/double.ts'
import { awaken } from '../../awakening.ts'
import { type Money, openMoney } from '../../money.ts'
import { openStore, type Store } from '../../store/store.ts'
import { holdStripeKey } from '../stripe-key.ts'
import { stripeClient } from '../stripe/client.ts'
import { type KillableLine, killableLine } from './killable.ts'

/** A site's money and a Stripe of its own on one clock, in one thread: nothing happens but what a test does. */
export interface SiteAndStripe {
  readonly store: Store
  readonly double: StripeDouble
  /** Stripe as somebody at its dashboard sees it, without the faults of the site's line. */
  readonly stripe: Stripe
  readonly money: () => Money
  readonly line: () => KillableLine
  now(): number
  later(ms: number): void
  /** Does a step; one whose process is killed under way ends with the process, and a new one takes over. */
  step(run: (money: Money) => Promise<void>): Promise<void>
  close(): Promise<void>
}

export async function siteAndStripe(start: number): Promise<SiteAndStripe> {
  const dir = mkdtempSync(join(tmpdir(), 'laddplan-money-'))
  let now = start
  let ids = 0
  const clock = () => now
  const double = stripeDouble({
    clock,
    pages: 'http://double.test',
    newId: (prefix) => `${prefix}_${String((ids += 1)).padStart(8, '0')}`,
  })
  const store = await openStore({
    file: join(dir, 'site.db'),
    clock,
    // In no order within a millisecond, as ids are, and yet the same each time.
    newId: () =>
      uuidV7(
        now,
        createHash('sha256')
          .update(String((ids += 1)))
          .digest(),
      ),
  })
  await awaken(store, 'Europe/Stockholm')
  const begin = (): { money: Money; line: KillableLine } => {
    const keys = holdStripeKey(async () => ({ accepted: true, livemode: false, accountName: '' }))
    keys.hold({ state: 'held', key: TEST_KEY })
    const line = killableLine((input, init) => double.fetch(input, init))
    const money = openMoney({
      ...{ store, clock, stripeKey: keys },
      stripe: { fetch: line.fetch, jitter: () => 0.5, wakes: false },
      failed(error) {
        throw error
      },
    })
    return { money, line }
  }
  let process = begin()
  await process.money.payments.stripe.mode()
  return {
    store,
    double,
    stripe: await stripeClient({ key: TEST_KEY, url: null, fetch: double.fetch }),
    money: () => process.money,
    line: () => process.line,
    now: clock,
    later(ms) {
      now += ms
      double.controls.advance(0)
    },
    async step(run) {
      const { money, line } = process
      const running = run(money)
      while (!line.isDead && !(await Promise.race([running.then(() => true), wait(0, false)]))) {
        // Until it has ended, one way or the other.
      }
      if (!line.isDead) return running
      running.catch(() => undefined)
      money.bills.close()
      process = begin()
    },
    async close() {
      await process.money.close()
      await store.close()
      rmSync(dir, { recursive: true })
    },
  }
}
