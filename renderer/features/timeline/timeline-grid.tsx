import { useVirtualizer } from '@tanstack/react-virtual'
import { useDeferredValue, useEffect, useLayoutEffect, useRef } from 'react'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booking } from '../../../shared/domain/booking/booking.ts'
import { useLocale } from '../../i18n/locale.ts'
import { useConnection } from '../../live/use-live.ts'
import { inert } from '../../ui/mark/inert.ts'
import { keptAxis } from './axis/axis.ts'
import { MERGE_ABOVE } from './bar/density.ts'
import { HEAD_PX } from './geometry.ts'
import { Ghosts } from './gesture/ghost.tsx'
import { GhostWords } from './gesture/ghost-words.tsx'
import { useGestures } from './gesture/use-gestures.ts'
import { HoverCard } from './bar/hover-card.tsx'
import { within } from './bar/index-bars.ts'
import { NowLine, NowMark } from './axis/now-line.tsx'
import type { Place } from './rows/places.ts'
import { RowBars } from './bar/row-bars.tsx'
import { RowHead, ZoneHead } from './rows/row-head.tsx'
import { totalHeight } from './rows/rows.ts'
import type { TimelineRow } from './rows/rows.ts'
import { TimelineAxis } from './axis/timeline-axis.tsx'
import { TimelineGround } from './timeline-ground.tsx'
import { layerX } from './axis/time-window.ts'
import type { TimeWindow } from './axis/time-window.ts'
import { useBarWords } from './bar/use-bar-words.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { useLayers } from './use-layers.ts'
import { usePanZoom } from './use-pan-zoom.ts'
import { useReveal } from './use-reveal.ts'
import type { TimelineData } from './use-timeline-data.ts'
import { measure, select, shownRange, standOn, toggle, useTimelineView } from './view-store.ts'
import './timeline.css'
import './rows/row-heads.css'
import './bar/bars.css'
import './bar/bar-looks.css'
import './bar/bar-marks.css'

type Props = {
  data: TimelineData
  /** The booking the inspector shows. */
  openId: string | null
  hits: ReadonlySet<string> | null
  onOpen: (id: string) => void
  onClose: () => void
}

