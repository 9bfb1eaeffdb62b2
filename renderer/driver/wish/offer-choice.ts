import type { OfferLabel, VisitOffer } from '../../../shared/domain/visit/site-view.ts'

/** The offers that are shown at once: the best of each kind, whichever was asked for first; and how many there are beside. */
export function shownOffers(
  offers: readonly VisitOffer[],
  wantsFlexible: boolean,
  showsAll: boolean,
): { readonly shown: readonly VisitOffer[]; readonly more: number } {
  const first: OfferLabel = wantsFlexible ? 'flexible' : 'soonest'
  const best = offers.filter(({ labels }) => labels.length > 0)
  const others = offers.filter(({ labels }) => labels.length === 0)
  const leading = best.filter(({ labels }) => labels.includes(first))
  const following = best.filter(({ labels }) => !labels.includes(first))
  const ordered = [...leading, ...following]
  // Where nothing is the best of anything, something is shown all the same.
  const least = ordered.length === 0 ? others.slice(0, 3) : ordered
  return showsAll || least.length === offers.length
    ? { shown: [...ordered, ...others], more: 0 }
    : { shown: least, more: offers.length - least.length }
}

/** What of an offer is paid while booking, and what afterwards, minor units. */
export function sharesOf(
  offer: Pick<VisitOffer, 'price' | 'depositMinor'>,
  pays: 'online' | 'atDesk',
): { readonly nowMinor: number; readonly laterMinor: number } {
  const priceMinor = offer.price?.inclMinor ?? 0
  const nowMinor = pays === 'online' ? Math.min(offer.depositMinor, priceMinor) : 0
  return { nowMinor, laterMinor: priceMinor - nowMinor }
}

/** Which ways to pay for an offer the site leaves open; free offers need none. */
export function waysToPay(
  offer: Pick<VisitOffer, 'price'> | null,
  site: {
    readonly mode: string
    readonly rules: { readonly paysOnline: boolean; readonly paysAtDesk: boolean }
  },
): ('online' | 'atDesk')[] {
  const { paysOnline, paysAtDesk } = site.rules
  const isFree = offer !== null && (offer.price === null || offer.price.inclMinor === 0)
  const online = paysOnline && (isFree || (site.mode !== 'none' && site.mode !== 'local'))
  return [...(online ? (['online'] as const) : []), ...(paysAtDesk ? (['atDesk'] as const) : [])]
}

/** The same window among newer offers, with what it costs now. */
export function sameWindow(offers: readonly VisitOffer[], offer: VisitOffer): VisitOffer | null {
  return (
    offers.find(
      ({ place, arrivesAt, departsAt, isFlexible }) =>
        place.code === offer.place.code &&
        isFlexible === offer.isFlexible &&
        departsAt === offer.departsAt &&
        // What begins now begins a little later each time that it is asked for.
        Math.abs(arrivesAt - offer.arrivesAt) < 10 * 60_000,
    ) ?? null
  )
}
