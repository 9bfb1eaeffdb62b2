import { Button } from '@mantine/core'
import { IconChargingPile, IconPlus } from '@tabler/icons-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HOUR, MINUTE } from '../../../shared/time/instant.ts'
import { useMay } from '../../live/session-store.ts'
import { hrefOf, navigate } from '../../navigation/use-route.ts'
import { useHeldBack } from '../../session/needs.tsx'
import { EmptyState } from '../../ui/frame/empty-state.tsx'
import { ErrorNote } from '../../ui/frame/error-note.tsx'
import { ImportLink } from '../../ui/frame/import-link.tsx'
import { Screen } from '../../ui/frame/screen.tsx'
import { OnlineLink } from '../../visit/online-link.tsx'
import { BookingInspector } from './inspector/booking-inspector.tsx'
import { AskedDialogs } from './form/asked-dialogs.tsx'
import { BookingFormInspector } from './form/booking-form-inspector.tsx'
import { answered, answeredUnlessEdited, ask, askForNew, useAsked } from './form/form-store.ts'
import { HeldBar } from './gesture/held-bar.tsx'
import { snapped } from './gesture/hand.ts'
import { useDrop } from './gesture/use-gestures.ts'
import { bookingFinder, nextHit } from './rows/find.ts'
import { FindInspector } from './offers/find-inspector.tsx'
import { LoadStrip } from './load-strip/load-strip.tsx'
import { PrintTable } from './print-table.tsx'
import { TimelineGrid } from './timeline-grid.tsx'
import { TimelineToolbar } from './timeline-toolbar.tsx'
import { Tray } from './tray.tsx'
import { useTimelineData } from './use-timeline-data.ts'
import type { TimelineData } from './use-timeline-data.ts'
import { showEveryRow, useTimelineView } from './view-store.ts'

/** The bookings of the site over time, a row a connector. `open` is the booking the inspector shows. */
export function TimelineScreen({ open }: { open: string | null }) {
  const { t } = useTranslation(['timeline', 'booking', 'recurring', 'offer'])
  const data = useTimelineData()
  const [printing, setPrinting] = useState(false)
  const { found, hits } = useHits(data)
  const onOpen = useCallback((id: string) => {
    answeredUnlessEdited()
    navigate({ screen: 'timeline', open: id })
  }, [])
  const onClose = useCallback(() => navigate({ screen: 'timeline' }), [])
  const asked = useAsked((store) => store.asked)
  const onDrop = useDrop()
  const saved = (bookingId: string) => {
    answered()
    onOpen(bookingId)
  }
  // What was asked for on the screen one has left is asked no more.
  useEffect(() => answered, [])
  const printed = useCallback(() => setPrinting(false), [])
  const print = useCallback(() => setPrinting(true), [])
  const walkHits = useCallback(
    (step: 1 | -1) => {
      const next = nextHit(found ?? [], open, Date.now(), step)
      if (next !== undefined) onOpen(next.id)
    },
    [found, open, onOpen],
  )

  const heldBack = useHeldBack('plan')
  const mayImport = useMay('operate')
  if (data.places.length === 0) return <NoPlaces />
  return (
    <Screen
      title={t('title')}
      summary={<Summary data={data} />}
      actions={
        <>
          <Button component="a" variant="default" href={hrefOf({ screen: 'recurring' })}>
            {t('recurring:title')}
          </Button>
          <OnlineLink />
          {mayImport ? <ImportLink href={hrefOf({ screen: 'import', kind: 'booking' })} /> : null}
          {asked?.kind === 'find' ? null : (
            <Button
              variant="default"
              {...heldBack}
              onClick={() => ask({ kind: 'find', booking: null })}
            >
              {t('offer:title')}
            </Button>
          )}
          {asked?.kind === 'form' || asked?.kind === 'find' ? null : (
            <Button
              leftSection={<IconPlus size={16} aria-hidden="true" />}
              {...heldBack}
              onClick={() => askForNew(nextStay())}
            >
              {t('booking:act.new')}
            </Button>
          )}
        </>
      }
      toolbar={
        <TimelineToolbar
          places={data.places}
          hits={found === null ? null : found.length}
          onHit={walkHits}
          onPrint={print}
        />
      }
      inspector={
        asked?.kind === 'form' ? (
          <BookingFormInspector
            key={asked.booking?.id ?? asked.initial.arrives}
            booking={asked.booking}
            initial={asked.initial}
            onClose={answered}
            onSaved={saved}
          />
        ) : asked?.kind === 'find' ? (
          <FindInspector
            key={asked.booking?.id ?? 'new'}
            booking={asked.booking}
            onClose={answered}
            onBooked={saved}
          />
        ) : open === null ? null : (
          <BookingInspector key={open} bookingId={open} data={data} onClose={onClose} />
        )
      }
    >
      <ErrorNote error={data.olderError} onRetry={data.reloadOlder} />
      {data.rows.length === 0 ? (
        <EmptyState
          title={t('noRows.title')}
          action={
            <Button variant="default" onClick={showEveryRow}>
              {t('filter.clear')}
            </Button>
          }
        >
          {t('noRows.text', { count: data.places.length })}
        </EmptyState>
      ) : (
        <>
          <TimelineGrid data={data} openId={open} hits={hits} onOpen={onOpen} onClose={onClose} />
          <LoadStrip />
        </>
      )}
      {data.bookings.size === 0 ? (
        <div className="lp-tl-hint" role="status">
          <strong>{t('noBookings.title')}</strong> {t('noBookings.text')}
        </div>
      ) : null}
      <Tray
        bookings={data.index.unplaced}
        modelOf={data.modelOf}
        openId={open}
        hits={hits}
        onOpen={onOpen}
      />
      <HeldBar onDrop={onDrop} />
      <AskedDialogs />
      {printing ? <PrintTable data={data} onDone={printed} /> : null}
    </Screen>
  )
}

