import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Bill, VatSum } from '../bill/bill.ts'
import { aBill } from '../payment/payment-fixture.ts'
import { type BillToInvoice, draftsOf, type EarlierLine, fullCreditOf } from './draft.ts'
import type { InvoiceLine } from './invoice.ts'
import { exclOf, inclOf, vatAdded } from './rest-of-bill.ts'

const rate25 = (exclMinor: number): VatSum[] => [
  { ratePct: 25, exclMinor, vatMinor: exclMinor / 4 },
]
const billOf = (vat: VatSum[], told: Partial<Bill> = {}): Bill =>
  aBill({ vat, exclMinor: exclOf(vat), inclMinor: inclOf(vat), settlement: 'invoice', ...told })
const toInvoice = (bill: Bill, earlier: EarlierLine[] = []): BillToInvoice => ({
  ...{ bill, earlier, connector: 'Bay 7', vehicle: '', costCentre: '' },
})
const first = { id: 'first', name: 'F1001', number: 1001 }
const second = { id: 'second', name: 'F1002', number: 1002 }
const on = (invoice: typeof first, vat: VatSum[]): EarlierLine => ({
  ...{ on: invoice, vat, inclMinor: inclOf(vat) },
})

describe('a run', () => {
  test('asks for what hasn’t been invoiced, stay by stay in their order, by vehicle', () => {
    const day = 86_400_000
    const bills = [
      billOf(rate25(8_000), { id: 'b', startsAt: 2 * day }),
      billOf(rate25(4_000), { id: 'a', startsAt: day, plate: 'DEF 456' }),
      billOf(rate25(2_000), { id: 'c', startsAt: 3 * day }),
    ]
    const [draft, ...others] = draftsOf(bills.map((bill) => toInvoice(bill)))
    expect(others).toEqual([])
    expect(draft).toMatchObject({ kind: 'invoice', exclMinor: 14_000, inclMinor: 17_500 })
    expect(draft?.vat).toEqual([{ ratePct: 25, exclMinor: 14_000, vatMinor: 3_500 }])
    expect(draft?.lines.map(({ billId }) => billId)).toEqual(['a', 'b', 'c'])
    expect(draft?.groups).toMatchObject([
      { plate: 'ABC 123', stays: 2, inclMinor: 12_500, energyWh: 40_000 },
      { plate: 'DEF 456', stays: 1, inclMinor: 5_000, energyWh: 20_000 },
    ])
  })

  test('makes an invoice in each currency', () => {
    const bills = [billOf(rate25(400)), billOf(rate25(800), { id: 'e', currency: 'EUR' })]
    const drafts = draftsOf(bills.map((bill) => toInvoice(bill)))
    expect(drafts.map(({ currency }) => currency).toSorted()).toEqual(['EUR', 'SEK'])
  })

  test('leaves out what was paid otherwise, of each rate its share', () => {
    const vat = [...rate25(8_000), { ratePct: 0, exclMinor: 10_000, vatMinor: 0 }]
    const [draft] = draftsOf([toInvoice(billOf(vat, { paidMinor: 10_000 }))])
    expect(draft?.inclMinor).toBe(10_000)
    expect(draft?.vat).toEqual([
      { ratePct: 0, exclMinor: 5_000, vatMinor: 0 },
      { ratePct: 25, exclMinor: 4_000, vatMinor: 1_000 },
    ])
  })

  test('credits what has come to less since, and names the invoice', () => {
    const bill = billOf(rate25(7_200), { paidMinor: 10_000 })
    const drafts = draftsOf([toInvoice(bill, [on(first, rate25(8_000))])])
    expect(drafts).toMatchObject([
      { kind: 'creditNote', creditOf: first, inclMinor: -1_000, energyWh: 0 },
    ])
    expect(drafts[0]?.vat).toEqual([{ ratePct: 25, exclMinor: -800, vatMinor: -200 }])
  })

  test('asks for what has come to more since on a line that names the earlier invoice', () => {
    const bill = billOf(rate25(8_800), { paidMinor: 10_000 })
    const [draft] = draftsOf([toInvoice(bill, [on(first, rate25(8_000))])])
    expect(draft?.lines).toMatchObject([{ corrects: 'F1001', inclMinor: 1_000, energyWh: 0 }])
  })

  test('credits no invoice by more than it asks for, the latest first', () => {
    const bill = billOf(rate25(4_000), { paidMinor: 11_000 })
    const earlier = [on(first, rate25(8_000)), on(second, rate25(800))]
    expect(draftsOf([toInvoice(bill, earlier)])).toMatchObject([
      { creditOf: second, inclMinor: -1_000 },
      { creditOf: first, inclMinor: -5_000 },
    ])
  })
})

