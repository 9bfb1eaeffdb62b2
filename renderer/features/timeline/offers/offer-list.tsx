import { Skeleton, Stack } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { PricedOffer } from '../../../../shared/domain/offer/offer.ts'
import { inWords } from '../../../i18n/format.ts'
import { type Format, useFormat } from '../../../i18n/use-format.ts'
import type { Query } from '../../../live/use-query.ts'
import { useRows } from '../../../live/use-live.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { useStretchWords } from '../../../ui/words/stretch-words.ts'
import { usePlaceOptions } from '../form/place-options.ts'
import type { FoundOffers } from './use-offers.ts'
import type { Wish } from './wish-form.ts'

/** The windows that can be promised, one to be chosen; Enter or a double click takes it at once. */
export function OfferList({
  found,
  wish,
  chosen,
  onChoose,
  onTake,
}: {
  found: Query<FoundOffers | null>
  wish: Wish
  chosen: PricedOffer | null
  onChoose: (offer: PricedOffer) => void
  onTake: () => void
}) {
  const { t } = useTranslation('offer')
  const format = useFormat()
  if (found.state === 'failed') return <ErrorNote error={found.error} onRetry={found.reload} />
  const { data } = found
  if (found.state === 'loading' || data === undefined || data === null)
    return (
      <Stack gap={6} aria-busy="true" role="status" aria-label={t('looking')}>
        {[0, 1, 2, 3].map((row) => (
          <Skeleton key={row} height={48} />
        ))}
      </Stack>
    )
  if (data.offers.length === 0)
    return (
      <div className="lp-offer-none" role="status">
        <strong>{t('none')}</strong>
        <p>
          {wish.need !== null && data.mostWh > 0
            ? t('mostIs', { most: inWords(format.energy(data.mostWh)) })
            : t('noneText')}
        </p>
      </div>
    )
  return (
    <>
      <div
        className="lp-offers"
        role="radiogroup"
        aria-label={t('offers')}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || chosen === null) return
          event.preventDefault()
          onTake()
        }}
      >
        {data.offers.map((offer) => (
          <OfferCard
            key={`${offer.stationId}/${offer.connectorId}/${offer.arrivesAt}`}
            offer={offer}
            chosen={offer === chosen}
            onChoose={() => onChoose(offer)}
            onTake={onTake}
          />
        ))}
      </div>
      <p className="lp-soft">{t('promised')}</p>
    </>
  )
}

function OfferCard({
  offer,
  chosen,
  onChoose,
  onTake,
}: {
  offer: PricedOffer
  chosen: boolean
  onChoose: () => void
  onTake: () => void
}) {
  const { t } = useTranslation('offer')
  const format = useFormat()
  const stretchOf = useStretchWords()
  const places = usePlaceOptions()
  const currency = useRows('site')[0]?.currency ?? ''
  const { stationId, connectorId, arrivesAt, departsAt, energyWh, peakChangeW } = offer
  const place = places.find(({ value }) => value === `${stationId}/${connectorId}`)?.label ?? ''
  const cost = priceWords(offer, currency, format, t)
  const facts = [
    inWords(format.energy(energyWh)),
    ...(cost === null ? [] : [cost]),
    peakChangeW === 0 ? t('samePeak') : t('peak', { power: inWords(format.power(peakChangeW)) }),
  ]
  return (
    <label className="lp-offer" data-chosen={chosen || undefined} onDoubleClick={onTake}>
      <input type="radio" name="offer" checked={chosen} onChange={onChoose} />
      <span className="lp-offer-when">{stretchOf(arrivesAt, departsAt)}</span>
      <span className="lp-offer-where">{place}</span>
      <span className="lp-offer-facts">{facts.join(' · ')}</span>
    </label>
  )
}

/** What whoever charges would pay; where no price is set what the energy costs the site, as far as that is known. */
function priceWords(
  { price, costMinor }: PricedOffer,
  siteCurrency: string,
  format: Format,
  t: TFunction<'offer'>,
): string | null {
  if (price !== null) return t('price', { amount: format.money(price.inclMinor, price.currency) })
  return costMinor === null ? null : t('cost', { amount: format.money(costMinor, siteCurrency) })
}
