import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hrefOf } from '../../../navigation/use-route.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { PanelSkeleton } from '../../../ui/frame/skeletons.tsx'
import { usePlaceName } from '../use-names.ts'
import { PlaceWords } from './place-words.tsx'
import { samePlace } from './strip-form.ts'
import { StripPart } from './strip-part.tsx'
import { digitAt, Tile } from './tile.tsx'
import type { Strip } from './use-strip.ts'

/** So many are shown at first: those that the number keys reach. */
const SHOWN = 10

/** Where it charges: the connectors that are free now, those with a car plugged in first. */
export function PlacePart({ strip }: { strip: Strip }) {
  const { t } = useTranslation('desk')
  const placeName = usePlaceName()
  const [all, setAll] = useState(false)
  const { form, places } = strip
  const isNow = form.step === 'place'
  const shown = all ? places : places?.slice(0, SHOWN)
  const chosen = places?.findIndex((place) => samePlace(place, form.place)) ?? -1
  // What lies behind them is shown as soon as it is the one.
  const rows = shown !== undefined && chosen >= shown.length ? places : shown
  return (
    <StripPart step="place" title={t('strip.where')} isNow={isNow} isGroup>
      {rows?.map((place, index) => (
        <Tile
          key={`${place.stationId}/${place.connectorId}`}
          isChosen={index === chosen}
          isFirstStop={index === Math.max(0, chosen)}
          digit={isNow ? digitAt(index) : null}
          onChoose={() =>
            strip.choose({
              step: 'place',
              place: { stationId: place.stationId, connectorId: place.connectorId },
            })
          }
        >
          <strong>{placeName(place)}</strong>
          <PlaceWords place={place} />
        </Tile>
      ))}
      {places === undefined && strip.placesError === undefined ? (
        <PanelSkeleton height={120} />
      ) : null}
      <ErrorNote error={strip.placesError} />
      {places?.length === 0 ? <p className="lp-soft">{t('strip.nothingFree')}</p> : null}
      {places !== undefined && rows !== undefined && places.length > rows.length ? (
        <Button variant="default" className="lp-dk-more" onClick={() => setAll(true)}>
          {t('strip.more', { count: places.length })}
        </Button>
      ) : null}
      {places !== undefined && places.length > 0 && places.every(({ words }) => words === null) ? (
        <p className="lp-dk-part-note">
          {t('strip.noPrice')}{' '}
          <a href={hrefOf({ screen: 'settings', section: 'tariffs' })}>{t('strip.setPrice')}</a>
        </p>
      ) : null}
    </StripPart>
  )
}
