import type { PlaceNow, SiteView } from '../../../shared/domain/visit/site-view.ts'
import type { TariffWords } from '../../../shared/domain/tariff/words.ts'

const RANK: Record<PlaceNow['state'], number> = { free: 0, taken: 1, outOfService: 2 }

/** What is of use first: what is free, then what will be soonest; by name among equals, as they come. */
export function byUse(places: readonly PlaceNow[]): PlaceNow[] {
  return [...places].sort(
    (one, other) =>
      RANK[one.state] - RANK[other.state] ||
      (one.freeAt ?? Infinity) - (other.freeAt ?? Infinity) ||
      0,
  )
}

/** A price with the connectors that it holds at, and what it is for who doesn't mind when. */
export interface PriceGroup {
  /** Null where no price is set. */
  readonly words: TariffWords | null
  readonly flexible: TariffWords | null
  /** Empty where it holds at all of them. */
  readonly names: readonly string[]
}

/** Each price of the site once, in the site's order. @param only the one connector that is asked about */
export function priceGroups(
  { places, prices, flexiblePrices }: Pick<SiteView, 'places' | 'prices' | 'flexiblePrices'>,
  only: string | null,
): PriceGroup[] {
  const asked = only === null ? places : places.filter(({ code }) => code === only)
  const at = (words: number | null) => asked.filter((place) => place.words === words)
  const groups = [...prices.keys(), null].flatMap((index): PriceGroup[] => {
    const there = at(index)
    if (there.length === 0) return []
    return [
      {
        words: index === null ? null : (prices[index] ?? null),
        flexible: index === null ? null : (flexiblePrices[index] ?? null),
        names: there.map(({ name }) => name),
      },
    ]
  })
  return groups.length === 1 ? groups.map((group) => ({ ...group, names: [] })) : groups
}
