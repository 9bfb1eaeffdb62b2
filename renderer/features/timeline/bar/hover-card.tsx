import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/use-format.ts'
import { lookOfBill } from '../../../payment/money-look.ts'
import { MoneyMark } from '../../../payment/money-mark.tsx'
import type { PayState } from '../../../payment/pay-state.ts'
import { inert } from '../../../ui/mark/inert.ts'
import { useStretchWords } from '../../../ui/words/stretch-words.ts'
import type { BarModel } from './bar.ts'
import { barElement } from '../use-grid-keys.ts'
import type { TimeWindow } from '../axis/time-window.ts'
import { isOverbooked } from './use-bar-words.ts'
import type { BarWords } from './use-bar-words.ts'
import type { TimelineData } from '../use-timeline-data.ts'
import '../inspector/booking-details.css'

const SHOW_MS = 450
const HIDE_MS = 160
const CARD_PX = 272

/** What a bar is about, beside it, once pointer or focus has rested on it. Escape hides it; it never takes the focus. */
export function HoverCard({
  root,
  data,
  words,
  window: shown,
}: {
  root: RefObject<HTMLElement | null>
  data: TimelineData
  words: BarWords
  window: TimeWindow
}) {
  const [over, setOver] = useState<{ id: string; x: number } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    const element = root.current
    if (element === null) return
    const stop = new AbortController()
    const { signal } = stop
    const later = (next: { id: string; x: number } | null, ms: number) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => setOver(next), ms)
    }
    const rest = (target: EventTarget | null, x: number) => {
      if (!(target instanceof Element)) return
      const bar = target.closest<HTMLElement>('[data-booking]')
      const id = bar?.dataset['booking']
      later(id === undefined ? null : { id, x }, id === undefined ? HIDE_MS : SHOW_MS)
    }
    const hide = () => later(null, 0)
    element.addEventListener('pointerover', (event) => rest(event.target, event.clientX), {
      signal,
    })
    element.addEventListener('pointerleave', () => later(null, HIDE_MS), { signal })
    element.addEventListener('pointerdown', hide, { signal })
    element.addEventListener('wheel', hide, { signal, passive: true })
    element.addEventListener('keydown', hide, { signal })
    element.addEventListener(
      'focusin',
      (event) => {
        const target = event.target
        if (!(target instanceof HTMLElement) || !target.matches(':focus-visible')) return
        rest(target, target.getBoundingClientRect().left + 24)
      },
      { signal },
    )
    element.addEventListener('focusout', hide, { signal })
    return () => {
      stop.abort()
      clearTimeout(timer.current)
    }
  }, [root])
  useEffect(() => setOver(null), [shown])

  const booking = over === null ? undefined : data.bookings.get(over.id)
  const bar = over === null ? null : barElement(root.current, over.id)
  if (over === null || booking === undefined || bar === null) return null
  const box = bar.getBoundingClientRect()
  const left = Math.min(Math.max(8, over.x - 24), innerWidth - CARD_PX - 8)
  const below = box.bottom + 240 < innerHeight
  return createPortal(
    <div
      className="lp-hover"
      aria-hidden="true"
      // The card itself is a place to rest.
      onPointerEnter={() => clearTimeout(timer.current)}
      onPointerLeave={() => setOver(null)}
      style={{
        left,
        width: CARD_PX,
        ...(below ? { top: box.bottom + 4 } : { bottom: innerHeight - box.top + 4 }),
      }}
    >
      <CardWords
        bar={data.modelOf(booking)}
        words={words}
        paid={data.paid.get(booking.id) ?? null}
      />
    </div>,
    document.body,
  )
}

function CardWords({
  bar,
  words,
  paid,
}: {
  bar: BarModel
  words: BarWords
  paid: PayState | null
}) {
  const { t } = useTranslation(['timeline', 'payment', 'visit'])
  const format = useFormat()
  const stretchOf = useStretchWords()
  const { booking } = bar
  const energy = words.energy(bar)
  return (
    <>
      <div className="lp-hover-head">
        <strong>{words.who(bar)}</strong>
        <span data-family={bar.family} className="lp-family-text">
          {words.what(bar)}
        </span>
      </div>
      {bar.customer === '' || bar.plate === '' ? null : (
        <div className="lp-soft">{inert(bar.customer, 60).text}</div>
      )}
      <div className="lp-hover-time">
        {stretchOf(booking.arrivesAt, booking.departsAt)}
        <span className="lp-soft"> {format.duration(booking.departsAt - booking.arrivesAt)}</span>
      </div>
      {bar.slackUntil === null ? null : (
        <div className="lp-soft">{t('bar.slack', { until: format.clock(bar.slackUntil) })}</div>
      )}
      {energy === '' ? null : (
        <div className="lp-hover-energy">
          {bar.share === null ? null : (
            <span className="lp-meter" data-family={bar.family}>
              <span style={{ width: `${bar.share * 100}%` }} />
            </span>
          )}
          {energy}
        </div>
      )}
      {paid === null ? null : (
        <div>
          <MoneyMark look={lookOfBill(paid)} text={t(`payment:pay.${paid}`)} />
        </div>
      )}
      {bar.visit === null ? null : (
        <div>{t(bar.visit.kind === 'now' ? 'visit:mark.now' : 'visit:mark.booked')}</div>
      )}
      {bar.overstayFrom === null ? null : (
        <div>{t('bar.overstaySince', { since: format.clock(bar.overstayFrom) })}</div>
      )}
      {bar.atRisk ? <div className="lp-risk-text">{t('bar.atRisk')}</div> : null}
      {isOverbooked(bar) ? (
        <div className="lp-risk-text">
          {t('bar.overbookedWhy', { reason: inert(booking.overbooked ?? '', 80).text })}
        </div>
      ) : null}
      {booking.note === '' ? null : (
        <div className="lp-soft lp-hover-note">{inert(booking.note, 120).text}</div>
      )}
    </>
  )
}
