import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cashMoveKind } from '../till/cash-move.ts'
import { checkPosting } from './check-posting.ts'
import type { Posting } from './entry.ts'
import {
  cashMoved,
  drawerEmptied,
  floatTaken,
  safeBanked,
  terminalSettled,
  varianceFound,
} from './till-postings.ts'

const amounts = ({ lines }: Posting) =>
  Object.fromEntries(lines.map(({ account, amountMinor }) => [account, amountMinor]))
const sek = (amountMinor: number) => ({ currency: 'SEK', amountMinor, text: 'Kassa 1 · 3' })

const someMinor = fc.integer({ min: -99_999_999, max: 99_999_999 })

test('whatever moves in a drawer sums to zero', () => {
  const anything = fc.oneof(
    someMinor.map((minor) => floatTaken(sek(minor))),
    fc
      .tuple(fc.constantFrom(...cashMoveKind.options), someMinor)
      .map(([kind, minor]) => cashMoved(kind, sek(minor))),
    someMinor.map((minor) => varianceFound(sek(minor))),
    someMinor.map((minor) => drawerEmptied(sek(minor))),
    someMinor.map((minor) => safeBanked(sek(minor))),
    fc
      .tuple(someMinor, someMinor)
      .map(([minor, feeMinor]) => terminalSettled({ ...sek(minor), feeMinor })),
  )
  fc.assert(
    fc.property(anything, (posting) => {
      expect([null, { code: 'noLines' }]).toContainEqual(checkPosting(posting))
    }),
  )
})

test('a shift leaves nothing in the drawer: the float came from the safe, and all of it goes back', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (floatMinor, countedMinor) => {
      const found = countedMinor - floatMinor
      const all = [floatTaken, varianceFound, drawerEmptied].map((make, at) =>
        make(sek([floatMinor, found, countedMinor][at] ?? 0)),
      )
      const cash = all
        .flatMap(({ lines }) => lines)
        .filter(({ account }) => account === 'means/cash')
      expect(cash.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(0)
    }),
  )
})

test('cash moves: from the safe, to it, to the bank, and out for an expense', () => {
  expect(amounts(cashMoved('payIn', sek(500)))).toEqual({ 'means/cash': 500, safe: -500 })
  expect(amounts(cashMoved('toSafe', sek(500)))).toEqual({ 'means/cash': -500, safe: 500 })
  expect(amounts(cashMoved('toBank', sek(500)))).toEqual({ 'means/cash': -500, bank: 500 })
  expect(amounts(cashMoved('expense', sek(500)))).toEqual({
    ...{ 'means/cash': -500, 'expense/petty': 500 },
  })
})

test('another terminal settles what it took: to the bank, less what is kept of it', () => {
  expect(amounts(terminalSettled({ ...sek(9_800), feeMinor: 200 }))).toEqual({
    ...{ bank: 9_800, 'fee/terminal': 200, 'means/externalTerminal': -10_000 },
  })
})

test('what is missing from a drawer is an expense', () => {
  expect(amounts(varianceFound(sek(-300)))).toEqual({ 'means/cash': -300, variance: 300 })
})
