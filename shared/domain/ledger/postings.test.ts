import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BillLine, billLineKind } from '../bill/bill.ts'
import { paymentMeans } from '../payment/payment.ts'
import { checkPosting } from './check-posting.ts'
import type { Posting } from './entry.ts'
import {
  billCorrected,
  type BilledSums,
  billPosted,
  disputeLost,
  disputeOpened,
  disputeWon,
  feeTaken,
  type Movement,
  paymentTaken,
  payoutFailed,
  payoutSent,
  refundFailed,
  refundGiven,
  writtenOff,
} from './postings.ts'

const billId = '0192f0c1-0000-7000-8000-000000000001'
const paymentId = '0192f0c1-0000-7000-8000-000000000002'
const refundId = '0192f0c1-0000-7000-8000-000000000003'
const kim = '0192f0c1-0000-7000-8000-0000000000aa'

const lineOf = (kind: BillLine['kind'], ratePct: number, exclMinor: number, vatMinor: number) => ({
  ...{ kind, ratePct, exclMinor, vatMinor },
  ...{ quantity: null, unit: null, unitPrice: null, from: null, until: null },
})
const billed = (lines: BillLine[], customerId: string | null = null): BilledSums => {
  const inclMinor = lines.reduce((sum, line) => sum + line.exclMinor + line.vatMinor, 0)
  return { customerId, currency: 'SEK', sums: { lines, inclMinor } }
}
const amounts = ({ lines }: Posting) =>
  Object.fromEntries(lines.map(({ account, amountMinor }) => [account, amountMinor]))

const amount = fc.integer({ min: -1_000_000, max: 1_000_000 })
const positive = fc.integer({ min: 1, max: 99_999_999 })
const someBill = fc
  .tuple(
    fc.array(
      fc
        .tuple(
          fc.constantFrom(...billLineKind.options),
          fc.constantFrom(0, 6, 12, 25, 5.5),
          amount,
          amount,
        )
        .map(([kind, ratePct, exclMinor, vatMinor]) => lineOf(kind, ratePct, exclMinor, vatMinor)),
      { maxLength: 8 },
    ),
    fc.constantFrom(null, kim),
  )
  .map(([lines, customerId]) => billed(lines, customerId))
const someMovement = fc.record({
  billId: fc.constant(billId),
  paymentId: fc.constant(paymentId),
  customerId: fc.constantFrom(null, kim),
  means: fc.constantFrom(...paymentMeans.options),
  currency: fc.constant('SEK'),
  amountMinor: positive,
  roundingMinor: fc.integer({ min: -50, max: 50 }),
})
const someDispute = fc.record({
  disputeId: fc.constant('dp_1'),
  currency: fc.constant('EUR'),
  amountMinor: positive,
  feeMinor: fc.nat(5_000),
})

describe('whatever is entered', () => {
  const anything: fc.Arbitrary<Posting> = fc.oneof(
    someBill.map((one) => billPosted(one, { billId })),
    fc.tuple(someBill, someBill).map(([one, other]) => billCorrected(one, other, { billId })),
    someMovement.map(paymentTaken),
    someMovement.map((moved) => refundGiven({ ...moved, refundId })),
    someMovement.map((moved) => refundFailed({ ...moved, refundId })),
    someMovement.map(({ currency, amountMinor }) => feeTaken({ currency, amountMinor })),
    someMovement.map(({ currency, amountMinor }) =>
      payoutSent({ payoutId: 'po_1', currency, amountMinor }),
    ),
    someMovement.map(({ currency, amountMinor }) =>
      payoutFailed({ payoutId: 'po_1', currency, amountMinor }),
    ),
    someDispute.map(disputeOpened),
    someDispute.map(disputeWon),
    someDispute.map(disputeLost),
    someMovement.map((moved) => writtenOff({ ...moved, text: 'never paid' })),
  )

  test('sums to zero, with one line an account and none of nothing', () => {
    fc.assert(
      fc.property(anything, (posting) => {
        expect([null, { code: 'noLines' }]).toContainEqual(checkPosting(posting))
        const accounts = posting.lines.map(({ account }) => account)
        expect(new Set(accounts).size).toBe(accounts.length)
      }),
      { numRuns: 1_000 },
    )
  })

  test('that takes something back leaves nothing of it on any account', () => {
    const leaves = (...postings: Posting[]) => {
      const left = new Map<string, number>()
      for (const { account, amountMinor } of postings.flatMap(({ lines }) => lines))
        left.set(account, (left.get(account) ?? 0) + amountMinor)
      return [...left.values()].filter((minor) => minor !== 0)
    }
    fc.assert(
      fc.property(someMovement, someDispute, (moved, disputed) => {
        const refund = { ...moved, refundId }
        expect(leaves(paymentTaken(moved), refundGiven(refund))).toEqual([])
        expect(leaves(refundGiven(refund), refundFailed(refund))).toEqual([])
        expect(leaves(disputeOpened(disputed), disputeWon(disputed))).toEqual([])
        const payout = { payoutId: 'po_1', currency: 'SEK', amountMinor: moved.amountMinor }
        expect(leaves(payoutSent(payout), payoutFailed(payout))).toEqual([])
      }),
    )
  })

  test('a bill corrected comes to the same as if it had been right at once', () => {
    fc.assert(
      fc.property(someBill, someBill, (wrong, right) => {
        const both = [
          ...billPosted(wrong, { billId }).lines,
          ...billCorrected(wrong, right, { billId }).lines,
        ]
        const sums = new Map<string, number>()
        for (const { account, amountMinor } of both)
          sums.set(account, (sums.get(account) ?? 0) + amountMinor)
        const left = Object.fromEntries([...sums].filter(([, minor]) => minor !== 0))
        expect(left).toEqual(amounts(billPosted(right, { billId })))
      }),
    )
  })
})

