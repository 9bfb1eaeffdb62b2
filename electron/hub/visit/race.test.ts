import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { type VisitingHub, visitingHub } from './test-bench/visiting-hub.ts'

// Two phones want the only window there is. Whatever they do, in whatever order and at the same time, one of them may get
// it, and whoever doesn't has paid nothing in the end.

let bench: VisitingHub
beforeAll(async () => {
  bench = await visitingHub({ stations: 1 })
  await bench.rules({ mostOpen: 20, cancelFreeMin: 0, aheadDays: 31 })
})
afterAll(() => bench.close())

const acts = ['offers', 'book', 'bookAgain', 'pay', 'payAgain', 'cancel', 'tick', 'wait'] as const
type Act = (typeof acts)[number]

/** How many pairs race at a time, each for a window of its own. */
const PAIRS = 20
const ROUNDS = 50

/** What each phone does, step by step, those of one step at the same time; null where it does nothing. */
const life = fc.array(fc.option(fc.constantFrom(...acts)), { minLength: 3, maxLength: 9 })
const pair = fc.tuple(life, life)

interface Phone {
  readonly secret: string
  readonly arrivesAt: number
  token: string | null
  refused: { refusals: { code: string }[]; offers: unknown[] } | null
}

test('of two who race for the last window one gets it, and nobody pays for nothing', async () => {
  let won = 0
  let refusedOnce = 0
  await fc.assert(
    fc.asyncProperty(fc.array(pair, { minLength: PAIRS, maxLength: PAIRS }), async (lives) => {
      const first = Math.ceil(bench.hub.face.now / HOUR) * HOUR + 3 * HOUR
      const pairs = lives.map((two, index) =>
        two.map((does): { does: (Act | null)[]; phone: Phone } => ({
          does,
          phone: {
            ...{ secret: crypto.randomUUID(), arrivesAt: first + index * 4 * HOUR },
            ...{ token: null, refused: null },
          },
        })),
      )
      const all = pairs.flat()
      for (let step = 0; step < 9; step += 1)
        await Promise.all(all.map(({ does, phone }) => run(does[step] ?? null, phone)))
      // In the end everybody's time is up, and Stripe has answered.
      await settled()
      bench.hub.later(20 * MINUTE)
      await settled()
      for (const two of pairs) {
        const visits = await Promise.all(
          two.map(({ phone: { token } }) => (token === null ? null : bench.phone(token).visit())),
        )
        const agreed = visits.filter((visit) => visit?.state === 'agreed')
        expect(agreed.length).toBeLessThanOrEqual(1)
        for (const visit of visits) {
          if (visit === null) continue
          expect(['agreed', 'over']).toContain(visit.state)
          expect(visit.money?.paidMinor ?? 0).toBe(visit.state === 'agreed' ? 3_200 : 0)
        }
        for (const { phone } of two) {
          if (phone.refused === null) continue
          refusedOnce += 1
          expect(phone.refused.refusals.map(({ code }) => code)).toEqual(['taken'])
          expect(phone.refused.offers.length).toBeGreaterThan(0)
        }
        won += agreed.length
        // The next find it free again.
        for (const visit of agreed) await bench.hub.post(`/visits/${visit?.id}/cancel`)
      }
      await settled()
      const left = await bench.hub.face.store.reads.query
        .selectFrom('booking')
        .select('id')
        .where('state', 'in', ['requested', 'confirmed'])
        .execute()
      expect(left).toEqual([])
    }),
    { numRuns: ROUNDS, seed: 7, endOnFailure: true },
  )
  expect(await bench.hub.balance('customer/walkUp')).toBe(0)
  // Both outcomes were seen, or this proved nothing.
  expect(won).toBeGreaterThan(50)
  expect(refusedOnce).toBeGreaterThan(50)
}, 600_000)

const settled = async (): Promise<void> => {
  await bench.settle()
  await bench.settle()
}

async function run(act: Act | null, phone: Phone): Promise<void> {
  const { arrivesAt, token } = phone
  const departsAt = arrivesAt + HOUR
  const wish = {
    need: { kind: 'energy', energyWh: 10_000 } as const,
    ...{ arrivesFrom: arrivesAt, departsBy: departsAt + 2 * HOUR },
  }
  switch (act) {
    case null:
      return
    case 'offers':
      await bench.phone().offers({ ...wish, kind: 'ahead' })
      return
    case 'book':
    case 'bookAgain':
      try {
        const wanted = { id: phone.secret, arrivesAt, departsAt, wish }
        phone.token = (await bench.book(wanted)).token
      } catch (error) {
        phone.refused = (error as { data: NonNullable<Phone['refused']> }).data
      }
      return
    case 'pay':
    case 'payAgain':
      if (token !== null) await payAsAsked(token)
      return
    case 'cancel':
      if (token !== null)
        await bench
          .phone(token)
          .cancel({ seenFeeMinor: 0 })
          .catch(() => undefined)
      return
    case 'tick':
      await bench.settle()
      return
    case 'wait':
      bench.hub.later(MINUTE)
  }
}

/** Pays on Stripe's page if that can still be paid on, whether or not the hub has given up on it by now. */
async function payAsAsked(token: string): Promise<void> {
  await bench.hub.settle()
  const { payment } = await bench.phone(token).visit()
  const row = await bench.hub.face.store.reads.get('payment', payment?.id ?? '')
  const session = row?.stripeCheckoutSessionId ?? null
  if (session === null) return
  try {
    bench.hub.double.controls.payOnPage(session, '4242424242424242')
  } catch {
    // The page is over.
  }
}
