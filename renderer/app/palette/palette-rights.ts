import type { Right } from '../../../shared/domain/user/role.ts'

/** What the palette's own entries ask; any other is for everybody who may look. */
const rights: Readonly<Record<string, Right>> = {
  pairing: 'operate',
  addStation: 'operate',
  addToken: 'plan',
  addVehicle: 'plan',
  addCustomer: 'plan',
  importCsv: 'operate',
  setLimit: 'configure',
  limitForAWhile: 'plan',
  connectionInfo: 'operate',
  addRecurring: 'plan',
  bookingTerms: 'configure',
  driverPage: 'configure',
  houseRules: 'configure',
  driverSigns: 'attend',
  blockList: 'attend',
  calendars: 'plan',
  unpaid: 'seeMoney',
  ledger: 'seeMoney',
  sumUpDay: 'seeMoney',
  exportReport: 'seeMoney',
  scheduledReports: 'account',
  paymentTerms: 'configure',
  users: 'supervise',
}

/** What the entries of rows ask, by how their ids begin. */
const ofRows: Readonly<Record<string, Right>> = {
  stop: 'operate',
  log: 'operate',
  take: 'attend',
  report: 'seeMoney',
}

/** The right that an entry of the palette asks. */
export function rightOfEntry(id: string): Right {
  const [kind = ''] = id.split('-')
  return rights[id] ?? ofRows[kind] ?? 'anyone'
}