describe('the lines of', () => {
  test('a bill: gross owed, net earned by kind, tax owed by rate', () => {
    const lines = [
      lineOf('energy', 25, 8_000, 2_000),
      lineOf('parking', 25, 1_000, 250),
      lineOf('flat', 12, 500, 60),
    ]
    expect(amounts(billPosted(billed(lines, kim), { billId }))).toEqual({
      [`customer/${kim}`]: 11_810,
      'revenue/energy': -8_000,
      'revenue/parking': -1_000,
      'revenue/flat': -500,
      'vat/2500': -2_250,
      'vat/1200': -60,
    })
  })

  test('a correction: the difference alone, and none where nothing differs', () => {
    const before = billed([lineOf('energy', 25, 8_000, 2_000), lineOf('flat', 25, 400, 100)])
    const after = billed([lineOf('energy', 25, 7_200, 1_800), lineOf('flat', 25, 400, 100)])
    expect(amounts(billCorrected(before, after, { billId }))).toEqual({
      'customer/walkUp': -1_000,
      'revenue/energy': 800,
      'vat/2500': 200,
    })
    expect(billCorrected(before, before, { billId }).lines).toEqual([])
  })

  test('a bill that goes to another payer: who owes it, and nothing else', () => {
    const lines = [lineOf('energy', 25, 8_000, 2_000)]
    expect(amounts(billCorrected(billed(lines), billed(lines, kim), { billId }))).toEqual({
      'customer/walkUp': -10_000,
      [`customer/${kim}`]: 10_000,
    })
  })

  const moved: Movement = {
    ...{ billId, paymentId, customerId: null, means: 'cash', currency: 'SEK' },
    amountMinor: 12_345,
  }
  test.each([
    [
      'cash, rounded down to crowns',
      { roundingMinor: -45 },
      { 'means/cash': 12_300, rounding: 45 },
    ],
    ['cash, rounded up', { roundingMinor: 55 }, { 'means/cash': 12_400, rounding: -55 }],
    ['a card', { means: 'reader' }, { 'means/stripe': 12_345 }],
    ['Swish', { means: 'swish' }, { 'means/stripe': 12_345 }],
    ['another terminal', { means: 'externalTerminal' }, { 'means/externalTerminal': 12_345 }],
    ['an invoice', { means: 'invoice' }, { 'means/invoice': 12_345 }],
    ['a voucher, which is given away', { means: 'voucher' }, { comp: 12_345 }],
  ] as const)('%s', (_, how, lines) => {
    expect(amounts(paymentTaken({ ...moved, ...how }))).toEqual({
      ...lines,
      'customer/walkUp': -12_345,
    })
  })

  test('a dispute that is lost: the amount and the fee', () => {
    const disputed = { disputeId: 'dp_1', currency: 'SEK', amountMinor: 10_000 }
    expect(amounts(disputeOpened({ ...disputed, feeMinor: 1_500 }))).toEqual({
      dispute: 10_000,
      'means/stripe': -11_500,
      'fee/stripe': 1_500,
    })
    expect(amounts(disputeLost(disputed))).toEqual({ writeOff: 10_000, dispute: -10_000 })
  })
})

describe('refused is what', () => {
  const { lines } = paymentTaken({
    ...{ billId, paymentId, customerId: null, means: 'cash', currency: 'SEK' },
    amountMinor: 500,
  })
  const [cash, owed] = lines
  if (cash === undefined || owed === undefined) throw new Error('a payment has two lines')

  test('does not sum to zero, whichever the currency', () => {
    expect(checkPosting({ lines: [cash] })).toEqual({
      ...{ code: 'unbalanced', currency: 'SEK', offMinor: 500 },
    })
    const abroad = { ...owed, currency: 'EUR' }
    expect(checkPosting({ lines: [cash, abroad] })).toMatchObject({ code: 'unbalanced' })
  })

  test('is a bill whose lines and sum are at odds', () => {
    const odd = billed([lineOf('energy', 25, 8_000, 2_000)])
    const posting = billPosted({ ...odd, sums: { ...odd.sums, inclMinor: 9_999 } }, { billId })
    expect(checkPosting(posting)).toEqual({ code: 'unbalanced', currency: 'SEK', offMinor: -1 })
  })

  test.each([
    [{ amountMinor: 500.5 }, 'badAmount'],
    [{ amountMinor: 0 }, 'badAmount'],
    [{ amountMinor: Number.NaN }, 'badAmount'],
    [{ amountMinor: 2 ** 53 }, 'badAmount'],
    [{ currency: 'kr' }, 'badCurrency'],
    [{ account: 'customer/nobody' as const }, 'noSuchAccount'],
    [{ account: 'vat/-1' as const }, 'noSuchAccount'],
  ])('has %j: %s', (wrong, code) => {
    expect(checkPosting({ lines: [{ ...cash, ...wrong }, owed] })).toMatchObject({ code })
  })
})
