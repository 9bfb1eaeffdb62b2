import { useDebouncedValue } from '@mantine/hooks'
import { useDeferredValue, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { startOfSlot } from '../../../../shared/domain/demand/slots.ts'
import { useLocale } from '../../../i18n/locale.ts'
import { useConnection } from '../../../live/use-live.ts'
import { hrefOf } from '../../../navigation/use-route.ts'
import { keptAxis } from '../axis/axis.ts'
import { NowLine } from '../axis/now-line.tsx'
import { TimelineGround } from '../timeline-ground.tsx'
import { layerX } from '../axis/time-window.ts'
import { useLayers } from '../use-layers.ts'
import { usePanZoom } from '../use-pan-zoom.ts'
import { useTimelineView } from '../view-store.ts'
import { Crosshair } from './crosshair.tsx'
import { powerScale } from './kilowatts.ts'
import { LineLabels } from './line-labels.tsx'
import { useLoadWords } from './load-words.ts'
import { peakWithin } from './picture.ts'
import { useRestingRange } from './shown-range.ts'
import { StripDrawing } from './strip-drawing.tsx'
import { StripGhost, useGhostPeak, useHeldIn } from './strip-ghost.tsx'
import { StripEdge } from './strip-edge.tsx'
import { StripHead } from './strip-head.tsx'
import { useStripHeight } from './strip-height.ts'
import { useLookedAt } from './use-looked-at.ts'
import { type ShownLoad, useLoadPicture } from './use-picture.ts'
import './load-strip.css'
import './strip-drawing.css'

const RESTED_MS = 120

/** The load of the site under the rows, on their time: it moves and zooms with them. */
export function LoadStrip() {
  // While it is zoomed its layer is stretched; it is drawn anew once that rests, so that the bars have the frames.
  const [rested] = useDebouncedValue(
    useTimelineView((view) => view.window),
    RESTED_MS,
    { leading: true },
  )
  const window = useDeferredValue(rested)
  const load = useLoadPicture(window)
  return load === null ? null : <Strip load={load} window={window} />
}

function Strip({ load, window }: { load: ShownLoad; window: Parameters<typeof layerX>[0] }) {
  const { t } = useTranslation('timeline')
  const root = useRef<HTMLElement>(null)
  const { heightPx, open } = useStripHeight()
  const range = useRestingRange()
  const stale = useConnection().state === 'lost'
  const timeZone = useLocale((locale) => locale.timeZone)
  const words = useLoadWords()
  const { slot, ...looks } = useLookedAt()
  const axis = keptAxis(window, timeZone)
  useLayers(root, window)
  usePanZoom(root)

  const { picture, nowW } = load
  const heldPeakW = useGhostPeak(picture)
  const heldW = useHeldIn(picture, slot)
  const shownW = useMemo(() => highestOf(picture, nowW), [picture, nowW])
  const highestW = Math.max(shownW, heldPeakW)
  const scale = useMemo(() => powerScale(highestW, heightPx), [highestW, heightPx])
  const peak = useMemo(() => peakWithin(picture, range.from, range.until), [picture, range])
  const summary = useMemo(() => words.summary(picture, range, nowW), [words, picture, range, nowW])
  const limited = picture.limitW.some((limit) => limit !== null)
  const told = slot === null ? null : words.slot(picture, slot, heldW)
  return (
    <section className="lp-strip" ref={root} aria-label={t('strip.label')} data-open={open}>
      {open ? <StripEdge heightPx={heightPx} /> : null}
      <div className="lp-strip-body" style={open ? { height: heightPx } : undefined}>
        <StripHead
          nowW={nowW}
          peakW={peak?.powerW ?? null}
          scale={scale}
          open={open}
          stale={stale}
        />
        {open ? (
          <div
            className="lp-load-track"
            data-pan
            role="slider"
            tabIndex={0}
            aria-label={t('strip.look')}
            aria-valuemin={range.from}
            aria-valuemax={range.until}
            aria-valuenow={slot === null ? load.now : startOfSlot(slot)}
            aria-valuetext={told?.whole ?? summary}
            {...looks}
          >
            <div className="lp-tl-layer" data-layer style={{ width: layerX(window, window.until) }}>
              <TimelineGround axis={axis} window={window} />
              <StripDrawing picture={picture} window={window} scale={scale} />
              <StripGhost picture={picture} window={window} scale={scale} />
              <NowLine window={window} />
            </div>
            <LineLabels picture={picture} scale={scale} />
            {slot === null || told === null ? null : <Crosshair slot={slot} words={told} />}
          </div>
        ) : null}
      </div>
      <p className="lp-load-summary">{summary}</p>
      {open && !limited ? (
        <div className="lp-load-note">
          {t('strip.noLimit')}{' '}
          <a href={hrefOf({ screen: 'settings', section: 'grid' })}>{t('strip.setLimit')}</a>
        </div>
      ) : null}
      {open && load.error !== null ? (
        <div className="lp-load-note" data-end role="status">
          {t('strip.unread')}{' '}
          <button type="button" onClick={load.reload}>
            {t('strip.again')}
          </button>
        </div>
      ) : null}
    </section>
  )
}

function highestOf(
  { measuredW, plannedW, limitW, proven }: ShownLoad['picture'],
  nowW: number,
): number {
  let highest = Math.max(nowW, proven?.powerW ?? 0)
  for (const line of [measuredW, plannedW, limitW])
    for (const powerW of line) if (powerW !== null && powerW > highest) highest = powerW
  return highest
}
