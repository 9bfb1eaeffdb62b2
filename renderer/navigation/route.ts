import { journalFilterOf, journalSuffix } from './journal-address.ts'
import type { JournalFilter } from './journal-address.ts'

/** The sections of the settings. */
export const settingsSections = [
  'site',
  'grid',
  'bookings',
  'driver',
  'messages',
  'payments',
  'till',
  'accounting',
  'tariffs',
  'calendars',
  'tokens',
  'connection',
  'users',
  'appearance',
  'about',
] as const
export type SettingsSection = (typeof settingsSections)[number]

/** What the payments screen shows besides all payments. */
export const paymentTabs = [
  'unpaid',
  'refunds',
  'unknown',
  'disputes',
  'payouts',
  'ledger',
] as const
export type PaymentTab = (typeof paymentTabs)[number]

/** The parts of the reports; `open` is the day that is summed up, or what is chosen in the part. */
export const reportTabs = ['day', 'export', 'scheduled', 'invoices', 'bookkeeping'] as const
export type ReportTab = (typeof reportTabs)[number]

/** The parts of the till: the shift that is open, and the reports of those that are closed. */
export const tillTabs = ['shift', 'reports'] as const
export type TillTab = (typeof tillTabs)[number]

/** The address of all payments, where one of them is open. */
const ALL = 'all'

/** What a file can bring in: the noun of each kind. */
const importKinds = ['vehicle', 'idToken', 'booking'] as const
type ImportKind = (typeof importKinds)[number]

/** What `open` says where the form for a new thing is meant rather than a thing that is there. */
export const NEW = 'new'

/** What `open` says where the box of the desk is meant, to type what is looked for. */
export const FIND = 'find'

/** The readiness board as it hangs on a wall. */
const WALL = 'wall'

/** Every place in the window; `open` is the id of what its inspector shows, or `NEW`. */
export type Route =
  | { screen: 'stations' }
  | { screen: 'station'; stationId: string; tab?: string }
  | { screen: 'timeline'; open?: string }
  | { screen: 'load' }
  | { screen: 'readiness'; wall?: true }
  | { screen: 'adoption'; open?: string }
  | { screen: 'transactions' }
  | { screen: 'transaction'; transactionId: string }
  | { screen: 'desk'; open?: string }
  | { screen: 'online'; open?: string }
  | { screen: 'till'; tab?: TillTab; open?: string }
  | { screen: 'payments'; tab?: PaymentTab; open?: string }
  | { screen: 'reports'; tab?: ReportTab; open?: string }
  | { screen: 'vehicles'; open?: string }
  | { screen: 'customers'; open?: string }
  | { screen: 'recurring'; open?: string }
  | { screen: 'import'; kind?: ImportKind }
  | { screen: 'journal'; open?: string; filter?: JournalFilter }
  | { screen: 'settings'; section?: SettingsSection; open?: string }

export type Screen = Route['screen']

/** Where the window opens, and where an address nobody knows leads. */
export const home: Route = { screen: 'stations' }

/** The address of a place: `#/stations/<id>/<tab>`. */
export function formatRoute(route: Route): string {
  switch (route.screen) {
    case 'station':
      return address('stations', route.stationId, route.tab)
    case 'transaction':
      return address('transactions', route.transactionId)
    case 'payments':
      return address('payments', route.tab ?? (route.open ? ALL : undefined), route.open)
    case 'timeline':
    case 'desk':
    case 'online':
    case 'adoption':
    case 'vehicles':
    case 'customers':
      return address(route.screen, route.open)
    case 'recurring':
      return address('recurring', route.open)
    case 'readiness':
      return address('readiness', route.wall === true ? WALL : undefined)
    case 'import':
      return address('import', route.kind)
    case 'till':
    case 'reports':
      return address(route.screen, route.tab, route.tab ? route.open : undefined)
    case 'settings':
      return address('settings', route.section, route.section ? route.open : undefined)
    case 'journal':
      return `${address('journal', route.open)}${journalSuffix(route.filter)}`
    default:
      return address(route.screen)
  }
}

/** The place an address leads to; `home` when there is no such place. */
export function parseRoute(hash: string): Route {
  const [path = '', suffix = ''] = hash.split('?')
  const [screen, first, second] = path
    .replace(/^#?\/?/, '')
    .split('/')
    .map(decode)
  switch (screen) {
    case 'stations':
      if (!first) return { screen: 'stations' }
      return { screen: 'station', stationId: first, ...(second ? { tab: second } : {}) }
    case 'timeline':
    case 'desk':
    case 'online':
    case 'adoption':
    case 'vehicles':
    case 'customers':
      return { screen, ...(first ? { open: first } : {}) }
    case 'payments': {
      const tab = paymentTabs.find((known) => known === first)
      return {
        screen: 'payments',
        ...(tab ? { tab } : {}),
        ...(second && (tab || first === ALL) ? { open: second } : {}),
      }
    }
    case 'reports': {
      const tab = reportTabs.find((known) => known === first)
      if (!tab) return { screen: 'reports' }
      return { screen: 'reports', tab, ...(second ? { open: second } : {}) }
    }
    case 'till': {
      const tab = tillTabs.find((known) => known === first)
      if (!tab) return { screen: 'till' }
      return { screen: 'till', tab, ...(second ? { open: second } : {}) }
    }
    case 'transactions':
      return first ? { screen: 'transaction', transactionId: first } : { screen: 'transactions' }
    case 'recurring':
      return { screen: 'recurring', ...(first ? { open: first } : {}) }
    case 'load':
      return { screen: 'load' }
    case 'readiness':
      return { screen: 'readiness', ...(first === WALL ? { wall: true } : {}) }
    case 'import': {
      const kind = importKinds.find((known) => known === first)
      return { screen: 'import', ...(kind ? { kind } : {}) }
    }
    case 'journal': {
      const filter = journalFilterOf(suffix)
      return { screen: 'journal', ...(first ? { open: first } : {}), ...(filter ? { filter } : {}) }
    }
    case 'settings': {
      // Where the journal was before it had a screen of its own.
      if (first === 'journal') return { screen: 'journal', ...(second ? { open: second } : {}) }
      const section = settingsSections.find((known) => known === first)
      if (!section) return { screen: 'settings' }
      return { screen: 'settings', section, ...(second ? { open: second } : {}) }
    }
    default:
      return home
  }
}

function address(...parts: (string | undefined)[]): string {
  return `#/${parts
    .filter((part) => part !== undefined && part !== '')
    .map((part) => encodeURIComponent(part ?? ''))
    .join('/')}`
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}