test('a full credit takes back what is left of each line, and its energy where all of it is', () => {
  const line = (id: string, vat: VatSum[]): InvoiceLine => ({
    ...{
      id,
      invoiceId: 'first',
      place: 1,
      billId: id,
      paymentId: 'p',
      refundId: null,
      revision: 1,
    },
    ...{ startsAt: 0, endsAt: 1, connector: '', plate: 'ABC 123', vehicle: '', costCentre: '' },
    ...{ idToken: '', energyWh: 20_000, exclMinor: exclOf(vat), inclMinor: inclOf(vat), vat },
    corrects: '',
  })
  const lines = [line('one', rate25(8_000)), line('two', rate25(4_000))]
  const credited = [line('one', rate25(-800))]
  const credit = fullCreditOf({ ...first, currency: 'SEK' }, lines, credited)
  expect(credit).toMatchObject({ kind: 'creditNote', inclMinor: -14_000, creditOf: first })
  expect(credit?.lines.map(({ energyWh }) => energyWh)).toEqual([0, -20_000])
  const all = [...credited, line('one', rate25(-7_200)), line('two', rate25(-4_000))]
  expect(fullCreditOf({ ...first, currency: 'SEK' }, lines, all)).toBeNull()
})

test('after each run what was invoiced is what was billed, rate by rate, however often it was corrected', () => {
  const sums = fc.record({ low: fc.nat(50_000), high: fc.nat(50_000) })
  fc.assert(
    fc.property(
      fc.array(fc.array(sums, { minLength: 3, maxLength: 3 }), { maxLength: 6 }),
      (runs) => {
        const earlier: EarlierLine[][] = [[], [], []]
        let number = 1_000
        for (const billed of runs) {
          const bills = billed.map(({ low, high }, index) => {
            const vat = vatAdded(
              [{ ratePct: 6, exclMinor: low, vatMinor: Math.round(low * 0.06) }],
              [{ ratePct: 25, exclMinor: high, vatMinor: Math.round(high / 4) }],
            )
            const paidMinor = (earlier[index] ?? []).reduce((sum, line) => sum + line.inclMinor, 0)
            return billOf(vat, { id: String(index), paidMinor })
          })
          const drafts = draftsOf(bills.map((bill, index) => toInvoice(bill, earlier[index])))
          for (const draft of drafts) {
            number += 1
            const made = { id: String(number), name: `F${number}`, number }
            for (const { billId, vat, inclMinor } of draft.lines)
              earlier[Number(billId)]?.push({ on: draft.creditOf ?? made, vat, inclMinor })
          }
          for (const [index, bill] of bills.entries()) {
            const lines = earlier[index] ?? []
            const invoiced = lines.reduce((vat: VatSum[], line) => vatAdded(vat, line.vat), [])
            expect(inclOf(invoiced)).toBe(bill.inclMinor)
            // The same sum at other rates isn't looked at again: nothing is to be paid or given back for it.
            if (drafts.some((draft) => draft.lines.some(({ billId }) => billId === bill.id)))
              expect(invoiced).toEqual(bill.vat)
            const byInvoice = Map.groupBy(lines, (line) => line.on.id)
            for (const of of byInvoice.values())
              expect(of.reduce((sum, line) => sum + line.inclMinor, 0)).toBeGreaterThanOrEqual(0)
          }
        }
      },
    ),
  )
})
