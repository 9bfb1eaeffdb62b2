import { expect, test } from 'vitest'
import {
  accountPlan,
  bookAccount,
  firstBookAccounts,
  isBookId,
  numberOfTwoNames,
  planRowsOf,
} from './account-plan.ts'

const someone = '01890000-0000-7000-8000-0000000c0001'

test('a plan begins with numbers of four digits, each with one name, of accounts that there are', () => {
  for (const row of firstBookAccounts) {
    expect(bookAccount.safeParse(row).success).toBe(true)
    expect(isBookId(row.id)).toBe(true)
  }
  expect(numberOfTwoNames(firstBookAccounts)).toBeNull()
})

test('all customers are one account in the books, and what was changed counts', () => {
  const plan = accountPlan([{ id: 'means/cash', number: '1912', name: 'Kassa 2' }])
  expect(plan(`customer/${someone}`)?.number).toBe('1518')
  expect(plan('means/cash')).toMatchObject({ number: '1912', name: 'Kassa 2' })
  expect(plan('vat/700')).toBeNull()
  expect(isBookId(`customer/${someone}`)).toBe(false)
  expect(isBookId('revenue/beer')).toBe(false)
})

test('what was entered on an account without a number has a row that asks for one', () => {
  const rows = planRowsOf([], [`customer/${someone}`, 'vat/700', 'means/cash'])
  expect(rows.filter(({ row }) => row === null)).toEqual([{ id: 'vat/700', row: null }])
  expect(rows).toHaveLength(firstBookAccounts.length + 1)
})

test('a number with two names is found', () => {
  const rows = [
    { id: 'bank', number: '1930', name: 'Bank' },
    { id: 'safe', number: '1930', name: 'Kassaskåp' },
  ]
  expect(numberOfTwoNames(rows)).toBe('1930')
})
