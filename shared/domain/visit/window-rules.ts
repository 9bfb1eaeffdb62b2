import { DAY, type Instant, MINUTE } from '../../time/instant.ts'
import type { HouseRules } from './house-rules.ts'
import type { VisitRefusal } from './refusal.ts'
import type { VisitKind } from './visit.ts'

/** A phone's clock, and the minute that it takes to choose, are not held against anybody. */
const PATIENCE_MS = 5 * MINUTE

type Rules = Pick<
  HouseRules,
  'takesNow' | 'takesAhead' | 'leadMin' | 'aheadDays' | 'leastStayMin' | 'mostStayMin'
>

/** A window that somebody wants from a phone. */
export interface WishedWindow {
  readonly kind: VisitKind
  readonly arrivesAt: Instant
  readonly departsAt: Instant
}

/** What of the house rules is in the way of a window; empty where nothing is. */
export function windowRefusals(
  { kind, arrivesAt, departsAt }: WishedWindow,
  rules: Rules,
  now: Instant,
): VisitRefusal[] {
  if (kind === 'now' ? !rules.takesNow : !rules.takesAhead) return [{ code: 'notTaken' }]
  if (departsAt <= arrivesAt) return [{ code: 'departureBeforeArrival' }]
  const refusals: VisitRefusal[] = []
  const { leadMin, aheadDays } = rules
  if (kind === 'ahead') {
    if (arrivesAt < now - PATIENCE_MS) refusals.push({ code: 'inThePast' })
    else if (arrivesAt < now + leadMin * MINUTE - PATIENCE_MS)
      refusals.push({ code: 'tooSoon', leadMin })
    if (arrivesAt > now + aheadDays * DAY) refusals.push({ code: 'tooFarAhead', aheadDays })
  }
  return [...refusals, ...lengthRefusals(departsAt - arrivesAt, rules)]
}

/** What of the house rules is in the way of a stay of that length. */
export function lengthRefusals(
  lengthMs: number,
  { leastStayMin, mostStayMin }: Pick<Rules, 'leastStayMin' | 'mostStayMin'>,
): VisitRefusal[] {
  if (lengthMs < leastStayMin * MINUTE) return [{ code: 'tooShort', leastStayMin }]
  if (lengthMs > mostStayMin * MINUTE) return [{ code: 'tooLong', mostStayMin }]
  return []
}
