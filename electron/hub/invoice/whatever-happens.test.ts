import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bill } from '../../../shared/domain/bill/bill.ts'
import { type InvoicingSite, invoicingSite } from './test-bench/invoicing-site.ts'

let site: InvoicingSite
beforeAll(async () => {
  site = await invoicingSite()
})
afterAll(() => site.close())

/** What people do, each to one of what there is by then. */
const act = fc.oneof(
  fc.record({ is: fc.constant('stay' as const), minor: fc.integer({ min: 1, max: 90_000 }) }),
  fc.record({
    is: fc.constant('correct' as const),
    at: fc.nat(),
    minor: fc.integer({ min: -60_000, max: 30_000 }),
  }),
  fc.record({ is: fc.constant('run' as const) }),
  fc.record({
    is: fc.constant('credit' as const),
    at: fc.nat(),
    bills: fc.constantFrom('again' as const, 'nothing' as const),
  }),
  fc.record({
    is: fc.constant('pay' as const),
    at: fc.nat(),
    part: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({ is: fc.constant('undo' as const), at: fc.nat() }),
)

test('whatever is corrected, credited, paid and undone, what is invoiced in the end is what was billed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
      const customer = await site.customer()
      const bills: Bill[] = []
      const own = async () =>
        (await site.store.reads.find('invoice', { customerId: customer.id })).toSorted(
          (one, other) => one.number - other.number,
        )
      const pick = <One>(all: readonly One[], at: number): One | undefined => all[at % all.length]
      for (const one of acts) {
        const invoices = await own()
        switch (one.is) {
          case 'stay':
            bills.push(await site.stay(customer, one.minor))
            break
          case 'correct': {
            const bill = pick(bills, one.at)
            if (bill && one.minor !== 0) await site.correct(bill, one.minor)
            break
          }
          case 'run':
            await site.run()
            break
          case 'credit': {
            const { bills: then } = one
            const invoice = pick(invoices, one.at)
            if (invoice)
              await site.post(`/invoices/${invoice.id}/credit`, { bills: then, reason: 'x' })
            break
          }
          case 'pay': {
            const invoice = pick(invoices, one.at)
            const amountMinor = Math.trunc((invoice?.leftMinor ?? 0) / one.part)
            if (invoice && amountMinor !== 0)
              await site.post(`/invoices/${invoice.id}/payments`, { amountMinor })
            break
          }
          case 'undo': {
            const invoice = pick(invoices, one.at)
            const { payments } = invoice ? await site.detail(invoice.id) : { payments: [] }
            const [payment] = payments
            if (payment) await site.post(`/invoice-payments/${payment.id}/undo`)
          }
        }
      }
      await site.run()
      const invoices = await own()
      const billed = await site.store.reads.find('bill', { customerId: customer.id })
      const total = (amounts: readonly number[]) => amounts.reduce((sum, one) => sum + one, 0)
      expect(total(invoices.map(({ inclMinor }) => inclMinor))).toBe(
        total(billed.map(({ inclMinor }) => inclMinor)),
      )
      expect(total(invoices.map(({ exclMinor }) => exclMinor))).toBe(
        total(billed.map(({ exclMinor }) => exclMinor)),
      )
      expect(await site.balance(`customer/${customer.id}`)).toBe(0)
      expect(invoices.every(({ kind, leftMinor }) => kind === 'invoice' || leftMinor === 0)).toBe(
        true,
      )
    }),
    { numRuns: 12 },
  )
  const all = await site.store.reads.find('invoice', {})
  const leftMinor = all.reduce((sum, invoice) => sum + invoice.leftMinor, 0)
  expect(await site.balance('means/invoice')).toBe(leftMinor)
  expect(await site.findings()).toEqual([])
})
