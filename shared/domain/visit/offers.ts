import { DAY, type Instant, MINUTE } from '../../time/instant.ts'
import type { Settlement } from '../bill/bill.ts'
import type { Offer } from '../offer/offer.ts'
import { compareOffers } from '../offer/spread.ts'
import type { TariffWords } from '../tariff/words.ts'
import type { HouseRules } from './house-rules.ts'
import type { OfferLabel } from './site-view.ts'
import type { VisitKind, VisitWish } from './visit.ts'

/** How many windows a phone is shown. */
export const MOST_OFFERS = 8

/** What saves less than a hundredth isn't said to be cheaper. */
const WORTH_SAYING = 0.99

/** An offer with what it would cost its driver. */
export interface Priced extends Offer {
  /** Tax included; null where no price is set. */
  readonly priceMinor: number | null
  readonly currency: string
  readonly settlement: Settlement
  readonly words: TariffWords | null
}

/** An offer with what it is the best of. */
export interface LabelledOffer {
  readonly offer: Priced
  readonly labels: readonly OfferLabel[]
  readonly isFlexible: boolean
}

/**
 * The offers that a driver is shown: the soonest, the cheapest for the driver, the gentlest for the grid, each once with
 * all that it is the best of, then the stay for who lets the site choose the hours, then the others by time.
 * @param offers of stays as short as the need takes
 * @param flexible the whole time there is, priced for who doesn't mind when
 */
export function labelledOffers(
  offers: readonly Priced[],
  flexible: Priced | null,
  most = MOST_OFFERS,
): LabelledOffer[] {
  const best = new Map<Priced, OfferLabel[]>()
  const label = (offer: Priced | undefined, as: OfferLabel): void => {
    if (offer !== undefined) best.set(offer, [...(best.get(offer) ?? []), as])
  }
  const bySoonest = offers.toSorted(compareOffers('soonest'))
  const [soonest] = bySoonest
  label(soonest, 'soonest')
  const [cheapest] = bySoonest.toSorted((one, other) => costOf(one) - costOf(other))
  if (cheapest && soonest && costOf(cheapest) < costOf(soonest) * WORTH_SAYING)
    label(cheapest, 'cheapest')
  const [gentlest] = offers.toSorted(compareOffers('gentlest'))
  if (gentlest && soonest && gentlest.peakChangeW < soonest.peakChangeW) label(gentlest, 'gentlest')
  const firstOnes = [...best].map(([offer, labels]) => ({ offer, labels, isFlexible: false }))
  const whole =
    flexible === null ? [] : [{ offer: flexible, labels: ['flexible' as const], isFlexible: true }]
  const others = bySoonest
    .filter((offer) => !best.has(offer))
    .map((offer) => ({ offer, labels: [], isFlexible: false }))
  return [...firstOnes, ...whole, ...others].slice(0, most)
}

/** What a Wh of it costs: of a shorter stay that brings less nobody is told that it is cheaper. */
const costOf = ({ priceMinor, energyWh }: Priced): number =>
  (priceMinor ?? 0) / Math.max(1, energyWh)

/** The span in which windows are looked for; null where the house rules leave none. */
export function spanOf(
  wish: Pick<VisitWish, 'arrivesFrom' | 'departsBy'>,
  kind: VisitKind,
  { leadMin, aheadDays, mostStayMin }: Pick<HouseRules, 'leadMin' | 'aheadDays' | 'mostStayMin'>,
  now: Instant,
): { readonly from: Instant; readonly until: Instant } | null {
  if (kind === 'now') {
    const until = Math.min(wish.departsBy, now + mostStayMin * MINUTE)
    return until > now ? { from: now, until } : null
  }
  const from = Math.max(wish.arrivesFrom, now + leadMin * MINUTE)
  const until = Math.min(wish.departsBy, now + (aheadDays + 1) * DAY + mostStayMin * MINUTE)
  return until > from ? { from, until } : null
}
