import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskStay } from '../../../../shared/contract/desk-stay.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { tellAct } from '../../../live/last-act.ts'
import { newId } from '../../../live/new-id.ts'
import { useAct } from '../../../live/use-act.ts'
import { useClient } from '../../../live/use-live.ts'
import { useQuery } from '../../../live/use-query.ts'
import { navigate } from '../../../navigation/use-route.ts'
import { ErrorNote } from '../../../ui/frame/error-note.tsx'
import { PanelSkeleton } from '../../../ui/frame/skeletons.tsx'
import { Refused } from '../card/extend-part.tsx'
import type { DeskCard } from '../card/desk-card.ts'
import { showCard } from '../desk-store.ts'
import { samePlace } from '../strip/strip-form.ts'
import type { PlaceKey } from '../strip/strip-form.ts'
import { Tile } from '../strip/tile.tsx'
import { PlaceWords } from '../strip/place-words.tsx'
import { useCardNames, usePlaceName } from '../use-names.ts'

/** So many other connectors are offered; nobody carries a car across the yard. */
const MOST = 8

/** Lets a stay go on at another connector, with the rest of what it needs. */
export function MoveDialog({ card, onClose }: { card: DeskCard; onClose: () => void }) {
  const { t } = useTranslation(['desk', 'ui'])
  const hub = useClient()
  const format = useFormat()
  const placeName = usePlaceName()
  const { place, who } = useCardNames()(card)
  const [wanted, setWanted] = useState<PlaceKey | null>(null)
  const [id] = useState(newId)
  const choices = useQuery(`move:${card.id}`, (signal) => {
    const { vehicleId } = card.booking
    return hub.walkUp.choices(
      { limit: 0, ...(vehicleId === null ? {} : { vehicleId }) },
      { signal },
    )
  })
  const places = choices.data?.places
    .filter((one) => !one.isOffline && !samePlace(one, asPlace(card)))
    .slice(0, MOST)
  /** What is to be paid or handed back for the part that is over; its card says so too. */
  const dueWords = ({ due }: DeskStay): string => {
    if (due === null) return ''
    const money = (minor: number) => format.money(minor, due.currency)
    if (due.handBackMinor > 0)
      return t('move.back', { place, amount: money(due.handBackCoinsMinor) })
    return due.toPayMinor > 0 ? t('move.due', { place, amount: money(due.toPayMinor) }) : ''
  }
  const act = useAct(async (to: PlaceKey) => {
    const { from, to: there } = await hub.walkUp.move({ id: card.id, ...to, newId: id })
    tellAct(
      [t('move.said', { who, place: placeName(to) }), dueWords(from)].filter(Boolean).join(' · '),
    )
    onClose()
    showCard(there.booking.id)
    navigate({ screen: 'desk', open: there.booking.id })
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('move.title', { who })}
      size={640}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <div className="lp-dk-move">
        <p>{t('move.text')}</p>
        <div className="lp-dk-tiles" role="radiogroup" aria-label={t('strip.where')}>
          {places?.map((one, index) => (
            <Tile
              key={`${one.stationId}/${one.connectorId}`}
              isChosen={samePlace(one, wanted)}
              isFirstStop={wanted === null ? index === 0 : samePlace(one, wanted)}
              digit={null}
              onChoose={() => setWanted({ stationId: one.stationId, connectorId: one.connectorId })}
            >
              <strong>{placeName(one)}</strong>
              <PlaceWords place={one} />
            </Tile>
          ))}
        </div>
        {choices.state === 'loading' ? <PanelSkeleton height={120} /> : null}
        {places?.length === 0 ? <p className="lp-soft">{t('move.none')}</p> : null}
        <ErrorNote error={choices.error} onRetry={choices.reload} />
        <Refused error={act.error} />
        <div className="lp-confirm-buttons">
          <Button variant="default" size="md" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button
            size="md"
            loading={act.busy}
            disabled={wanted === null}
            onClick={() => (wanted === null ? undefined : void act.run(wanted))}
          >
            {wanted === null ? t('act.move') : t('move.act', { place: placeName(wanted) })}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

function asPlace({ booking }: DeskCard): PlaceKey | null {
  const { stationId, connectorId } = booking
  return stationId === null || connectorId === null ? null : { stationId, connectorId }
}
