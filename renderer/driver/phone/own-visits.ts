import type { VisitState } from '../../../shared/domain/visit/visit.ts'
import type { VisitView } from '../../../shared/domain/visit/visit-view.ts'
import { DAY, type Instant } from '../../../shared/time/instant.ts'
import { isObject, keep, kept } from './storage.ts'

/** A visit that was booked or opened on this phone, as it was seen last. */
export interface OwnVisit {
  readonly token: string
  readonly id: string
  readonly state: VisitState
  readonly isCharging: boolean
  readonly arrivesAt: Instant | null
  readonly departsAt: Instant | null
  readonly expiresAt: Instant
  readonly seenAt: Instant
}

const NAME = 'visits'
const MOST = 12

/** This phone's visits, the one seen last first. */
export function ownVisits(now: Instant): OwnVisit[] {
  const rows = kept(NAME)
  return Array.isArray(rows) ? rows.filter(isOwn).filter(({ expiresAt }) => expiresAt > now) : []
}

/** Those of which something is still to come. */
export function openOnes(visits: readonly OwnVisit[], now: Instant): OwnVisit[] {
  return visits.filter(
    ({ state, departsAt }) => state !== 'over' && (departsAt === null || departsAt > now - DAY),
  )
}

/** Remembers a visit as it is now. */
export function rememberVisit(token: string, view: VisitView): void {
  const own: OwnVisit = {
    ...{ token, id: view.id, state: view.state, isCharging: view.charge !== null },
    ...{ arrivesAt: view.arrivesAt, departsAt: view.departsAt },
    ...{ expiresAt: view.expiresAt, seenAt: view.now },
  }
  keep(NAME, withVisit(ownVisits(view.now), own))
}

/** Forgets a link that opens nothing any more. */
export function forgetVisit(token: string, now: Instant): void {
  keep(
    NAME,
    ownVisits(now).filter((own) => own.token !== token),
  )
}

/** The list with a visit first, once, whichever of its links was kept. */
export function withVisit(visits: readonly OwnVisit[], own: OwnVisit): OwnVisit[] {
  const others = visits.filter(({ id, token }) => id !== own.id && token !== own.token)
  return [own, ...others].slice(0, MOST)
}

function isOwn(row: unknown): row is OwnVisit {
  return (
    isObject(row) &&
    typeof row['token'] === 'string' &&
    typeof row['id'] === 'string' &&
    typeof row['state'] === 'string' &&
    typeof row['expiresAt'] === 'number'
  )
}
