import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, HOUR } from '../../time/instant.ts'
import type { EntryKind, LedgerLine } from '../ledger/entry.ts'
import { accountPlan } from './account-plan.ts'
import { pc8Bytes } from './pc8.ts'
import { sieHeader, sieVoucher } from './sie.ts'
import { readSie } from './test-bench/read-sie.ts'
import { voucherMaker } from './voucher.ts'

const plan = accountPlan([])
const NOON = Date.UTC(2026, 10, 27, 11)
const header = {
  ...{ program: 'Laddplan', version: '0.1.0', generatedOn: '2026-11-27', currency: 'SEK' },
  ...{ companyName: 'Räksmörgåsen "Norra" AB', organisationNumber: 'SE556677-8899' },
  accounts: [plan('means/cash'), plan('vat/2500'), plan('revenue/energy')].flatMap(
    (row) => row ?? [],
  ),
}
const entry = (
  id: number,
  at: number,
  lines: [LedgerLine['account'], number][],
  told: { kind?: EntryKind; text?: string; currency?: string } = {},
) => {
  const { kind = 'billPosted', text = '', currency = 'SEK' } = told
  const all = lines.map(([account, amountMinor]) => ({ account, amountMinor, currency }))
  return { id, at, kind, text, lines: all }
}
const charge = (id: number, at: number) =>
  entry(id, at, [
    ['customer/walkUp', 12_500],
    ['revenue/energy', -10_000],
    ['vat/2500', -2_500],
  ])
const terms = { timeZone: 'Europe/Stockholm', currency: 'SEK', per: 'day', plan } as const

test('a file begins with what the format asks for, and its amounts have a point', () => {
  const voucher = {
    ...({ on: '2026-11-27', kind: 'paymentTaken', text: 'Betalningar "x\\"' } as const),
    lines: [
      { number: '1910', amountMinor: 12_505 },
      { number: '3001', amountMinor: -12_500 },
      { number: '2611', amountMinor: -5 },
    ],
  }
  const text = sieHeader(header) + sieVoucher(voucher, 'SEK')
  expect(text.split('\r\n')).toEqual([
    ...['#FLAGGA 0', '#PROGRAM "Laddplan" "0.1.0"', '#FORMAT PC8', '#GEN 20261127', '#SIETYP 4'],
    ...['#ORGNR 556677-8899', '#FNAMN "Räksmörgåsen \\"Norra\\" AB"', '#KONTO 1910 "Kassa"'],
    '#KONTO 2611 "Utgående moms på försäljning inom Sverige, 25 %"',
    '#KONTO 3001 "Försäljning inom Sverige, 25 % moms"',
    ...['#VER "" "" 20261127 "Betalningar \\"x/\\""', '{', '   #TRANS 1910 {} 125.05'],
    ...['   #TRANS 3001 {} -125.00', '   #TRANS 2611 {} -0.05', '}', ''],
  ])
  const { records, vouchers } = readSie(pc8Bytes(text))
  expect(records.get('FNAMN')).toEqual([['Räksmörgåsen "Norra" AB']])
  expect(vouchers).toMatchObject([{ on: '20261127', text: 'Betalningar "x/"' }])
})

test('kronor are what is told of nothing, and another currency is told', () => {
  expect(sieHeader(header)).not.toContain('#VALUTA')
  expect(sieHeader({ ...header, currency: 'EUR' })).toContain('#VALUTA EUR\r\n')
})

