import type { VisitView } from '../../../shared/domain/visit/visit-view.ts'
import type { VisitWish } from '../../../shared/domain/visit/visit.ts'
import type { VisitOffer } from '../../../shared/domain/visit/site-view.ts'
import { type Instant, MINUTE } from '../../../shared/time/instant.ts'
import type { Input } from '../client/calls.ts'
import { instantOf, type Wall, wallOf } from '../time/site-time.ts'
import { type NeedForm, needFormOf, needOf } from '../wish/need-form.ts'

/** A booking as its driver would have it, as typed. */
export interface ChangeForm {
  readonly need: NeedForm
  readonly place: string
  readonly arrival: Wall
  readonly departure: Wall
  readonly isFlexible: boolean
}

export type Changes = Input<'checkChange'>

/** The form of a booking as it is. */
export function changeFormOf(view: VisitView): ChangeForm {
  const { place, arrivesAt, departsAt, wish, timeZone, isFlexible } = view
  return {
    ...{ need: needFormOf(wish.need), place: place?.code ?? '', isFlexible },
    arrival: wallOf(arrivesAt ?? wish.arrivesFrom, timeZone),
    departure: wallOf(departsAt ?? wish.departsBy, timeZone),
  }
}

/** What of a visit can still be changed: who is there already has come, and where. */
export function changeable({ bookingState, isPluggedIn, charge }: VisitView): {
  readonly arrival: boolean
  readonly place: boolean
} {
  const isAhead = bookingState === 'requested' || bookingState === 'confirmed'
  const isAway = isAhead && !isPluggedIn && charge === null
  return { arrival: isAway, place: isAway }
}

/** What of the form differs from how it is; null while something in it can't be read; empty where nothing differs. */
export function changesOf(view: VisitView, form: ChangeForm): Changes | null {
  const { timeZone } = view
  const before = changeFormOf(view)
  const need = needOf(form.need)
  const arrivesAt = instantOf(form.arrival, timeZone)
  const departsAt = instantOf(form.departure, timeZone)
  if (typeof need === 'string' || arrivesAt === null || departsAt === null) return null
  const isOther = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other)
  const may = changeable(view)
  return {
    ...(isOther(need, view.wish.need) ? { need } : {}),
    ...(may.place && form.place !== before.place ? { place: form.place } : {}),
    ...(may.arrival && isOther(form.arrival, before.arrival) ? { arrivesAt } : {}),
    ...(isOther(form.departure, before.departure) ? { departsAt } : {}),
    ...(form.isFlexible === before.isFlexible ? {} : { isFlexible: form.isFlexible }),
  }
}

/** Whether there is anything to change. */
export function isChange(changes: Changes | null): changes is Changes {
  return changes !== null && Object.keys(changes).length > 0
}

/** The form with the departure so many minutes later, or earlier. */
export function postponed(form: ChangeForm, minutes: number, timeZone: string): ChangeForm {
  const at = instantOf(form.departure, timeZone)
  return at === null ? form : { ...form, departure: wallOf(at + minutes * MINUTE, timeZone) }
}

/** The form with what is offered instead. */
export function withOffer(form: ChangeForm, offer: VisitOffer, timeZone: string): ChangeForm {
  return {
    ...form,
    ...{ place: offer.place.code, isFlexible: offer.isFlexible },
    arrival: wallOf(offer.arrivesAt, timeZone),
    departure: wallOf(offer.departsAt, timeZone),
  }
}

/** What is wished for where other times are asked for; null while something can't be read. */
export function otherWishOf(form: ChangeForm, timeZone: string, now: Instant): VisitWish | null {
  const need = needOf(form.need)
  const arrives = instantOf(form.arrival, timeZone)
  const departsBy = instantOf(form.departure, timeZone)
  if (typeof need === 'string' || arrives === null || departsBy === null) return null
  return { need, arrivesFrom: Math.max(arrives, now), departsBy }
}
