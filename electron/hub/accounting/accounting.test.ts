import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AccountPlanRow, SieCheck } from '../../../shared/contract/accounting.ts'
import { readSie, type SieFile } from '../../../shared/domain/accounting/test-bench/read-sie.ts'
import type { SieQuery } from '../../../shared/domain/accounting/sie-query.ts'
import { DAY } from '../../../shared/time/instant.ts'
import { type InvoicingSite, invoicingSite, march } from '../invoice/test-bench/invoicing-site.ts'
import { sieFile } from './sie-file.ts'

let site: InvoicingSite
beforeEach(async () => {
  site = await invoicingSite()
  await site.ask('PATCH', '/payment-terms', { legalName: 'Östra Ågatans Laddning AB' })
})
afterEach(() => site.close())

/** A month in which something of each kind happens; one day is of another month. */
async function live(): Promise<void> {
  const customer = await site.customer()
  const bill = await site.stay(customer, 12_505)
  await site.stay(customer, 9_999)
  const walkIn = await site.stay(customer, 10_050, { settlement: 'pay' })
  await site.post('/payments/manual', { billId: walkIn.id, means: 'cash' })
  site.now += DAY
  const [invoice] = await site.run()
  await site.post(`/invoices/${invoice?.id}/payments`, { amountMinor: 10_000 })
  await site.correct(bill, -505)
  site.now += 3 * DAY
  await site.run()
  site.now += 40 * DAY
  await site.stay(customer, 777)
}

async function fileOf(told: Partial<SieQuery> = {}): Promise<SieFile> {
  const pieces: Uint8Array[] = []
  const query = { ...march, per: 'day' as const, ...told }
  const about = { now: site.now, version: '1.2.3' }
  for await (const { bytes } of sieFile(site.store.reads, query, about)) pieces.push(bytes)
  return readSie(Buffer.concat(pieces))
}
const check = async (query = 'firstDay=2026-03-01&lastDay=2026-03-31') =>
  (await site.ask<SieCheck>('GET', `/accounting/check?${query}`)).body

test.each(['day', 'entry'] as const)(
  'a file of vouchers per %s says account by account what the ledger does',
  async (per) => {
    await live()
    const { records, vouchers } = await fileOf({ per })
    expect(records.get('FNAMN')).toEqual([['Östra Ågatans Laddning AB']])
    expect(records.get('PROGRAM')).toEqual([['Laddplan', '1.2.3']])
    const booked = new Map<string, number>()
    for (const { on, lines } of vouchers) {
      expect(on.slice(0, 6)).toBe('202603')
      for (const { account, amountMinor } of lines)
        booked.set(account, (booked.get(account) ?? 0) + amountMinor)
    }
    const { sums, unmapped } = await check()
    expect(unmapped).toEqual([])
    expect(Object.fromEntries(booked)).toEqual(
      Object.fromEntries(
        sums.map(({ number, debitMinor, creditMinor }) => [number, debitMinor - creditMinor]),
      ),
    )
    // 12,000 and 9,999 were invoiced in the end, of which 10,000 came in.
    expect(booked.get('1510')).toBe(12_000 + 9_999 - 10_000)
    expect(booked.get('1930')).toBe(10_000)
    expect(booked.get('1910')).toBe(10_100)
  },
)

test('the files of two halves are together the file of the whole', async () => {
  await live()
  const lines = ({ vouchers }: SieFile) =>
    vouchers.flatMap((voucher) => voucher.lines.map((line) => ({ on: voucher.on, ...line })))
  const first = await fileOf({ lastDay: '2026-03-02' })
  const second = await fileOf({ firstDay: '2026-03-03' })
  expect([...lines(first), ...lines(second)]).toEqual(lines(await fileOf()))
})

test('what has no number in the books is named, and no file is made before it has one', async () => {
  const customer = await site.customer()
  const bill = await site.stay(customer, 1_000)
  const odd = { addMinor: 107, ratePct: 7, note: 'a cup of coffee' }
  await site.ask('POST', `/bills/${bill.id}/correct`, odd)
  expect((await check()).unmapped).toEqual(['vat/700'])
  await expect(fileOf()).rejects.toThrow('vat/700')
  const plan = await site.ask<{ rows: AccountPlanRow[] }>('GET', '/accounting/plan')
  expect(plan.body.rows.find(({ id }) => id === 'vat/700')).toMatchObject({
    ...{ number: '', isUsed: true, isChanged: false },
  })
  const rows = [{ id: 'vat/700', number: '2641', name: 'Moms 7 %' }]
  const changed = await site.ask<{ rows: AccountPlanRow[] }>('PUT', '/accounting/plan', { rows })
  expect(changed.body.rows.find(({ id }) => id === 'vat/700')).toMatchObject({
    ...{ number: '2641', isChanged: true },
  })
  expect((await fileOf()).records.get('KONTO')).toContainEqual(['2641', 'Moms 7 %'])
})

test('a plan with a number of two names, of an odd number or account is refused', async () => {
  const put = (row: object) =>
    site.ask<{ code: string }>('PUT', '/accounting/plan', { rows: [row] })
  const twice = { id: 'bank', number: '1910', name: 'Bank' }
  expect(await put(twice)).toMatchObject({ status: 409, body: { code: 'NAMES_DIFFER' } })
  expect((await put({ id: 'beer', number: '4000', name: 'Beer' })).body.code).toBe(
    'NO_SUCH_ACCOUNT',
  )
  expect((await put({ id: 'bank', number: '19300', name: 'Bank' })).status).toBe(400)
})

test('each currency has a file of its own', async () => {
  const customer = await site.customer()
  await site.stay(customer, 1_000)
  await site.stay(customer, 2_000, { currency: 'EUR' })
  expect(await check()).toMatchObject({ currency: 'SEK', otherCurrencies: ['EUR'], entries: 2 })
  const euros = await fileOf({ currency: 'EUR' })
  expect(euros.records.get('VALUTA')).toEqual([['EUR']])
  expect(euros.vouchers).toMatchObject([{ lines: [{ amountMinor: 2_000 }, {}, {}] }])
  expect((await fileOf()).vouchers).toMatchObject([{ lines: [{ amountMinor: 1_000 }, {}, {}] }])
})
