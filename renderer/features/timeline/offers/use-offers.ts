import type { PricedOffer } from '../../../../shared/domain/offer/offer.ts'
import { useQuery } from '../../../live/use-query.ts'
import { useClient } from '../../../live/use-live.ts'
import type { Wish } from './wish-form.ts'

export type FoundOffers = { readonly offers: readonly PricedOffer[]; readonly mostWh: number }

/** The windows that can be promised for a wish; asked again when the wish is another. */
export function useOffers(wish: Wish | null) {
  const hub = useClient()
  return useQuery<FoundOffers | null>(JSON.stringify(wish), (signal) =>
    wish === null ? Promise.resolve(null) : hub.offer.find(wish, { signal }),
  )
}