/** The rows, the axis and the bars: scrolled downwards by the browser, moved sideways by one transform. */
export function TimelineGrid({ data, openId, hits, onOpen, onClose }: Props) {
  const { t } = useTranslation('timeline')
  const root = useRef<HTMLDivElement>(null)
  // What is drawn may lag behind what is shown for a few frames: the layers are placed for it meanwhile.
  const window = useDeferredValue(useTimelineView((view) => view.window))
  const selected = useTimelineView((view) => view.selected)
  const focusedId = useTimelineView((view) => view.focusedId)
  const timeZone = useLocale((locale) => locale.timeZone)
  const stale = useConnection().state === 'lost'
  const words = useBarWords()
  const axis = keptAxis(window, timeZone)
  const { rows } = data
  const height = totalHeight(rows)
  const items = useVisibleRows(root, rows, height)
  useMeasured(root)
  useLayers(root, window)
  usePanZoom(root)
  useReveal(root, data, openId)
  const keys = useGridKeys(root, data, { onOpen, onClose })
  useGestures(root, data)

  const shown = items.flatMap((at) => rows[at] ?? [])
  const onRow = (row: TimelineRow) => data.index.rows.get(row.key)
  const counts = shown.map((row) => {
    const bookings = onRow(row)
    return bookings === undefined ? [] : within(bookings, window.from, window.until)
  })
  const merge = counts.reduce((sum, list) => sum + list.length, 0) > MERGE_ABOVE
  const tabId = tabStop(counts.flat(), focusedId)

  const click = (event: MouseEvent) => {
    const id = bookingUnder(event.target)
    if (id === null) {
      if (useTimelineView.getState().selected.size > 0) select([])
      return
    }
    standOn(id)
    if (event.ctrlKey || event.metaKey || event.shiftKey) toggle(id)
    else onOpen(id)
  }
  return (
    <div
      className="lp-tl"
      ref={root}
      role="region"
      aria-label={t('grid')}
      onKeyDown={keys}
      onClick={click}
      onFocus={(event) => standOn(bookingUnder(event.target) ?? focusedId)}
      onScroll={(event) => useTimelineView.setState({ scrollTop: event.currentTarget.scrollTop })}
    >
      <div className="lp-tl-axis" data-pan>
        <div className="lp-tl-corner">{t('corner', { count: data.places.length })}</div>
        <div className="lp-tl-axistrack">
          <div className="lp-tl-layer" data-layer>
            <TimelineAxis axis={axis} window={window} />
            <NowMark window={window} />
          </div>
        </div>
      </div>
      <div className="lp-tl-body" style={{ height }}>
        <div className="lp-tl-track" style={{ left: HEAD_PX }}>
          <div className="lp-tl-layer" data-layer style={{ width: layerX(window, window.until) }}>
            <TimelineGround axis={axis} window={window} />
            <NowLine window={window} />
            {shown.map((row) =>
              row.kind === 'zone' ? (
                <div
                  key={row.key}
                  className="lp-tl-zoneband"
                  style={{ transform: `translateY(${row.top}px)`, height: row.height }}
                />
              ) : (
                <RowBars
                  key={row.key}
                  bookings={onRow(row)}
                  lanes={data.lanesOn(row.key)}
                  window={window}
                  modelOf={data.modelOf}
                  paid={data.paid}
                  words={words}
                  top={row.top}
                  height={row.height}
                  name={placeName(row.place)}
                  state={row.place.state}
                  merge={merge}
                  selected={selected}
                  openId={openId}
                  hits={hits}
                  tabId={tabId}
                />
              ),
            )}
            <Ghosts rows={rows} window={window} />
          </div>
        </div>
        <div className="lp-tl-heads">
          {shown.map((row) =>
            row.kind === 'zone' ? (
              <ZoneHead key={row.key} row={row} />
            ) : (
              <RowHead
                key={row.key}
                place={row.place}
                first={row.first}
                top={row.top}
                height={row.height}
                stale={stale}
              />
            ),
          )}
        </div>
      </div>
      <GhostWords />
      <HoverCard root={root} data={data} words={words} window={window satisfies TimeWindow} />
    </div>
  )
}

/** The name of a connector: that of its station, and its number where there are several. */
export function placeName({ station, connector, of }: Place): string {
  const name = inert(station.name, 30).text
  return of > 1 ? `${name} · ${connector.connectorId}` : name
}

/** The indices of the rows in sight and a few more; the scroll position is found again as it was left. */
function useVisibleRows(
  root: React.RefObject<HTMLDivElement | null>,
  rows: readonly TimelineRow[],
  height: number,
): number[] {
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => root.current,
    estimateSize: (at) => rows[at]?.height ?? 0,
    overscan: 6,
    // Rows beyond the edge are there already, so a frame need not wait for new ones.
    useFlushSync: false,
    getItemKey: (at) => rows[at]?.key ?? at,
    initialOffset: () => useTimelineView.getState().scrollTop,
  })
  useEffect(() => virtual.measure(), [virtual, rows.length, height])
  return virtual.getVirtualItems().map(({ index }) => index)
}

/** Tells the view how wide the rows are, and lets the scroller stand where it stood. */
function useMeasured(root: React.RefObject<HTMLDivElement | null>): void {
  useLayoutEffect(() => {
    const element = root.current
    if (element === null) return
    element.scrollTo({ top: useTimelineView.getState().scrollTop })
    const tell = () => measure(Math.max(0, element.clientWidth - HEAD_PX))
    tell()
    const watch = new ResizeObserver(tell)
    watch.observe(element)
    return () => watch.disconnect()
  }, [root])
}

/** The one bar that Tab reaches: where the keys stood, or else the first in sight. */
function tabStop(bookings: readonly Booking[], focusedId: string | null): string | null {
  if (focusedId !== null && bookings.some(({ id }) => id === focusedId)) return focusedId
  const { from, until } = shownRange()
  const seen = bookings.find(({ arrivesAt, departsAt }) => arrivesAt < until && departsAt > from)
  return (seen ?? bookings[0])?.id ?? null
}

function bookingUnder(target: EventTarget): string | null {
  if (!(target instanceof Element)) return null
  return target.closest<HTMLElement>('[data-booking]')?.dataset['booking'] ?? null
}
