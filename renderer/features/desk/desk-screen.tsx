import { Button } from '@mantine/core'
import { IconChargingPile, IconPlus } from '@tabler/icons-react'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { endedStates } from '../../../shared/domain/booking/states.ts'
import { plateKey } from '../../../shared/domain/vehicle/plate-key.ts'
import { useMay } from '../../live/session-store.ts'
import { useRows } from '../../live/use-live.ts'
import { FIND, NEW } from '../../navigation/route.ts'
import { hrefOf, navigate } from '../../navigation/use-route.ts'
import { EmptyState } from '../../ui/frame/empty-state.tsx'
import { OnlineLink } from '../../visit/online-link.tsx'
import { ActDialogs, cardById } from './act/act-dialogs.tsx'
import { DeskDialogs } from './act/desk-dialogs.tsx'
import type { DeskRights } from './card/card-acts.ts'
import type { DeskCards } from './card/card-keeper.ts'
import { DeskColumnView } from './card/desk-column.tsx'
import { deskColumns } from './card/desk-card.ts'
import { askAbout, closeStrip, openStrip, useDesk } from './desk-store.ts'
import { GoneInspector } from './detail/gone-inspector.tsx'
import { StayInspector } from './detail/stay-inspector.tsx'
import { DeskSearch } from './search/desk-search.tsx'
import type { EnterFacts } from './search/on-enter.ts'
import { WalkUpStrip } from './strip/walk-up-strip.tsx'
import { useDeskCards } from './use-desk-cards.ts'
import '../../ui/frame/screen.css'
import './desk.css'

/** The attendant's desk: one box that finds everything, walk-ups, and the cars that wait, charge and stand there. */
export function DeskScreen({ open }: { open: string | null }) {
  const { t } = useTranslation('desk')
  const cards = useDeskCards()
  const strip = useDesk((desk) => desk.strip)
  const foundId = useDesk((desk) => desk.found)
  const attend = useMay('attend')
  const money = useMay('seeMoney')
  const rights = useMemo((): DeskRights => ({ attend, money }), [attend, money])
  const stations = useRows('station')
  const isBare = stations.every(({ retiredAt }) => retiredAt !== null)
  const facts = useEnterFacts(cards)
  useWalkUpKey(attend && !isBare)
  useEffect(() => {
    if (open !== NEW && open !== FIND) return
    // Going back leads to the desk as it was, rather than into the strip or the box again.
    navigate({ screen: 'desk' }, { replace: true })
    if (open === FIND) document.querySelector<HTMLElement>('.lp-dk-search input')?.focus()
    else if (attend) openStrip()
  }, [open, attend])
  // Nothing that was asked or half put together outlives the screen.
  useEffect(
    () => () => {
      askAbout(null)
      closeStrip()
    },
    [],
  )
  const card = open === null ? undefined : cardById(cards, open)
  const close = () => navigate({ screen: 'desk' })
  if (isBare)
    return (
      <EmptyState
        icon={<IconChargingPile size={40} stroke={1.2} />}
        title={t('noStations.title')}
        action={
          <Button component="a" href={hrefOf({ screen: 'adoption' })}>
            {t('noStations.act')}
          </Button>
        }
      >
        {t('noStations.text')}
      </EmptyState>
    )
  return (
    <DeskDialogs>
      <div className="lp-screen lp-dk">
        <div className="lp-screen-main">
          <header className="lp-dk-top">
            <h1>{t('title')}</h1>
            <DeskSearch facts={facts} mayAttend={attend} />
            <OnlineLink className="lp-dk-online" />
            {attend ? (
              <Button
                className="lp-dk-new"
                leftSection={<IconPlus size={22} aria-hidden="true" />}
                rightSection={<kbd aria-hidden="true">N</kbd>}
                onClick={() => openStrip()}
              >
                {t('walkUp')}
              </Button>
            ) : null}
          </header>
          {attend ? null : <p className="lp-dk-nobody">{t('nobodyMay')}</p>}
          {strip === null || !attend ? null : (
            <WalkUpStrip key={`${strip.plate}/${strip.place?.stationId}`} wish={strip} />
          )}
          <div className="lp-dk-columns">
            {deskColumns.map((column) => (
              <DeskColumnView
                key={column}
                column={column}
                cards={cards[column]}
                openId={open}
                foundId={foundId}
                rights={rights}
              />
            ))}
          </div>
        </div>
        {card !== undefined ? (
          <StayInspector key={card.id} card={card} rights={rights} onClose={close} />
        ) : open !== null && open !== NEW && open !== FIND ? (
          <GoneInspector id={open} onClose={close} />
        ) : null}
        <ActDialogs cards={cards} />
      </div>
    </DeskDialogs>
  )
}

/** What the window knows by itself of what is typed: the plates of the cars that are here, and the connectors. */
function useEnterFacts(cards: DeskCards): EnterFacts {
  const stations = useRows('station')
  return useMemo(() => {
    const staysByPlate = new Map<string, string>()
    const shown = new Set<string>()
    for (const column of deskColumns)
      for (const { plate, id, booking } of cards[column]) {
        shown.add(id)
        if (plate !== '' && !endedStates.has(booking.state)) staysByPlate.set(plateKey(plate), id)
      }
    return { shown, staysByPlate, placeKeys: new Set(stations.map(({ name }) => plateKey(name))) }
  }, [cards, stations])
}

/** N takes a walk-up in, wherever on the desk one is, but in a field or a dialog. */
function useWalkUpKey(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.key.toLowerCase() !== 'n' || isBusy(event.target)) return
      event.preventDefault()
      openStrip()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [isOn])
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"]') !== null) return true
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
}
