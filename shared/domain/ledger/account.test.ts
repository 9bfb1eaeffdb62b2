import { expect, test } from 'vitest'
import {
  type Account,
  accountParts,
  customerAccount,
  meansAccount,
  natureOf,
  parseAccount,
  vatAccount,
} from './account.ts'

const kim = '0192f0c1-0000-7000-8000-0000000000aa'

test.each<[Account, string, string, string]>([
  [meansAccount('checkout'), 'means', 'stripe', 'asset'],
  [meansAccount('cash'), 'means', 'cash', 'asset'],
  [meansAccount('invoice'), 'means', 'invoice', 'asset'],
  [meansAccount('voucher'), 'comp', '', 'expense'],
  [customerAccount(kim), 'customer', kim, 'asset'],
  [customerAccount(null), 'customer', 'walkUp', 'asset'],
  ['revenue/noShow', 'revenue', 'noShow', 'income'],
  [vatAccount(25), 'vat', '2500', 'liability'],
  [vatAccount(5.5), 'vat', '550', 'liability'],
  ['fee/stripe', 'fee', 'stripe', 'expense'],
  ['bank', 'bank', '', 'asset'],
  ['safe', 'safe', '', 'asset'],
  ['variance', 'variance', '', 'expense'],
  ['expense/petty', 'expense', 'petty', 'expense'],
  ['fee/terminal', 'fee', 'terminal', 'expense'],
  ['dispute', 'dispute', '', 'asset'],
])('%s is of the group %s', (account, group, of, nature) => {
  expect(parseAccount(account)).toEqual({ group, of })
  expect(accountParts(account)).toEqual({ group, of })
  expect(natureOf(account)).toBe(nature)
})

test.each([
  '',
  'cash',
  'means/',
  'means/gold',
  'customer/Kim',
  'vat/2.5',
  'vat/-1',
  'bank/x',
  'Bank',
])('%j is no account', (text) => {
  expect(parseAccount(text)).toBeNull()
})
