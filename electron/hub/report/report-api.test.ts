import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ReportPage } from '../../../shared/contract/report.ts'
import type { DayFigures } from '../../../shared/domain/report/day-figures.ts'
import { reportKind } from '../../../shared/domain/report/report-kind.ts'
import { reportDialect } from '../../../shared/domain/report/spec.ts'
import { DAY } from '../../../shared/time/instant.ts'
import { allTime, reportedSite, type ReportedSite, tick } from './test-bench/reported-site.ts'

let site: ReportedSite
beforeEach(async () => {
  site = await reportedSite()
})
afterEach(async () => {
  await site.close()
  rmSync(site.folder, { recursive: true })
})

/** Transactions enough to be written for a while. */
const MANY = `with recursive n(value) as (select 1 union all select value + 1 from n where value < 30000)
  insert into "transaction" (id, ocppTransactionId, stationId, connectorId, idToken, state, startedAt, meterStartWh,
    startReceivedAt, stoppedAt, meterStopWh, stopReceivedAt, stopReason, energyWh, notes)
  select lower(hex(randomblob(16))), value, ?, 1, 'CARD', 'finished', value, 0, value, value, 10, value, 'Local', 10, '[]'
  from n`

const place = (name: string) => join(site.folder, name)
const cellOf = (rows: string[][], row: number, name: string) =>
  rows[row]?.[rows[0]?.indexOf(name) ?? -1]

/** Two stays, of which one is given back in part the day after. */
async function twoDays(): Promise<void> {
  const bill = await site.stay({ wh: 10_000, plate: 'ABC 123' })
  const payment = await site.pay(bill)
  await site.stay({ wh: 3_333, plate: 'DEF 456' })
  site.now += DAY
  await site.giveBack(payment, 1_000)
  tick(site)
}

describe('a report', () => {
  test('read page by page is the file to the cell, and the file sent is the file written', async () => {
    await twoDays()
    for (const kind of reportKind.options)
      for (const dialect of reportDialect.options) {
        const spec = { kind, period: allTime, dialect, withTotals: true }
        const job = await site.exported(spec, place(`${kind}.csv`))
        const text = readFileSync(place(`${kind}.csv`), 'utf8')
        expect(job).toMatchObject({ kind, state: 'done', bytes: Buffer.byteLength(text) })
        const delimiter = dialect === 'excel-sv' ? ';' : ','
        const lines: string[][] = parse(text, { delimiter, bom: true, record_delimiter: '\r\n' })
        const pages = await site.cells(spec, 1)
        const { body: sums } = await site.ask<{ rows: number; totals: string[][] }>(
          'POST',
          '/reports/sums',
          { spec },
        )
        expect(lines).toEqual([...pages, ...sums.totals])
        expect([sums.rows, job.rows]).toEqual([pages.length - 1, pages.length - 1])
        const query = `fromAt=0&untilAt=${allTime.untilAt}&dialect=${dialect}&withTotals=true`
        expect(await site.file(`${kind}.csv?${query}`)).toEqual({ status: 200, text })
      }
  }, 60_000)

  test('has a refund below zero on the day on which it was given, and the day before as it was', async () => {
    await twoDays()
    const of = (day: string, kind: string) =>
      site.cells({ kind, period: { is: 'calendar', unit: 'day', day }, dialect: 'rfc4180' })
    const billed = await of('2026-03-02', 'billing')
    expect([1, 2].map((row) => cellOf(billed, row, 'gross'))).toEqual(['32.00', '10.67'])
    const corrected = await of('2026-03-03', 'billing')
    expect(corrected).toHaveLength(2)
    expect(cellOf(corrected, 1, 'gross')).toBe('-10.00')
    expect(cellOf(corrected, 1, 'credit_of')).toBe(cellOf(billed, 1, 'cdr_id'))
    expect(cellOf(await of('2026-03-02', 'payments'), 1, 'amount')).toBe('32.00')
    expect(cellOf(await of('2026-03-03', 'payments'), 1, 'amount')).toBe('-10.00')
    expect(cellOf(await of('2026-03-03', 'vat'), 1, 'vat')).toBe('-2.00')
  })

  test('is narrowed down, and has the columns that were chosen under the names they were given', async () => {
    await twoDays()
    const columns = [{ key: 'plate', name: 'Reg.nr' }, { key: 'gross' }]
    const spec = { kind: 'billing', period: allTime, columns, dialect: 'rfc4180' }
    expect(await site.cells(spec)).toEqual([
      ['Reg.nr', 'gross'],
      ...[
        ['ABC 123', '32.00'],
        ['DEF 456', '10.67'],
        ['ABC 123', '-10.00'],
      ],
    ])
    const filter = { stationId: site.newId() }
    expect(await site.cells({ ...spec, filter })).toEqual([['Reg.nr', 'gross']])
  })

  test('tells what emissions come of its energy', async () => {
    await site.ask('PUT', '/reports/terms', { co2GPerKwh: 45 })
    await twoDays()
    const spec = { kind: 'co2', period: allTime, co2Of: 'station', columns: [{ key: 'co2_g' }] }
    expect(await site.cells(spec)).toEqual([['co2_g'], ['600']])
  })
})

