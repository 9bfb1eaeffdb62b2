import type { SiteView } from '../../../shared/domain/visit/site-view.ts'
import type { VisitKind, VisitWish } from '../../../shared/domain/visit/visit.ts'
import { DAY, HOUR, type Instant, MINUTE } from '../../../shared/time/instant.ts'
import { instantOf, type Wall, wallOf } from '../time/site-time.ts'
import { firstNeed, type NeedForm, needOf, type NeedProblem } from './need-form.ts'

/** When somebody who charges now leaves: in so many hours, tomorrow morning, or at a time of their own. */
export type Leaving = 1 | 2 | 4 | 8 | 'morning' | 'other'

/** What somebody wants, as it is typed, by the site's clock. */
export interface WishForm {
  readonly kind: VisitKind
  /** Only at this connector; null: wherever there is one. */
  readonly place: string | null
  readonly need: NeedForm
  readonly leaving: Leaving
  readonly arrival: Wall
  readonly departure: Wall
  /** Any hours within it will do. */
  readonly isFlexible: boolean
}

export type WishProblem = NeedProblem | 'timeMissing' | 'departureBeforeArrival' | 'inThePast'

type Rules = Pick<SiteView['rules'], 'leadMin' | 'mostStayMin'>

/** A quarter of an hour: windows begin and end at one, where nobody says otherwise. */
const QUARTER = 15 * MINUTE
const MORNING = '06:00'

/** What the form begins with. */
export function firstWish(
  kind: VisitKind,
  place: string | null,
  { now, timeZone, rules }: Pick<SiteView, 'now' | 'timeZone'> & { readonly rules: Rules },
): WishForm {
  const begins =
    kind === 'now' ? now : Math.ceil((now + Math.max(rules.leadMin * MINUTE, HOUR)) / HOUR) * HOUR
  const stay = Math.min(2 * HOUR, rules.mostStayMin * MINUTE)
  return {
    ...{ kind, place, need: firstNeed, leaving: leavings(rules, now, timeZone)[1] ?? 'other' },
    arrival: wallOf(begins, timeZone),
    departure: wallOf(Math.ceil((begins + stay) / QUARTER) * QUARTER, timeZone),
    isFlexible: false,
  }
}

/** The ways to say when one leaves that the house rules leave open. */
export function leavings(rules: Pick<Rules, 'mostStayMin'>, now: Instant, zone: string): Leaving[] {
  const most = rules.mostStayMin * MINUTE
  const hours = ([1, 2, 4, 8] as const).filter((count) => count * HOUR <= most)
  const morning = morningAfter(now, zone)
  const reaches = morning - now <= most && morning - now > 2 * HOUR
  return [...hours, ...(reaches ? (['morning'] as const) : []), 'other']
}

/** Six in the morning tomorrow; today where the night isn't over yet. */
export function morningAfter(now: Instant, timeZone: string): Instant {
  const today = instantOf({ date: wallOf(now, timeZone).date, time: MORNING }, timeZone) ?? now
  if (today > now + HOUR) return today
  const { date } = wallOf(today + DAY, timeZone)
  return instantOf({ date, time: MORNING }, timeZone) ?? today + DAY
}

/** When somebody leaves who begins now. Rounded up to five minutes, as nobody says it more exactly. */
export function leavesAt(form: WishForm, now: Instant, timeZone: string): Instant | null {
  const { leaving } = form
  if (leaving === 'other') return instantOf(form.departure, timeZone)
  if (leaving === 'morning') return morningAfter(now, timeZone)
  return Math.ceil((now + leaving * HOUR) / (5 * MINUTE)) * 5 * MINUTE
}

/** The wish that a form tells, or all that is in its way. */
export function wishOf(
  form: WishForm,
  now: Instant,
  timeZone: string,
): { readonly wish: VisitWish } | { readonly problems: readonly WishProblem[] } {
  const need = needOf(form.need)
  const arrivesFrom = form.kind === 'now' ? now : instantOf(form.arrival, timeZone)
  const departsBy =
    form.kind === 'now' ? leavesAt(form, now, timeZone) : instantOf(form.departure, timeZone)
  const problems: WishProblem[] = typeof need === 'string' ? [need] : []
  if (arrivesFrom === null || departsBy === null) problems.push('timeMissing')
  else if (departsBy <= arrivesFrom) problems.push('departureBeforeArrival')
  else if (arrivesFrom < now - 5 * MINUTE) problems.push('inThePast')
  if (problems.length > 0 || typeof need === 'string' || arrivesFrom === null || departsBy === null)
    return { problems }
  return { wish: { need, arrivesFrom, departsBy } }
}

/** The form with another arrival: the departure stays as long after it as it was. */
export function withArrival(form: WishForm, arrival: Wall, timeZone: string): WishForm {
  const before = instantOf(form.arrival, timeZone)
  const after = instantOf(arrival, timeZone)
  const leaves = instantOf(form.departure, timeZone)
  if (before === null || after === null || leaves === null || leaves <= before)
    return { ...form, arrival }
  return { ...form, arrival, departure: wallOf(after + leaves - before, timeZone) }
}

/** A form that was kept, made fit for now: times that are past begin anew. */
export function freshened(form: WishForm, site: Parameters<typeof firstWish>[2]): WishForm {
  const arrives = instantOf(form.arrival, site.timeZone)
  if (arrives !== null && arrives > site.now) return form
  const { arrival, departure } = firstWish(form.kind, form.place, site)
  return { ...form, arrival, departure }
}
