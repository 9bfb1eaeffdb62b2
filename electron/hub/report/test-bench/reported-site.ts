import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { ReportPage } from '../../../../shared/contract/report.ts'
import type { Bill } from '../../../../shared/domain/bill/bill.ts'
import type { Payment } from '../../../../shared/domain/payment/payment.ts'
import type { ReportJob } from '../../../../shared/domain/report/job.ts'
import { MINUTE } from '../../../../shared/time/instant.ts'
import { type BilledSite, billedSite } from '../../bill/test-bench/billed-site.ts'
import type { RestAnswer } from '../../rpc/test-bench/rest-face.ts'

/** A site where cars charge, are paid for and get money back, and whose reports are read. */
export interface ReportedSite extends BilledSite {
  /** A folder to write into. */
  readonly folder: string
  /** A car charges so much for that long, at 3.20 SEK a kWh. @returns its final bill */
  stay(told?: { wh?: number; minutes?: number; idToken?: string; plate?: string }): Promise<Bill>
  pay(bill: Bill, amountMinor?: number): Promise<Payment>
  giveBack(payment: Payment, amountMinor: number, note?: string): Promise<void>
  /** Asks for a report's cells, page by page. */
  cells(spec: object, limit?: number): Promise<string[][]>
  /** A report as a file, by REST. */
  file(path: string): Promise<{ status: number; text: string }>
  /** Writes a report to a place that was granted, and waits until it is there or not. */
  exported(spec: object, path: string): Promise<ReportJob>
}

export async function reportedSite(): Promise<ReportedSite> {
  const site = await billedSite()
  const folder = mkdtempSync(join(tmpdir(), 'laddplan-report-'))
  const ask = async <Body>(method: string, path: string, body?: object): Promise<Body> => {
    const answer = await site.ask<Body>(method, path, body)
    expect([path, answer.status, answer.status < 300 ? null : answer.body]).toEqual([
      path,
      answer.status,
      null,
    ])
    return answer.body
  }
  return Object.assign(site, {
    folder,
    async stay({ wh = 10_000, minutes = 60, idToken = 'CARD', plate = '' } = {}) {
      const transaction = await site.start({ idToken })
      await site.status('Charging')
      await site.after(minutes)
      await site.stop(transaction, wh)
      await site.status('Finishing')
      await site.after(5)
      await site.status('Available')
      await site.after(1)
      const [bill] = await site.store.reads.find('bill', { transactionId: transaction.id })
      if (bill?.state !== 'final') throw new Error('the stay has no final bill')
      if (plate !== '') await site.store.work('test', (tx) => tx.update('bill', bill.id, { plate }))
      return bill
    },
    pay: ({ id: billId }: Bill, amountMinor?: number) =>
      ask<Payment>('POST', '/payments/manual', {
        ...{ billId, means: 'externalTerminal', reference: 'slip 1' },
        ...(amountMinor === undefined ? {} : { amountMinor }),
      }),
    async giveBack({ id }: Payment, amountMinor: number, note = 'Left early') {
      await ask('POST', `/payments/${id}/refunds`, {
        ...{ amountMinor, reason: 'requested_by_customer', note },
      })
    },
    async cells(spec: object, limit = 1_000) {
      const rows: string[][] = []
      for (let after: string | null | undefined; after !== null;) {
        const page: ReportPage = await ask('POST', '/reports/preview', {
          ...{ spec, limit },
          ...(after === undefined ? {} : { after }),
        })
        if (after === undefined) rows.push(page.header)
        rows.push(...page.rows)
        after = page.next
      }
      return rows
    },
    async file(path: string) {
      const headers = { authorization: `Bearer ${site.token}` }
      const response = await fetch(`${site.url}/api/reports/${path}`, { headers })
      // With the mark, which `text` would take away.
      const bytes = Buffer.from(await response.arrayBuffer())
      return { status: response.status, text: bytes.toString('utf8') }
    },
    async exported(spec: object, path: string) {
      const ticket = `ticket-${path}`.padEnd(16, '-').slice(-100)
      site.grants.grant({ ticket, of: 'file', path })
      const { id }: ReportJob = await ask('POST', '/reports/export', { spec, ticket })
      return ended(site, id)
    },
  }) satisfies ReportedSite
}

/** Waits until a job is over. */
export async function ended(site: BilledSite, id: string): Promise<ReportJob> {
  for (;;) {
    const { body }: RestAnswer<ReportJob> = await site.ask('GET', `/reports/jobs/${id}`)
    if (body.endedAt !== null) return body
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** The whole of the test's time, so that everything of it is in one report. */
export const allTime = { is: 'instants', fromAt: 0, untilAt: 4_000_000_000_000 } as const

/** A moment later, so that what happens next has an instant of its own. */
export function tick(site: BilledSite): void {
  site.now += MINUTE
}
