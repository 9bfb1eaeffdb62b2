import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { meansAccount } from '../../../../shared/domain/ledger/account.ts'
import type { ZReport } from '../../../../shared/domain/till/z-report.ts'
import { verifyLedger } from '../../ledger/verify.ts'
import { type SiteAndStripe, siteAndStripe } from '../../payment/test-bench/site-and-stripe.ts'
import { verifyPayments } from '../../payment/verify-payments.ts'
import { verifyTills } from '../verify-tills.ts'
import { someAct } from './act.ts'
import { tillLife } from './live.ts'

const NOON = Date.UTC(2026, 10, 26, 12)

/** What the ledger has entered on an account, by kind of entry. */
async function entered({ store }: SiteAndStripe, account: string): Promise<Map<string, number>> {
  const rows = await store.reads.query
    .selectFrom('ledgerLine')
    .innerJoin('ledgerEntry', 'ledgerEntry.id', 'ledgerLine.entryId')
    .select(['kind', ({ fn }) => fn.sum<number>('amountMinor').as('minor')])
    .where('account', '=', account as 'bank')
    .groupBy('kind')
    .execute()
  return new Map(rows.map(({ kind, minor }) => [kind, Number(minor)]))
}

function sumOf(reports: readonly ZReport[], of: (report: ZReport) => number): number {
  return reports.reduce((sum, report) => sum + of(report), 0)
}

test('whatever happens, what all Z reports say is what the ledger says', async () => {
  const done = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(someAct, { minLength: 30, maxLength: 60 }), async (acts) => {
      const site = await siteAndStripe(NOON)
      try {
        const life = await tillLife(site)
        for (const act of acts) await life.happen(act)
        await life.end()
        const reports = await site.store.reads.find('zReport', {})
        for (const [what, times] of Object.entries(life.done))
          done.set(what, (done.get(what) ?? 0) + times)

        const waiting = await site.store.reads.find('tillMovement', { shiftId: null })
        expect(waiting).toEqual([])
        const cash = await entered(site, 'means/cash')
        const on = (kind: string) => cash.get(kind) ?? 0
        const drawer = (of: (drawer: ZReport['content']['drawer']) => number) =>
          sumOf(reports, ({ content }) => of(content.drawer))
        expect(drawer(({ takenMinor }) => takenMinor)).toBe(on('paymentTaken'))
        expect(drawer(({ refundedMinor }) => refundedMinor)).toBe(on('refundGiven'))
        expect(drawer(({ floatMinor }) => floatMinor)).toBe(on('floatTaken'))
        expect(drawer(({ inMinor, outMinor }) => inMinor + outMinor)).toBe(on('cashMoved'))
        expect(sumOf(reports, ({ content }) => content.varianceMinor)).toBe(on('varianceFound'))
        expect(sumOf(reports, ({ content }) => -content.countedMinor)).toBe(on('drawerEmptied'))
        expect([...cash.values()].reduce((sum, minor) => sum + minor, 0)).toBe(0)

        for (const means of ['checkout', 'externalTerminal'] as const) {
          const lines = await entered(site, meansAccount(means))
          const said = (which: 'taken' | 'refunds') =>
            sumOf(reports, ({ content }) =>
              content[which]
                .filter((row) => row.means === means)
                .reduce((sum, row) => sum + row.amountMinor, 0),
            )
          const back = (lines.get('refundGiven') ?? 0) + (lines.get('refundFailed') ?? 0)
          expect(said('taken')).toBe(lines.get('paymentTaken') ?? 0)
          expect(said('refunds')).toBe(back)
        }
        const checks = [verifyPayments, verifyTills]
        for await (const event of verifyLedger(site.store.reads, { checks }))
          if (event.kind === 'verdict') expect(event.verdict.findings).toEqual([])
      } finally {
        await site.close()
      }
    }),
    { numRuns: 12 },
  )
  for (const what of ['cash', 'link', 'refund', 'move', 'close'])
    expect([what, done.get(what) ?? 0]).not.toEqual([what, 0])
}, 120_000)
