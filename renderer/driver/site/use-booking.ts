import { useRef, useState } from 'preact/hooks'
import type { SiteView, VisitOffer } from '../../../shared/domain/visit/site-view.ts'
import type { VisitKind, VisitPays, VisitWish } from '../../../shared/domain/visit/visit.ts'
import type { VisitView } from '../../../shared/domain/visit/visit-view.ts'
import type { Output } from '../client/calls.ts'
import type { Failure } from '../client/failure.ts'
import { type Act, useAct } from '../client/use-act.ts'
import { type Draft, keepDraft, keptDraft, type Pending, type Who } from '../phone/draft.ts'
import { newId } from '../phone/new-id.ts'
import { sameWindow } from '../wish/offer-choice.ts'
import { firstWish, freshened, type WishForm, wishOf } from '../wish/wish-form.ts'
import type { Language } from '../words/language.ts'

/** What the hub could promise, and for what. */
export interface Answer extends Output<'offers'> {
  readonly wish: VisitWish
}

export interface Booking {
  readonly act: Act
  readonly form: WishForm | null
  readonly answer: Answer | null
  readonly chosen: VisitOffer | null
  readonly who: Who
  readonly pending: Pending | null
  /** Why what was chosen can't be had, as the hub said when it was asked for. */
  readonly refused: Failure | null
  readonly begin: (kind: VisitKind, place: string | null) => void
  readonly edit: (form: WishForm) => void
  readonly setWho: (who: Who) => void
  readonly choose: (offer: VisitOffer | null) => void
  /** Asks what can be had; true where there is an answer. */
  readonly search: (form: WishForm) => Promise<boolean>
  /** Sends it. Tells where to go on: at the offers where others can be had instead. */
  readonly send: (pending: Pending) => Promise<'booked' | 'offers' | 'here'>
  readonly pendingOf: (pays: VisitPays, language: Language) => Pending | null
  readonly drop: () => void
}

/** A booking on its way, from a wish to the visit that it becomes. */
export function useBooking(
  site: SiteView,
  now: number,
  onBooked: (token: string, view: VisitView) => void,
): Booking {
  const [draft, setDraft] = useState<Draft>(() => keptDraft(now))
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [chosen, setChosen] = useState<VisitOffer | null>(null)
  const [refused, setRefused] = useState<Failure | null>(null)
  const act = useAct()
  // One id for all that is sent until something is booked: an answer that got lost can't become a second booking.
  const idRef = useRef<string>(draft.pending?.input.id ?? newId())

  const put = (changes: Partial<Draft>): void => {
    const next = { ...draft, ...changes, at: now }
    setDraft(next)
    keepDraft(next)
  }

  const search = async (form: WishForm): Promise<boolean> => {
    const told = wishOf(form, now, site.timeZone)
    if (!('wish' in told)) return false
    setRefused(null)
    const outcome = await act.run('offers', {
      ...{ ...told.wish, kind: form.kind, plate: draft.who.plate },
      ...(form.place === null ? {} : { place: form.place }),
    })
    if (outcome === null || !outcome.ok) return false
    setAnswer({ ...outcome.value, wish: told.wish })
    return true
  }

  const pendingOf = (pays: VisitPays, language: Language): Pending | null => {
    const { wish: form, who } = draft
    if (form === null || answer === null) return null
    const shared = { id: idRef.current, wish: answer.wish, ...who, language, pays }
    if (chosen === null) return { name: 'wait', input: shared }
    const { place, arrivesAt, departsAt, isFlexible, price } = chosen
    const window = { place: place.code, arrivesAt, departsAt, isFlexible }
    const seenMinor = price?.inclMinor ?? null
    return { name: 'book', input: { ...shared, ...window, kind: form.kind, seenMinor } }
  }

  const send = async (pending: Pending): Promise<'booked' | 'offers' | 'here'> => {
    setRefused(null)
    put({ pending })
    const outcome =
      pending.name === 'book'
        ? await act.run('book', pending.input)
        : await act.run('wait', pending.input)
    if (outcome === null) return 'here'
    if (outcome.ok) {
      idRef.current = newId()
      put({ pending: null, wish: null })
      onBooked(outcome.value.token, outcome.value.visit)
      return 'booked'
    }
    const { failure } = outcome
    if (failure.kind === 'unreachable') return 'here'
    put({ pending: null })
    setRefused(failure)
    if (failure.kind !== 'refused' || answer === null) return 'here'
    const isDearer = failure.refusals.some(({ code }) => code === 'priceChanged')
    const { offers } = failure
    const anew = chosen === null ? null : sameWindow(offers, chosen)
    if (offers.length > 0) setAnswer({ ...answer, offers: [...offers], refusals: [] })
    if (isDearer && anew !== null) {
      setChosen(anew)
      return 'here'
    }
    return offers.length > 0 ? 'offers' : 'here'
  }

  return {
    ...{ act, answer, chosen, refused, search, send, pendingOf },
    form: draft.wish,
    who: draft.who,
    pending: draft.pending,
    begin: (kind, place) => {
      const kept = draft.wish
      const goesOn = kept !== null && kept.kind === kind
      put({
        wish: goesOn
          ? freshened({ ...kept, place }, { ...site, now })
          : firstWish(kind, place, { ...site, now }),
      })
      setAnswer(null)
      setChosen(null)
      setRefused(null)
      act.forget()
    },
    edit: (wish) => put({ wish }),
    setWho: (who) => put({ who }),
    choose: (offer) => {
      setChosen(offer)
      setRefused(null)
      act.forget()
    },
    drop: () => {
      idRef.current = newId()
      put({ pending: null })
      act.forget()
    },
  }
}
