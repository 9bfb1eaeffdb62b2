import type { PlaceView, VisitOffer } from '../../../shared/domain/visit/site-view.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { Icon, type IconName } from '../parts/icon.tsx'
import { idleShort } from '../words/price-words.ts'
import { type Says, useSays } from '../words/words.ts'
import { sharesOf } from './offer-choice.ts'

const icons: Record<VisitOffer['labels'][number], IconName> = {
  soonest: 'bolt',
  cheapest: 'coin',
  gentlest: 'leaf',
  flexible: 'clock',
}

/** A window that can be promised, as one big place to press. */
export function OfferCard({
  offer,
  now,
  pays,
  onChoose,
}: {
  offer: VisitOffer
  now: Instant
  pays: 'online' | 'atDesk'
  onChoose: () => void
}) {
  const says = useSays()
  const { words, format } = says
  const say = words.site.offers
  const idle = offer.words === null ? '' : idleShort(offer.words, says)
  return (
    <button type="button" class="card offer" onClick={onChoose}>
      {offer.labels.length > 0 && (
        <span class="labels">
          {offer.labels.map((label) => (
            <span key={label} class="label">
              <Icon name={icons[label]} /> {say.label[label]}
            </span>
          ))}
        </span>
      )}
      <span class="offer-lead">
        <span class="offer-time">{format.stretch(offer.arrivesAt, offer.departsAt, now)}</span>
        <span class="offer-price">{priceOf(offer, says)}</span>
      </span>
      <span class="offer-more">
        <span>{say.energy(format.kWh(offer.energyWh))}</span>
        <span>{placeWords(offer.place, says)}</span>
      </span>
      <span class="offer-pay">{payWords(offer, pays, says)}</span>
      {idle !== '' && <span class="offer-idle">{idle}</span>}
    </button>
  )
}

/** What an offer costs in all. */
export function priceOf({ price }: Pick<VisitOffer, 'price'>, { words, format }: Says): string {
  return price === null || price.inclMinor === 0
    ? words.site.offers.free
    : format.money(price.inclMinor, price.currency)
}

/** What of it is paid now, and what afterwards. */
export function payWords(
  offer: Pick<VisitOffer, 'price' | 'depositMinor'>,
  pays: 'online' | 'atDesk',
  { words, format }: Says,
): string {
  const say = words.site.offers
  if (offer.price === null || offer.price.inclMinor === 0) return say.payLater
  const { currency } = offer.price
  const { nowMinor, laterMinor } = sharesOf(offer, pays)
  if (nowMinor === 0) return say.payLater
  const sum = format.money(nowMinor, currency)
  return laterMinor > 0 ? say.payNowRest(sum, format.money(laterMinor, currency)) : say.payNow(sum)
}

/** A connector by name, with its plug and power. */
export function placeWords(place: PlaceView, { words, format }: Says): string {
  const { name, standard, maxPowerW } = place
  const plug = standard === null ? '' : words.common.plugs[standard]
  const power = maxPowerW === null ? '' : format.kW(maxPowerW)
  return [name, [plug, power].filter(Boolean).join(' ')].filter(Boolean).join(' · ')
}