describe('vouchers', () => {
  test('are one for each day and kind, debits and credits apart', () => {
    const maker = voucherMaker(terms)
    const back = entry(3, NOON, [
      ['customer/walkUp', -500],
      ['revenue/energy', 500],
    ])
    expect(maker.add(charge(1, NOON))).toEqual([])
    expect(maker.add(charge(2, NOON))).toEqual([])
    expect(maker.add(back)).toEqual([])
    const [voucher, ...others] = maker.add(charge(4, NOON + DAY))
    expect(others).toEqual([])
    expect(voucher).toEqual({
      ...{ on: '2026-11-27', kind: 'billPosted', text: 'Laddning 2026-11-27 (3)' },
      lines: [
        { number: '1518', amountMinor: 25_000 },
        { number: '3001', amountMinor: 500 },
        { number: '1518', amountMinor: -500 },
        { number: '2611', amountMinor: -5_000 },
        { number: '3001', amountMinor: -20_000 },
      ],
    })
    expect(maker.end()).toMatchObject([{ on: '2026-11-28' }])
  })

  test('are one for each entry where that is asked for', () => {
    const maker = voucherMaker({ ...terms, per: 'entry' })
    expect(maker.add(charge(1, NOON))).toMatchObject([{ text: 'Laddning 1', on: '2026-11-27' }])
    expect(maker.add(charge(2, NOON))).toHaveLength(1)
    expect(maker.end()).toEqual([])
  })

  test('are of the site’s days: 25 hours long when the clock is put back', () => {
    const midnight = Date.UTC(2026, 9, 24, 22)
    const maker = voucherMaker(terms)
    maker.add(charge(1, midnight))
    expect(maker.add(charge(2, midnight + 25 * HOUR - 1))).toEqual([])
    expect(maker.add(charge(3, midnight + 25 * HOUR))).toMatchObject([
      { on: '2026-10-25', text: 'Laddning 2026-10-25 (2)' },
    ])
  })

  test('are of one currency', () => {
    const maker = voucherMaker({ ...terms, currency: 'EUR' })
    expect(maker.add(charge(1, NOON))).toEqual([])
    expect(maker.end()).toEqual([])
  })

  test('are never made of an account without a number', () => {
    const odd = entry(1, NOON, [
      ['vat/700', 1],
      ['rounding', -1],
    ])
    expect(() => voucherMaker(terms).add(odd)).toThrow('vat/700')
  })
})

test('whatever was entered comes out of the file account by account, in vouchers that sum to zero', () => {
  const accounts = ['means/cash', 'means/stripe', 'bank', 'comp', 'revenue/energy'] as const
  const entries = fc.array(
    fc.record({
      hours: fc.nat(300),
      kind: fc.constantFrom<EntryKind>('billPosted', 'paymentTaken', 'refundGiven'),
      text: fc.string({ unit: 'grapheme' }),
      amounts: fc.array(fc.integer({ min: -9_999_999, max: 9_999_999 }), {
        ...{ minLength: 4, maxLength: 4 },
      }),
    }),
  )
  fc.assert(
    fc.property(entries, fc.constantFrom('day' as const, 'entry' as const), (rows, per) => {
      const maker = voucherMaker({ ...terms, per })
      const entered = new Map<string, number>()
      let text = sieHeader({
        ...header,
        accounts: accounts.flatMap((account) => plan(account) ?? []),
      })
      const write = (vouchers: ReturnType<typeof maker.end>) => {
        for (const voucher of vouchers) text += sieVoucher(voucher, 'SEK')
      }
      for (const [index, row] of rows.toSorted((a, b) => a.hours - b.hours).entries()) {
        const amounts = [...row.amounts, -row.amounts.reduce((sum, one) => sum + one, 0)]
        const lines = accounts.flatMap((account, at): [(typeof accounts)[number], number][] => {
          const amountMinor = amounts[at] ?? 0
          return amountMinor === 0 ? [] : [[account, amountMinor]]
        })
        for (const [account, minor] of lines) {
          const number = plan(account)?.number ?? ''
          entered.set(number, (entered.get(number) ?? 0) + minor)
        }
        write(maker.add(entry(index + 1, NOON + row.hours * HOUR, lines, row)))
      }
      write(maker.end())
      const booked = new Map<string, number>()
      for (const { lines } of readSie(pc8Bytes(text)).vouchers)
        for (const { account, amountMinor } of lines)
          booked.set(account, (booked.get(account) ?? 0) + amountMinor)
      for (const number of new Set([...entered.keys(), ...booked.keys()]))
        expect(booked.get(number) ?? 0).toBe(entered.get(number) ?? 0)
    }),
    { numRuns: 60 },
  )
})
