import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { reportKind } from '../../../shared/domain/report/report-kind.ts'
import { allTime, reportedSite, type ReportedSite } from './test-bench/reported-site.ts'

let site: ReportedSite
beforeEach(async () => {
  site = await reportedSite()
})
afterEach(() => site.close())

test.each(reportKind.options)('smoke %s', async (kind) => {
  const bill = await site.stay({ plate: 'ABC123' })
  const payment = await site.pay(bill)
  await site.giveBack(payment, 1000)
  await site.after(24 * 60)
  const rows = await site.cells({ kind, period: allTime })
  console.log(JSON.stringify(rows, null, 0))
  const job = await site.exported({ kind, period: allTime }, join(site.folder, `${kind}.csv`))
  console.log(job.state, job.detail, readFileSync(join(site.folder, `${kind}.csv`), 'utf8'))
  const rest = await site.file(
    `${kind}.csv?fromAt=0&untilAt=4000000000000&dialect=excel-sv&withTotals=true`,
  )
  expect(rest.text).toBe(readFileSync(join(site.folder, `${kind}.csv`), 'utf8'))
})
test('day', async () => {
  const bill = await site.stay({ plate: 'ABC123' })
  await site.pay(bill)
  console.log(
    JSON.stringify((await site.ask('GET', '/reports/day/2026-03-02')).body).slice(0, 1500),
  )
})
