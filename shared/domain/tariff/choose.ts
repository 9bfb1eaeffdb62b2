import type { Instant } from '../../time/instant.ts'
import type { Settlement } from '../bill/bill.ts'
import type { CustomerKind } from '../customer/customer.ts'
import type { Id } from '../id/id.ts'
import type { Tariff, TariffAssignment, TariffScope, TariffVersion } from './tariff.ts'
import { isInHours } from './hours.ts'

/** What is known of a stay when it begins, or is thought to. */
export interface StayFacts {
  readonly startsAt: Instant
  readonly stationId: Id | null
  readonly connectorId: number | null
  readonly customer: {
    readonly id: Id
    readonly kind: CustomerKind
    readonly group: string
  } | null
  readonly idToken: string | null
  /** Whether its driver lets the site choose the hours. */
  readonly isFlexible: boolean
}

/** The tariffs of a site, from which one is chosen. */
export interface TariffBook {
  readonly tariffs: readonly Pick<Tariff, 'id' | 'archivedAt'>[]
  readonly versions: readonly TariffVersion[]
  readonly assignments: readonly TariffAssignment[]
  readonly timeZone: string
}

/** Why a tariff was chosen: the most special thing about the stay that it was made for. */
export type ChosenBy =
  | 'idToken'
  | 'customer'
  | 'customerGroup'
  | 'flexible'
  | 'connector'
  | 'station'
  | 'hours'
  | 'site'

/** What holds for a stay. Without a version no price is set: then charging costs nothing, and that is to be said. */
export type ChosenTariff =
  | {
      readonly version: TariffVersion
      readonly assignment: TariffAssignment
      readonly by: ChosenBy
      /** The assignments that fit too and were less special or older, the next best first. */
      readonly overruled: readonly TariffAssignment[]
      readonly settlement: Settlement
    }
  | { readonly version: null; readonly settlement: Settlement }

/**
 * What an assignment can be made for, the most special first. What was agreed with a customer holds whatever they choose,
 * so those come first; a price for whoever is flexible is an offer to everybody, and would never be had if the plain price
 * of a connector, a station or some hours came before it.
 */
const SPECIAL_FIRST = [
  ['idToken', 'idToken'],
  ['customerId', 'customer'],
  ['customerGroup', 'customerGroup'],
  ['isFlexible', 'flexible'],
  ['connectorId', 'connector'],
  ['stationId', 'station'],
  ['hours', 'hours'],
] as const satisfies readonly (readonly [keyof TariffScope, ChosenBy])[]

/**
 * Which tariff holds for a stay, and who pays. Of all assignments that fit, the most special counts: one for the id token
 * before one for the customer, the customer's group, flexible drivers, the connector, the station, the hours, the whole
 * site; what they have alike is decided by the next thing in that order, and at last by which was made later. An
 * assignment whose tariff is put aside, or has no version at that time, counts as none.
 */
export function chooseTariff(book: TariffBook, stay: StayFacts): ChosenTariff {
  const put = new Set(
    book.tariffs.filter(({ archivedAt }) => archivedAt === null).map(({ id }) => id),
  )
  const fitting = book.assignments
    .filter((assignment) => put.has(assignment.tariffId) && fits(assignment, stay, book.timeZone))
    .toSorted(bySpecial)
  for (const [index, assignment] of fitting.entries()) {
    const version = versionAt(book.versions, assignment.tariffId, stay.startsAt)
    if (version === null) continue
    return {
      version,
      assignment,
      by: madeFor(assignment),
      overruled: fitting.slice(index + 1),
      settlement: assignment.settlement ?? usualSettlement(stay.customer),
    }
  }
  return { version: null, settlement: usualSettlement(stay.customer) }
}

/** The version of a tariff that holds at an instant: of those that do, the one that began last. */
export function versionAt(
  versions: readonly TariffVersion[],
  tariffId: Id,
  at: Instant,
): TariffVersion | null {
  let found: TariffVersion | null = null
  for (const version of versions) {
    if (version.tariffId !== tariffId || version.validFrom > at) continue
    if (version.validUntil !== null && version.validUntil <= at) continue
    if (found === null || isLater(version, found)) found = version
  }
  return found
}

/** The most special thing that an assignment is made for. */
export function madeFor(scope: TariffScope): ChosenBy {
  return SPECIAL_FIRST.find(([column]) => scope[column] !== null)?.[1] ?? 'site'
}

/** Who pays where nothing is said: a fleet by invoice, everybody else on the spot. */
export function usualSettlement(customer: { readonly kind: CustomerKind } | null): Settlement {
  return customer?.kind === 'fleet' ? 'invoice' : 'pay'
}

function fits(scope: TariffScope, stay: StayFacts, timeZone: string): boolean {
  return (
    isOf(scope.idToken?.toLowerCase(), stay.idToken?.toLowerCase()) &&
    isOf(scope.customerId, stay.customer?.id) &&
    isOf(scope.customerGroup?.toLowerCase(), stay.customer?.group.trim().toLowerCase()) &&
    isOf(scope.stationId, stay.stationId) &&
    isOf(scope.connectorId, stay.connectorId) &&
    isOf(scope.isFlexible, stay.isFlexible) &&
    (scope.hours === null || isInHours(scope.hours, stay.startsAt, timeZone))
  )
}

function isOf<T>(wanted: T | null | undefined, told: T | null | undefined): boolean {
  return wanted === null || wanted === undefined || wanted === told
}

/**
 * Orders assignments as they count: the more special first; of equals the one made later, and then the one with the
 * later id, so that it is always one.
 */
export function bySpecial(one: TariffAssignment, other: TariffAssignment): number {
  for (const [column] of SPECIAL_FIRST) {
    const difference = Number(other[column] !== null) - Number(one[column] !== null)
    if (difference !== 0) return difference
  }
  return other.createdAt - one.createdAt || (other.id > one.id ? 1 : -1)
}

function isLater(one: TariffVersion, other: TariffVersion): boolean {
  return (
    one.validFrom > other.validFrom ||
    (one.validFrom === other.validFrom && one.version > other.version)
  )
}
