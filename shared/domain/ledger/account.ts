import { z } from 'zod'
import { billLineKind } from '../bill/bill.ts'
import { type Id, id } from '../id/id.ts'
import type { PaymentMeans } from '../payment/payment.ts'

/** Where money lies that was taken and hasn't come to the bank; `invoice` is what invoices ask for. */
const purse = z.enum(['cash', 'stripe', 'externalTerminal', 'invoice'])

/**
 * The account of a line, as text: `means/cash`, `customer/<id>`, `customer/walkUp`, `revenue/energy`, `vat/2500` (the
 * rate in hundredths of a percent), `fee/stripe` and `fee/terminal` what they keep, `bank`, `safe` cash that lies in no
 * open drawer, `dispute` what a cardholder's bank has taken back for now, `rounding` to coins, `variance` what counted
 * drawers were off by, `expense/petty` paid out of a drawer, `comp` what the site gave away, `writeOff` what it will
 * never get.
 */
export const account = z.union([
  z.templateLiteral(['means/', purse]),
  z.templateLiteral(['customer/', z.union([z.literal('walkUp'), id])]),
  z.templateLiteral(['revenue/', billLineKind]),
  z.templateLiteral(['vat/', z.int()]),
  z.enum(['fee/stripe', 'fee/terminal', 'bank', 'safe', 'dispute']),
  z.enum(['rounding', 'variance', 'expense/petty', 'comp', 'writeOff']),
])
export type Account = z.infer<typeof account>

/**
 * What an account is for: `asset` what the site has or is owed, `liability` what it owes, `income` and `expense` what
 * makes its result. Assets and expenses stand in debit (above zero), the others in credit.
 */
export const accountNature = z.enum(['asset', 'liability', 'income', 'expense'])
export type AccountNature = z.infer<typeof accountNature>

/** The first part of an account: the accounts of one group are told together in reports. */
export const accountGroup = z.enum([
  'means',
  'customer',
  'bank',
  'safe',
  'dispute',
  'vat',
  'revenue',
  'fee',
  'rounding',
  'variance',
  'expense',
  'comp',
  'writeOff',
])
export type AccountGroup = z.infer<typeof accountGroup>

/** An account taken apart. `of` is what follows the group: a means, a customer, a kind, a rate; empty where nothing does. */
export interface AccountParts {
  readonly group: AccountGroup
  readonly of: string
}

const natures: Readonly<Record<AccountGroup, AccountNature>> = {
  means: 'asset',
  customer: 'asset',
  bank: 'asset',
  safe: 'asset',
  dispute: 'asset',
  vat: 'liability',
  revenue: 'income',
  fee: 'expense',
  rounding: 'expense',
  variance: 'expense',
  expense: 'expense',
  comp: 'expense',
  writeOff: 'expense',
}

/** Takes an account apart; null for a text that is none. */
export function parseAccount(text: string): AccountParts | null {
  if (!account.safeParse(text).success || text.startsWith('vat/-')) return null
  return accountParts(text)
}

/** Takes apart what is known to be an account, such as one that was read from the ledger. */
export function accountParts(text: string): AccountParts {
  const [group = '', of = ''] = text.split('/', 2)
  return { group: accountGroup.parse(group), of }
}

export function natureOf(text: string): AccountNature {
  return natures[accountParts(text).group]
}

/** What somebody owes for their bills; everybody whom the site doesn't know shares one account. */
export function customerAccount(customerId: Id | null): Account {
  return `customer/${customerId ?? 'walkUp'}`
}

/** The tax of a rate, percent with at most two decimals. */
export function vatAccount(ratePct: number): Account {
  return `vat/${Math.round(ratePct * 100)}`
}

/** Where the money of a payment by these means goes. A voucher moves none: the site gives that away. */
export function meansAccount(means: PaymentMeans): Account {
  switch (means) {
    case 'checkout':
    case 'reader':
    case 'swish':
      return 'means/stripe'
    case 'cash':
    case 'invoice':
    case 'externalTerminal':
      return `means/${means}`
    case 'voucher':
      return 'comp'
  }
}
