import type { TariffAssignmentInput } from '../../../../shared/contract/tariff.ts'
import type { Settlement } from '../../../../shared/domain/bill/bill.ts'
import { minuteOfClock, typedClock } from '../../../ui/input/typed-clock.ts'

/** What an assignment can be for; any of them only at certain hours. */
export const scopeKinds = [
  'site',
  'station',
  'connector',
  'customer',
  'customerGroup',
  'idToken',
] as const
export type ScopeKind = (typeof scopeKinds)[number]

export interface TypedWindow {
  readonly weekdays: readonly number[]
  readonly from: string
  readonly until: string
}

/** The form of whom a tariff is for. */
export interface AssignmentForm {
  readonly tariffId: string | null
  readonly kind: ScopeKind
  readonly stationId: string | null
  readonly connectorId: string | null
  readonly customerId: string | null
  readonly customerGroup: string
  readonly idToken: string
  /** Only for drivers who let the site choose the hours. */
  readonly isFlexible: boolean
  /** Null: at any hour. */
  readonly hours: TypedWindow | null
  readonly settlement: Settlement | null
}

export type AssignmentFlaw =
  | 'tariffId'
  | 'stationId'
  | 'connectorId'
  | 'customerId'
  | 'customerGroup'
  | 'idToken'
  | 'days'
  | 'times'

export const emptyAssignment: AssignmentForm = {
  tariffId: null,
  kind: 'site',
  stationId: null,
  connectorId: null,
  customerId: null,
  customerGroup: '',
  idToken: '',
  isFlexible: false,
  hours: null,
  settlement: null,
}

export const usualHours: TypedWindow = { weekdays: [1, 2, 3, 4, 5], from: '22:00', until: '06:00' }

/** What is wrong with the form; empty when it may be sent. */
export function assignmentFlaws(form: AssignmentForm): AssignmentFlaw[] {
  const { kind, hours } = form
  const flaws: AssignmentFlaw[] = []
  if (form.tariffId === null) flaws.push('tariffId')
  if ((kind === 'station' || kind === 'connector') && form.stationId === null)
    flaws.push('stationId')
  if (kind === 'connector' && form.connectorId === null) flaws.push('connectorId')
  if (kind === 'customer' && form.customerId === null) flaws.push('customerId')
  const group = form.customerGroup.trim()
  if (kind === 'customerGroup' && (group === '' || group.length > 60)) flaws.push('customerGroup')
  const token = form.idToken.trim()
  if (kind === 'idToken' && (token === '' || token.length > 20)) flaws.push('idToken')
  if (hours?.weekdays.length === 0) flaws.push('days')
  if (hours && windowOf(hours) === null) flaws.push('times')
  return flaws
}

/** The form as the contract takes it; null while something is wrong with it. */
export function assignmentInputOf(form: AssignmentForm): TariffAssignmentInput | null {
  const { tariffId, kind, stationId, connectorId, customerId, settlement } = form
  if (tariffId === null || assignmentFlaws(form).length > 0) return null
  const window = form.hours && windowOf(form.hours)
  return {
    tariffId,
    stationId: kind === 'station' || kind === 'connector' ? stationId : null,
    connectorId: kind === 'connector' ? Number(connectorId) : null,
    customerId: kind === 'customer' ? customerId : null,
    customerGroup: kind === 'customerGroup' ? form.customerGroup.trim() : null,
    idToken: kind === 'idToken' ? form.idToken.trim() : null,
    isFlexible: form.isFlexible || null,
    hours: window && [window],
    settlement,
  }
}

function windowOf({ weekdays, from, until }: TypedWindow) {
  const [begins, ends] = [typedClock(from), typedClock(until, true)]
  if (begins === null || ends === null || begins === ends) return null
  return { weekdays: [...weekdays], from: minuteOfClock(begins), until: minuteOfClock(ends) }
}
