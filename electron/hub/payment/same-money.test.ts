import fc from 'fast-check'
import { test } from 'vitest'
import { act } from './test-bench/act.ts'
import { expectSameMoney, heal } from './test-bench/expect-same-money.ts'
import { perform } from './test-bench/perform.ts'
import { siteAndStripe } from './test-bench/site-and-stripe.ts'

const START = Date.UTC(2026, 10, 26, 12)

/** Runs more, such as over night: `LADDPLAN_MONEY_RUNS=2000`. */
const RUNS = Number(process.env['LADDPLAN_MONEY_RUNS'] ?? 6)

test('whatever fails, is killed or comes twice: in the end the site and Stripe have the same money', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 25, maxLength: 80, size: 'max' }), async (acts) => {
      const site = await siteAndStripe(START)
      try {
        await site.stripe.terminal.readers.create({
          registration_code: 'simulated-wpe',
          label: 'Desk',
        })
        await site.step(async (money) => void (await money.payments.stripe.readers()))
        for (const runs of [true, false, true])
          await perform(site, { do: 'bill', amount: 12_000, runs })
        for (const one of acts) await perform(site, one)
        await heal(site)
        await expectSameMoney(site)
      } finally {
        await site.close()
      }
    }),
    { numRuns: RUNS },
  )
}, 3_600_000)
