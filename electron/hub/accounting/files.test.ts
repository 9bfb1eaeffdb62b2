import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readSie } from '../../../shared/domain/accounting/test-bench/read-sie.ts'
import { ocpiCdr } from '../../../shared/domain/cdr/test-bench/ocpi-cdr-schema.ts'
import { newConnector } from '../../../shared/domain/connector/new-connector.ts'
import type { ReportJob } from '../../../shared/domain/report/job.ts'
import { newStation } from '../../../shared/domain/station/new-station.ts'
import { type InvoicingSite, invoicingSite, march } from '../invoice/test-bench/invoicing-site.ts'

let site: InvoicingSite
let stationId: string
let folder: string
beforeEach(async () => {
  site = await invoicingSite()
  folder = mkdtempSync(join(tmpdir(), 'laddplan-books-'))
  stationId = site.newId()
  await site.store.work('test', (tx) => {
    const words = { chargePointId: 'BAY-7', zone: '', authentication: 'none' } as const
    tx.insert('station', newStation(words, stationId, tx.now))
    tx.insert('connector', newConnector(tx.newId(), stationId, 1))
  })
})
afterEach(async () => {
  await site.close()
  rmSync(folder, { recursive: true })
})

const place = {
  ...{ partyId: 'LAD', address: 'Depåvägen 1', city: 'Luleå' },
  ...{ latitude: '65.58482', longitude: '22.15465' },
}
const days = 'firstDay=2026-03-01&lastDay=2026-03-31'
const file = async (path: string) => {
  const response = await fetch(`${site.url}/api${path}`, {
    headers: { authorization: `Bearer ${'a'.repeat(64)}` },
  })
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { status: response.status, type: response.headers.get('content-type') ?? '', bytes }
}
const textOf = ({ bytes }: { bytes: Uint8Array }) => new TextDecoder().decode(bytes)
const stayAt = () => ({ stationId, connectorId: 1 })

/** Has a file written to where a person has let it be written, and waits until it is there. */
async function exported(wish: object, of: 'file' | 'folder' = 'file'): Promise<ReportJob> {
  const ticket = 'a ticket of the shell'
  site.grants.grant({ ticket, of, path: of === 'file' ? join(folder, 'out') : folder })
  const { body } = await site.post<ReportJob>('/accounting/export', { ticket, ...wish })
  let job = body
  for await (const now of site.reports.jobs.follow(body.id, undefined)) job = now
  return job
}

test('scripts get the same vouchers that a person has written', async () => {
  await site.stay(await site.customer(), 12_500)
  const got = await file(`/accounting/sie?${days}`)
  expect(got).toMatchObject({ status: 200, type: 'text/plain; charset=ibm437' })
  expect(readSie(got.bytes).vouchers).toHaveLength(1)
  const job = await exported({ file: { kind: 'sie', ...march } })
  expect(job).toMatchObject({ kind: 'sie', state: 'done', rows: 1 })
  expect(readFileSync(join(folder, 'out'))).toEqual(Buffer.from(got.bytes))
})

test('what stands in the way is told before anything is written', async () => {
  const bill = await site.stay(await site.customer(), 1_000)
  const odd = { addMinor: 107, ratePct: 7, note: 'a cup of coffee' }
  await site.ask('POST', `/bills/${bill.id}/correct`, odd)
  const refused = await file(`/accounting/sie?${days}`)
  expect(refused.status).toBe(409)
  expect(textOf(refused)).toContain('vat/700')
  expect(await exported({ file: { kind: 'sie', ...march } })).toMatchObject({
    ...{ code: 'ACCOUNTS_UNMAPPED', data: { accounts: ['vat/700'] } },
  })
  expect(await exported({ file: { kind: 'cdr', ...march } })).toMatchObject({
    ...{
      code: 'CDR_TERMS_MISSING',
      data: { words: ['partyId', 'address', 'city', 'latitude', 'longitude'] },
    },
  })
  expect((await file('/accounting/sie?firstDay=2026-03-01')).status).toBe(400)
})

describe('charge detail records', () => {
  const records = async () => {
    const got = await file(`/cdrs?${days}`)
    expect(got).toMatchObject({ status: 200, type: 'application/json; charset=utf-8' })
    return z.array(ocpiCdr).parse(JSON.parse(textOf(got)))
  }
  beforeEach(() => site.ask('PATCH', '/accounting/cdr-terms', place))

  test('are an array, empty where nothing was charged', async () => {
    expect(await records()).toEqual([])
    await site.stay(await site.customer(), 1_000)
    // A bill of no station is nothing that a partner could know of.
    expect(await records()).toEqual([])
  })

  test('are one for each stay, under the id of its revision', async () => {
    const customer = await site.customer()
    const bills = [
      await site.stay(customer, 12_500, stayAt()),
      await site.stay(customer, 2_500, stayAt()),
    ]
    const cdrs = await records()
    const revisions = await site.store.reads.find('billRevision', {})
    expect(cdrs.map(({ id }) => id).toSorted()).toEqual(revisions.map(({ id }) => id).toSorted())
    expect(cdrs.map(({ total_cost }) => total_cost.incl_vat).toSorted()).toEqual([125, 25])
    expect(cdrs[0]).toMatchObject({
      cdr_location: { evse_id: 'SE*LAD*EBAY*7*1', city: 'Luleå', country: 'SWE' },
      cdr_token: { contract_id: 'Lasse' },
    })
    expect(bills).toHaveLength(2)
  })

  test('take back what was corrected, so that all of them are what was billed', async () => {
    const bill = await site.stay(await site.customer(), 12_500, stayAt())
    await site.correct(bill, -2_500)
    const [first, credit, second] = await records()
    expect(credit).toMatchObject({
      ...{ id: `${first?.id}-C`, credit: true, credit_reference_id: first?.id },
      total_cost: { excl_vat: -100, incl_vat: -125 },
    })
    expect(second?.total_cost).toEqual({ excl_vat: 80, incl_vat: 100 })
    const { total_cost: _cost, last_updated: _at, id: _id, ...same } = first ?? {}
    expect(credit).toMatchObject(same)
  })
})

test('invoices are lines of a CSV with their sum, into a folder under a name', async () => {
  const customer = await site.customer({ name: '=cmd;"x"' })
  await site.stay(customer, 12_500)
  const bill = await site.stay(customer, 2_500)
  await site.run()
  await site.correct(bill, -500)
  await site.run()
  const csv = textOf(await file(`/invoices.csv?${days}`))
    .trimEnd()
    .split('\r\n')
  expect(csv).toHaveLength(5)
  expect(csv[0]).toContain('invoice,kind,credit_of,issued,due,customer')
  expect(csv[3]).toContain('creditNote,1001,2026-03-02')
  expect(csv[3]).toContain(',25,-4.00,-1.00,-5.00,SEK')
  expect(csv[4]).toContain(',40.000,,116.00,29.00,145.00,SEK')
  const second = textOf(await file(`/invoices.csv?${days}&firstNumber=1002`))
  expect(second.trimEnd().split('\r\n')).toHaveLength(3)
  const wish = { file: { kind: 'invoices', ...march }, fileName: 'fakturor-2026-03.csv' }
  expect(await exported(wish, 'folder')).toMatchObject({ state: 'done', rows: 3 })
  const written = readFileSync(join(folder, 'fakturor-2026-03.csv'), 'utf8')
  expect(written).toContain(';145,00;SEK')
  expect(await exported({ ...wish, fileName: '../x.csv' }, 'folder')).toMatchObject({
    ...{ code: 'BAD_REQUEST' },
  })
})