/** What is proposed for a new booking: two hours from the next step of the clock on. */
function nextStay(): { arrivesAt: number; departsAt: number } {
  const arrivesAt = snapped(Date.now() + SOON_MS)
  return { arrivesAt, departsAt: arrivesAt + 2 * HOUR }
}

const SOON_MS = 10 * MINUTE

function useHits(data: TimelineData) {
  const { t } = useTranslation('timeline')
  const typed = useTimelineView((view) => view.find)
  const { bookings, modelOf, placeOf } = data
  const [findBookings] = useState(bookingFinder)
  // Reading the models of thousands of bookings is worth doing only when somebody has typed.
  return useMemo(() => {
    if (typed.trim() === '') return { found: null, hits: null }
    const found = findBookings(bookings.values(), typed, (booking) => {
      const { plate, customer, vehicle } = modelOf(booking)
      return {
        words: [plate, customer, vehicle, booking.overbooked === null ? '' : t('find.overbooked')],
        stationName: placeOf(booking)?.station.name ?? '',
      }
    })
    return { found, hits: new Set(found.map(({ id }) => id)) }
  }, [findBookings, typed, bookings, modelOf, placeOf, t])
}

function Summary({ data }: { data: TimelineData }) {
  const { t } = useTranslation('timeline')
  const charging = data.places.filter(({ state }) => state === 'charging').length
  const free = data.places.filter(({ state }) => state === 'free').length
  return (
    <>
      {t('summary.connectors', { count: data.places.length })} ·{' '}
      {t('summary.charging', { count: charging })} · {t('summary.free', { count: free })}
    </>
  )
}

function NoPlaces() {
  const { t } = useTranslation('timeline')
  const mayConnect = useMay('operate')
  return (
    <Screen title={t('title')}>
      <EmptyState
        icon={<IconChargingPile size={40} stroke={1.3} />}
        title={t('noPlaces.title')}
        action={
          mayConnect ? (
            <Button component="a" href={hrefOf({ screen: 'adoption' })}>
              {t('noPlaces.act')}
            </Button>
          ) : null
        }
      >
        {t('noPlaces.text')}
      </EmptyState>
    </Screen>
  )
}
