import type { PlaceNow, SiteView } from '../../../shared/domain/visit/site-view.ts'
import { Icon } from '../parts/icon.tsx'
import { leadPrice, priceLines } from '../words/price-words.ts'
import { useSays } from '../words/words.ts'
import { priceGroups } from './place-order.ts'

/** What charging costs, in words, before anything else is asked. */
export function Prices({ site, place }: { site: SiteView; place: PlaceNow | null }) {
  const says = useSays()
  const say = says.words.site
  const groups = priceGroups(site, place?.code ?? null)
  if (groups.length === 0) return null
  return (
    <section aria-labelledby="prices">
      <h2 id="prices">{say.prices}</h2>
      {groups.map(({ words, flexible, names }, index) => (
        <div key={index} class="price">
          {names.length > 0 && <h3>{say.priceAt(fewNames(names, say.andMore))}</h3>}
          {words === null ? (
            <p>{says.words.price.none}</p>
          ) : (
            <ul class="price-lines">
              {priceLines(words, says).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
          {flexible !== null && (
            <p class="flexible-price">
              <Icon name="clock" />
              <span>
                <strong>{leadPrice(flexible, says)}</strong> {say.flexiblePrices}
              </span>
            </p>
          )}
        </div>
      ))}
    </section>
  )
}

/** The first few names, and how many there are beside. */
function fewNames(names: readonly string[], andMore: (count: number) => string): string {
  return names.length <= 5
    ? names.join(', ')
    : `${names.slice(0, 4).join(', ')} ${andMore(names.length - 4)}`
}
