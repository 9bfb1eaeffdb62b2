import { expect, it } from 'vitest'
import type { AccountBalance } from '../../../../shared/domain/ledger/balance.ts'
import { trialBalances } from './trial-balance.ts'

const row = (
  account: string,
  nature: AccountBalance['nature'],
  balanceMinor: number,
  currency = 'SEK',
): AccountBalance => ({
  account,
  nature,
  currency,
  debitMinor: Math.max(0, balanceMinor),
  creditMinor: Math.max(0, -balanceMinor),
  balanceMinor,
})

it('sums debit and credit of each currency by itself, and they are equal', () => {
  const [eur, sek] = trialBalances([
    row('revenue/energy', 'income', -8_000),
    row('vat/2500', 'liability', -2_000),
    row('means/cash', 'asset', 10_000),
    row('means/stripe', 'asset', 5, 'EUR'),
    row('revenue/flat', 'income', -5, 'EUR'),
  ])
  expect(sek).toMatchObject({ debitMinor: 10_000, creditMinor: 10_000, differenceMinor: 0 })
  expect(eur).toMatchObject({ currency: 'EUR', debitMinor: 5 })
  expect(sek?.rows.map(({ account }) => account)).toEqual([
    'means/cash',
    'vat/2500',
    'revenue/energy',
  ])
})

it('says by how much they differ where they do', () => {
  expect(trialBalances([row('means/cash', 'asset', 7)])[0]?.differenceMinor).toBe(7)
})
