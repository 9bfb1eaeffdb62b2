import { describe, expect, test } from 'vitest'
import { isOverdue, payingRefusal, standingOf } from './standing.ts'

const of = (paidMinor: number, creditedMinor: number) =>
  standingOf({ kind: 'invoice', inclMinor: 100, paidMinor, creditedMinor })

test('an invoice stands by what has come in and what was credited', () => {
  expect(of(0, 0)).toEqual({ state: 'open', leftMinor: 100 })
  expect(of(40, 0)).toEqual({ state: 'partlyPaid', leftMinor: 60 })
  expect(of(100, 0)).toEqual({ state: 'paid', leftMinor: 0 })
  expect(of(0, 100)).toEqual({ state: 'credited', leftMinor: 0 })
  expect(of(60, 40)).toEqual({ state: 'paid', leftMinor: 0 })
  expect(of(100, 40)).toEqual({ state: 'overpaid', leftMinor: -40 })
})

test('nothing is ever left on a credit note', () => {
  const note = { kind: 'creditNote', inclMinor: -40, paidMinor: 0, creditedMinor: 0 } as const
  expect(standingOf(note)).toEqual({ state: 'setOff', leftMinor: 0 })
})

describe('money is entered', () => {
  test('up to what is left, and no more than that', () => {
    expect(payingRefusal({ leftMinor: 60 }, 60)).toBeNull()
    expect(payingRefusal({ leftMinor: 60 }, 61)).toEqual({ code: 'aboveLeft', leftMinor: 60 })
    expect(payingRefusal({ leftMinor: 0 }, 1)).toEqual({ code: 'nothingLeft' })
  })

  test('as paid back only where too much has come in', () => {
    expect(payingRefusal({ leftMinor: -40 }, -40)).toBeNull()
    expect(payingRefusal({ leftMinor: -40 }, -41)).toEqual({ code: 'aboveLeft', leftMinor: -40 })
    expect(payingRefusal({ leftMinor: 60 }, -1)).toEqual({ code: 'nothingLeft' })
    expect(payingRefusal({ leftMinor: -40 }, 1)).toEqual({ code: 'nothingLeft' })
  })
})

test('an invoice is overdue from the day after it was to be paid', () => {
  const asked = { leftMinor: 1, dueOn: '2026-12-30' }
  expect(isOverdue(asked, '2026-12-30')).toBe(false)
  expect(isOverdue(asked, '2026-12-31')).toBe(true)
  expect(isOverdue({ ...asked, leftMinor: 0 }, '2027-02-01')).toBe(false)
})
