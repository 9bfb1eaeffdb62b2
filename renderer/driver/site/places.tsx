import { useState } from 'preact/hooks'
import type { PlaceNow, SiteView } from '../../../shared/domain/visit/site-view.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { Button } from '../parts/button.tsx'
import { placeWords } from '../wish/offer-card.tsx'
import { useSays } from '../words/words.ts'
import { byUse } from './place-order.ts'

/** So many are shown before somebody asks for all. */
const FEW = 6

/** Every connector and how it is, those that are free first. */
export function Places({ site, now, here }: { site: SiteView; now: Instant; here: string | null }) {
  const says = useSays()
  const say = says.words.site
  const [showsAll, setShowsAll] = useState(false)
  const places = byUse(site.places.filter(({ code }) => code !== here))
  const shown = showsAll || places.length <= FEW + 1 ? places : places.slice(0, FEW)
  if (places.length === 0) return null
  return (
    <section aria-labelledby="places">
      <h2 id="places">{say.connectors}</h2>
      <ul class="places">
        {shown.map((place) => (
          <li key={place.code}>
            <span class="place-name">{place.name}</span>
            <span class="soft place-kind">{placeWords({ ...place, name: '' }, says)}</span>
            <PlaceState place={place} now={now} />
          </li>
        ))}
      </ul>
      {places.length > FEW + 1 && (
        <Button kind="quiet" onPress={() => setShowsAll(!showsAll)}>
          {showsAll ? say.fewConnectors : say.allConnectors(places.length)}
        </Button>
      )}
    </section>
  )
}

/** How a connector is: colour, shape and word. */
export function PlaceState({ place, now }: { place: PlaceNow; now: Instant }) {
  const { words, format } = useSays()
  const say = words.site.state
  return (
    <span class={`state ${place.state}`}>
      <span class="dot" aria-hidden="true" />
      {place.state === 'free'
        ? place.freeUntil !== null
          ? say.freeUntil(format.moment(place.freeUntil, now))
          : place.isPluggedIn
            ? say.plugged
            : say.free
        : place.state === 'taken'
          ? place.freeAt === null
            ? say.taken
            : say.takenUntil(format.moment(place.freeAt, now))
          : say.outOfService}
    </span>
  )
}
