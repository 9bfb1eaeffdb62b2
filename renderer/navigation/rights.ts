import type { Right } from '../../shared/domain/user/role.ts'
import type { Screen, SettingsSection } from './route.ts'

/** What each screen asks of whoever goes there. */
export const rightsOfScreens: Readonly<Record<Screen, Right>> = {
  stations: 'look',
  station: 'look',
  timeline: 'look',
  load: 'look',
  readiness: 'look',
  adoption: 'operate',
  transactions: 'look',
  transaction: 'look',
  desk: 'attend',
  online: 'look',
  till: 'seeMoney',
  payments: 'seeMoney',
  reports: 'seeMoney',
  vehicles: 'look',
  customers: 'look',
  recurring: 'look',
  import: 'operate',
  journal: 'look',
  settings: 'look',
}

/** What each section of the settings asks; what may be read by all, and changed by few, says so itself. */
export const rightsOfSections: Readonly<Record<SettingsSection, Right>> = {
  site: 'configure',
  grid: 'configure',
  bookings: 'configure',
  driver: 'attend',
  messages: 'look',
  payments: 'configure',
  till: 'supervise',
  accounting: 'seeMoney',
  tariffs: 'look',
  calendars: 'plan',
  tokens: 'look',
  connection: 'operate',
  users: 'supervise',
  appearance: 'anyone',
  about: 'look',
}