describe('a place to write to', () => {
  const spec = { kind: 'sessions', period: allTime }

  test('is one that a person has chosen, and good once', async () => {
    site.grants.grant({ ticket: 'a-ticket-of-the-shell', of: 'file', path: place('x.csv') })
    const ask = (ticket: string) => site.ask('POST', '/reports/export', { spec, ticket })
    expect(await ask('nobody-has-given-that')).toMatchObject({ body: { code: 'NO_SUCH_TICKET' } })
    expect((await ask('a-ticket-of-the-shell')).status).toBe(202)
    expect(await ask('a-ticket-of-the-shell')).toMatchObject({ body: { code: 'NO_SUCH_TICKET' } })
  })

  test('is not what was chosen for something else, or too long ago', () => {
    const { grants } = site
    grants.grant({ ticket: 'folder', of: 'folder', path: site.folder })
    expect(grants.use('folder', 'file')).toBeNull()
    expect(grants.use('folder', 'folder')).toBe(site.folder)
    grants.grant({ ticket: 'old', of: 'file', path: place('x.csv') })
    site.now += DAY
    expect(grants.use('old', 'file')).toBeNull()
  })

  test('that isn’t there fails with words, and leaves nothing', async () => {
    const job = await site.exported(spec, join(site.folder, 'gone', 'x.csv'))
    expect(job).toMatchObject({ state: 'failed', failure: 'noFolder' })
    expect(readdirSync(site.folder)).toEqual([])
  })

  test('has nothing when the report is cancelled, and still what lay there before', async () => {
    await site.store.work('test', (tx) => tx.sql(MANY, [site.stationId]))
    expect((await site.exported(spec, place('whole.csv'))).rows).toBe(30_000)
    const before = readFileSync(place('whole.csv'), 'utf8')
    site.grants.grant({ ticket: 'ticket-to-cancel', of: 'file', path: place('whole.csv') })
    const { body: begun } = await site.ask<{ id: string }>('POST', '/reports/export', {
      ...{ spec, ticket: 'ticket-to-cancel' },
    })
    const states: string[] = []
    await site.ask('POST', `/reports/jobs/${begun.id}/cancel`, {})
    for await (const { state } of site.reports.jobs.follow(begun.id, undefined)) states.push(state)
    expect(states.at(-1)).toBe('cancelled')
    expect(readFileSync(place('whole.csv'), 'utf8')).toBe(before)
    expect(readdirSync(site.folder)).toEqual(['whole.csv'])
  })
})

describe('a report as a file for scripts', () => {
  test('is refused where it is asked for by what there is not', async () => {
    const { status, text } = await site.file('billing.csv?unit=month&colour=red')
    expect([status, JSON.parse(text)]).toMatchObject([
      400,
      { message: "colour: billing can't be asked for by that." },
    ])
    expect((await site.file('nothing.csv?unit=month')).status).toBe(404)
  })

  test('needs the token', async () => {
    const answer = await fetch(`${site.url}/api/reports/billing.csv?unit=month`)
    expect(answer.status).toBe(401)
  })

  test('makes room for others when its reader goes away', async () => {
    await twoDays()
    const headers = { authorization: `Bearer ${site.token}` }
    const url = `${site.url}/api/reports/billing.csv?fromAt=0&untilAt=${allTime.untilAt}`
    for (let times = 0; times < 12; times += 1) {
      const going = new AbortController()
      const asked = fetch(url, { headers, signal: going.signal })
      going.abort()
      await asked.catch(() => undefined)
    }
    // Those that went are let go as the hub learns of it.
    let status = 429
    while (status === 429) ({ status } = await site.file('billing.csv?unit=month&day=2026-03-02'))
    expect(status).toBe(200)
  })
})

describe('a day', () => {
  test('is told beside the day before and the week before, to the hour', async () => {
    await twoDays()
    const { body } = await site.ask<DayFigures>('GET', '/reports/day/2026-03-03')
    expect(body.day).toMatchObject({ grossMinor: -1_000, refundedMinor: 1_000, refunds: 1 })
    expect(body.dayBefore).toMatchObject({
      ...{ grossMinor: 4_267, netMinor: 3_413, vatMinor: 854, takenMinor: 3_200, sessions: 2 },
      energyWh: 13_333,
      byMeans: [{ means: 'externalTerminal', takenMinor: 3_200, refundedMinor: 0, payments: 1 }],
    })
    expect(body.weekBefore).toMatchObject({ date: '2026-02-24', grossMinor: 0 })
    expect(body.hours).toHaveLength(24)
    const sum = body.hours.flatMap(({ byMeans }) => byMeans.map(({ netMinor }) => netMinor))
    expect(sum).toEqual([-1_000])
  })

  test('has 23 hours when the clocks are put forward', async () => {
    const { body } = await site.ask<DayFigures>('GET', '/reports/day/2026-03-29')
    expect(body.hours).toHaveLength(23)
  })
})

test('a preview goes on where it was left, however short its pages are', async () => {
  await twoDays()
  const spec = { kind: 'vat', period: allTime, groupBy: 'day', columns: [{ key: 'first_day' }] }
  const ask = async (after?: string) =>
    (await site.ask<ReportPage>('POST', '/reports/preview', { spec, limit: 1, after })).body
  const first = await ask()
  const second = await ask(first.next ?? '')
  expect([first.rows, second.rows, second.next]).toEqual([[['2026-03-02']], [['2026-03-03']], null])
})
