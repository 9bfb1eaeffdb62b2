import fc from 'fast-check'
import { expect } from 'vitest'
import { MINUTE } from '../../../../../shared/time/instant.ts'
import { verifyLedger } from '../../../ledger/verify.ts'
import { verifyChecks } from '../../../ledger/verify-checks.ts'
import type { Store } from '../../../store/store.ts'
import type { Act } from './act.ts'
import { expectAlways } from './always.ts'
import { perform } from './perform.ts'
import { endCalls, endStays, hearAll, hearOfPayouts, mend, untilNothingMoves } from './rest.ts'
import { expectNobodyIsAsked, expectSameMoney } from './same-money.ts'
import type { Site } from './site.ts'
import { type SiteFile, siteFile } from './site-file.ts'

/** After how many schedules the whole ledger is verified, and another file is begun. */
const A_FILE = 150

/** For how long they may go on, and a longer run with them. */
export const LONG_MS = 12 * 3_600_000

/** How a schedule ends once its acts are done. */
interface Ending {
  /** What the stays that still go on come to. */
  readonly amountMinor: number
  /** What a person does with what nobody knows, after looking. */
  readonly how: 'again' | 'drop'
  /** Whether it goes on until Stripe has paid out all there is. */
  readonly paysOut: boolean
}

const ending: fc.Arbitrary<Ending> = fc.record({
  amountMinor: fc.integer({ min: 0, max: 20_000 }),
  how: fc.constantFrom('drop', 'again'),
  paysOut: fc.constantFrom(false, false, true),
})

/**
 * Carries out schedules, each with bills and a Stripe of its own, and holds them to what must be true on the way and
 * at rest. One that fails is made smaller and printed, with the seed and the path that make it again:
 * `LADDPLAN_MONEY_SEED` and `LADDPLAN_MONEY_PATH`. `LADDPLAN_MONEY_TIMES` runs that many times as many.
 * @param first what each begins with
 * @returns all that came about, such as `checkout paid`
 */
export async function holdThrough(
  schedule: fc.Arbitrary<Act[]>,
  runs: number,
  first: readonly Act[] = [],
): Promise<ReadonlySet<string>> {
  const {
    LADDPLAN_MONEY_SEED: seed,
    LADDPLAN_MONEY_PATH: path,
    LADDPLAN_MONEY_TIMES: times = '1',
  } = process.env
  const files = siteFiles()
  const cameAbout = new Set<string>()
  const { stackTraceLimit } = Error
  // Most of what is thrown is Stripe's answer, and where from takes long to tell; who looks into a seed wants to know.
  if (seed === undefined) Error.stackTraceLimit = 0
  try {
    await fc.assert(
      fc.asyncProperty(schedule, ending, (acts, end) =>
        files.withSite(async (site) => {
          await carryOut(site, [...first, ...acts], end)
          for (const one of site.cameAbout) cameAbout.add(one)
        }),
      ),
      {
        numRuns: Math.ceil(runs * Number(times)),
        // As many late in a run as early, as long ones as short.
        unbiased: true,
        ...(seed === undefined ? {} : { seed: Number(seed) }),
        ...(path === undefined ? {} : { path }),
      },
    )
    await files.close()
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
  return cameAbout
}

/** Files that many schedules share; one that has failed takes its file with it. */
function siteFiles() {
  let file: SiteFile | null = null
  let schedules = 0
  const close = async (): Promise<void> => {
    const closing = file
    file = null
    schedules = 0
    if (closing === null) return
    try {
      await expectIntact(closing.parts.store())
    } finally {
      await closing.close()
    }
  }
  return {
    async withSite(run: (site: Site) => Promise<void>): Promise<void> {
      file ??= await siteFile()
      try {
        await run(await file.begin())
      } catch (error) {
        const failed = file
        file = null
        schedules = 0
        await failed.close()
        throw error
      }
      schedules += 1
      if (schedules >= A_FILE) await close()
    },
    close,
  }
}

async function carryOut(site: Site, acts: readonly Act[], { amountMinor, how, paysOut }: Ending) {
  if (acts.some((act) => act.do === 'open' && act.means === 'reader')) await registerReader(site)
  for (const state of ['running', 'final'] as const)
    await perform(site, { do: 'stay', state, amountMinor: 12_000, isCustomers: false })
  for (const act of acts) {
    await perform(site, act)
    if (!INERT.has(act.do)) await expectAlways(site)
  }
  await mend(site)
  // Events that are held back are told by then.
  if (acts.some((act) => act.do === 'events')) site.later(10 * MINUTE)
  await hearAll(site, how)
  await endStays(site, amountMinor)
  await endCalls(site, how)
  await expectNobodyIsAsked(site)
  await expectAlways(site)
  await untilNothingMoves(site, how)
  await hearOfPayouts(site, how, paysOut)
  await expectAlways(site)
  await expectSameMoney(site)
}

/** Acts that change nothing here yet. */
const INERT: ReadonlySet<Act['do']> = new Set([
  ...(['fault', 'kill', 'line', 'key', 'grant', 'events', 'reader', 'later', 'pay'] as const),
])

async function registerReader(site: Site): Promise<void> {
  await site.step(({ payments: { stripe } }) =>
    stripe.registerReader({ registrationCode: 'simulated-wpe', label: 'Desk' }),
  )
}

/** The whole ledger, its sums, and every bill and payment that it is compared with. */
export async function expectIntact({ reads }: Store): Promise<void> {
  for await (const event of verifyLedger(reads, { checks: verifyChecks }))
    if (event.kind === 'verdict') expect(event.verdict.findings).toEqual([])
}
