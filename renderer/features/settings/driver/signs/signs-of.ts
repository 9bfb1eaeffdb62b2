import type { Id } from '../../../../../shared/domain/id/id.ts'
import type { TariffWords } from '../../../../../shared/domain/tariff/words.ts'
import type { SignKind } from './sign-layout.ts'
import type { Sign } from './sign-page.tsx'

/** A connector with what stands on its sign, as the hub tells it. */
export type SignPlaces = readonly {
  readonly stationId: Id
  readonly connectorId: number
  readonly name: string
  readonly code: string
  readonly url: string | null
}[]

/** The most different prices that a sign has room for. */
const MOST_PRICES = 2

/**
 * The signs that are to be printed: the site's own, or one for each connector that was chosen and has an address.
 * @param chosen the codes of connectors; null: all
 * @param wordsAt what charging costs at a connector; null where that isn't told
 */
export function signsOf(
  kind: SignKind,
  { siteUrl, places }: { readonly siteUrl: string; readonly places: SignPlaces },
  chosen: ReadonlySet<string> | null,
  wordsAt: (stationId: Id, connectorId: number) => TariffWords | null,
): Sign[] {
  if (kind === 'entrance') {
    const all = places.flatMap(
      ({ stationId, connectorId }) => wordsAt(stationId, connectorId) ?? [],
    )
    return [{ key: 'site', place: null, url: siteUrl, prices: eachOnce(all) }]
  }
  return places.flatMap(({ stationId, connectorId, name, code, url }): Sign[] => {
    if (url === null || (chosen !== null && !chosen.has(code))) return []
    const words = wordsAt(stationId, connectorId)
    return [{ key: code, place: { name, code }, url, prices: words === null ? [] : [words] }]
  })
}

/** Prices that differ, each once; none where there are more than a sign has room for. */
function eachOnce(all: readonly TariffWords[]): TariffWords[] {
  const told = new Map(all.map((words) => [JSON.stringify(words), words]))
  return told.size > MOST_PRICES ? [] : [...told.values()]
}
