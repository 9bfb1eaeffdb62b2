import type { LiveTable } from './live.ts'

/** What each live table asks of whoever follows it. */
export const rightsOfTables = {
  site: 'look',
  user: 'look',
  feeder: 'look',
  temporaryLimit: 'look',
  plan: 'look',
  planLine: 'look',
  chargingControl: 'look',
  pairing: 'look',
  station: 'look',
  connector: 'look',
  candidate: 'look',
  connectionAttempt: 'look',
  idToken: 'look',
  transaction: 'look',
  command: 'look',
  alarm: 'look',
  vehicle: 'look',
  customer: 'look',
  booking: 'look',
  recurring: 'look',
  bookingStep: 'look',
  bill: 'seeMoney',
  payment: 'seeMoney',
  refund: 'seeMoney',
  dispute: 'seeMoney',
  paymentTerms: 'seeMoney',
  stripeAccount: 'seeMoney',
  stripeCall: 'seeMoney',
  reader: 'seeMoney',
  till: 'seeMoney',
  tillTerms: 'seeMoney',
  shift: 'seeMoney',
  tariff: 'look',
  tariffVersion: 'look',
  tariffAssignment: 'look',
  walkUp: 'look',
  walkUpTerms: 'look',
  visit: 'look',
  houseRules: 'look',
  reportPreset: 'seeMoney',
  reportSchedule: 'seeMoney',
} as const satisfies Readonly<Record<LiveTable, 'look' | 'seeMoney'>>

/** The tables of money. */
export type MoneyTable = {
  [T in LiveTable]: (typeof rightsOfTables)[T] extends 'seeMoney' ? T : never
}[LiveTable]
