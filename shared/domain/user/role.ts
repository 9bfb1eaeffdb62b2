import { z } from 'zod'

/** What a call asks of whoever makes it; `shared/contract/rights.ts` says which call asks what. */
export const right = z.enum([
  'anyone',
  'look',
  'seeMoney',
  'attend',
  'refund',
  'plan',
  'operate',
  'account',
  'configure',
  'supervise',
])
export type Right = z.infer<typeof right>

export const role = z.enum(['viewer', 'attendant', 'operator', 'accountant', 'supervisor'])
export type Role = z.infer<typeof role>

const rightsOfRole: Readonly<Record<Role, ReadonlySet<Right>>> = {
  viewer: new Set(['anyone', 'look']),
  attendant: new Set(['anyone', 'look', 'seeMoney', 'attend', 'refund']),
  operator: new Set(['anyone', 'look', 'attend', 'plan', 'operate']),
  accountant: new Set(['anyone', 'look', 'seeMoney', 'account']),
  supervisor: new Set(right.options),
}

/** Whether a role has a right. */
export function mayDo(of: Role, wanted: Right): boolean {
  return rightsOfRole[of].has(wanted)
}

/** The roles that have a right, the least first. */
export function rolesWith(wanted: Right): Role[] {
  return role.options.filter((each) => mayDo(each, wanted))
}
