import { z } from 'zod'
import { accountParts, parseAccount } from '../ledger/account.ts'

/** One of our accounts in the books: `means/cash`, `revenue/energy`, `vat/2500`; all customers are `customer`. */
export const bookAccount = z.object({
  id: z
    .string()
    .min(1)
    .max(60)
    .describe('Our account, or the group that is one account in the books'),
  number: z.string().regex(/^\d{4}$/, 'Give an account number of four digits.'),
  name: z.string().trim().min(1, 'Give the account a name.').max(60),
})
export type BookAccount = z.infer<typeof bookAccount>

const sales = ['3001', 'Försäljning inom Sverige, 25 % moms'] as const

/**
 * What a site begins with: accounts of the Swedish BAS plan. What customers owe before it is invoiced is in no customer
 * ledger yet (1518), what invoices ask for is (1510).
 */
const begins: Readonly<Record<string, readonly [number: string, name: string]>> = {
  'means/cash': ['1910', 'Kassa'],
  'means/stripe': ['1580', 'Fordringar för kontokort och kuponger'],
  'means/externalTerminal': ['1581', 'Fordringar, annan kortterminal'],
  'means/invoice': ['1510', 'Kundfordringar'],
  customer: ['1518', 'Ej reskontraförda kundfordringar'],
  'customer/walkUp': ['1518', 'Ej reskontraförda kundfordringar'],
  bank: ['1930', 'Företagskonto'],
  safe: ['1911', 'Huvudkassa'],
  dispute: ['1680', 'Andra kortfristiga fordringar'],
  'vat/2500': ['2611', 'Utgående moms på försäljning inom Sverige, 25 %'],
  'vat/1200': ['2621', 'Utgående moms på försäljning inom Sverige, 12 %'],
  'vat/600': ['2631', 'Utgående moms på försäljning inom Sverige, 6 %'],
  'revenue/energy': sales,
  'revenue/time': sales,
  'revenue/parking': sales,
  'revenue/flat': sales,
  'revenue/reservation': sales,
  'revenue/noShow': sales,
  'revenue/adjustment': sales,
  'fee/stripe': ['6040', 'Kontokortsavgifter'],
  'fee/terminal': ['6040', 'Kontokortsavgifter'],
  rounding: ['3740', 'Öres- och kronutjämning'],
  variance: ['6991', 'Kassadifferenser'],
  'expense/petty': ['6990', 'Övriga externa kostnader'],
  comp: ['5990', 'Övriga kostnader för reklam och PR'],
  writeOff: ['6351', 'Konstaterade förluster på kundfordringar'],
}

/** Our accounts that have a number from the beginning, in the order that people read them in. */
export const firstBookAccounts: readonly BookAccount[] = Object.entries(begins).map(
  ([id, [number, name]]) => ({ id, number, name }),
)

/** By which row of the plan an account of the ledger is booked. */
export function bookIdOf(account: string): string {
  return account.startsWith('customer/') && account !== 'customer/walkUp' ? 'customer' : account
}

/** Whether the plan may have a row by that id. */
export function isBookId(text: string): boolean {
  return text === 'customer' || (parseAccount(text) !== null && bookIdOf(text) === text)
}

/** Which account of the books each of ours is; null for one that has none. */
export type AccountPlan = (account: string) => BookAccount | null

/** @param changed the rows that people have made another */
export function accountPlan(changed: readonly BookAccount[]): AccountPlan {
  const rows = new Map([...firstBookAccounts, ...changed].map((row) => [row.id, row]))
  return (account) => rows.get(bookIdOf(account)) ?? null
}

/** Rows of the plan: those it begins with, those that were changed, and those of accounts that were used, in our order. */
export function planRowsOf(
  changed: readonly BookAccount[],
  used: readonly string[],
): { readonly id: string; readonly row: BookAccount | null }[] {
  const plan = accountPlan(changed)
  const first = firstBookAccounts.map(({ id }) => id)
  const others = new Set([...changed.map(({ id }) => id), ...used.map(bookIdOf)])
  for (const id of first) others.delete(id)
  return [...first, ...[...others].sort(byGroup)].map((id) => ({ id, row: plan(id) }))
}

/** The number that has two names, if one has; null where each has one. */
export function numberOfTwoNames(rows: readonly BookAccount[]): string | null {
  const names = new Map<string, string>()
  for (const { number, name } of rows) {
    const known = names.get(number)
    if (known !== undefined && known !== name) return number
    names.set(number, name)
  }
  return null
}

function byGroup(one: string, other: string): number {
  const [a, b] = [accountParts(one).group, accountParts(other).group]
  return a.localeCompare(b) || one.localeCompare(other, 'en', { numeric: true })
}
