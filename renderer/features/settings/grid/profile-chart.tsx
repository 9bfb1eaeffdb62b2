import { useRef, useState } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { inWords } from '../../../i18n/format.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import { clockOfMinute } from '../../../ui/input/typed-clock.ts'
import { heldW, stepOf, topOf } from './profile.ts'

/** The 24 hours of a day as bars: each a slider for keys, all of them a surface to draw on. */
export function ProfileChart({
  label,
  hourlyW,
  hour,
  onHour,
  onLoad,
}: {
  label: string
  hourlyW: readonly number[]
  /** The hour that is looked at. */
  hour: number
  onHour: (hour: number) => void
  onLoad: (hour: number, loadW: number) => void
}) {
  const { t } = useTranslation('grid')
  const format = useFormat()
  const place = useRef<HTMLDivElement>(null)
  // While somebody draws, the scale stays under the hand.
  const [drawnTopW, setDrawnTopW] = useState<number | null>(null)
  const topW = drawnTopW ?? topOf(hourlyW)

  const draw = (event: PointerEvent, top: number) => {
    const box = place.current?.getBoundingClientRect()
    if (!box) return
    const at = Math.floor(((event.clientX - box.left) / box.width) * 24)
    const over = Math.min(23, Math.max(0, at))
    onHour(over)
    onLoad(over, heldW((box.bottom - event.clientY) / box.height, top))
  }
  const walk = (event: KeyboardEvent) => {
    const stepW = stepOf(topW)
    const changes: Record<string, number> = {
      ArrowUp: stepW,
      ArrowDown: -stepW,
      PageUp: 5 * stepW,
      PageDown: -5 * stepW,
    }
    const hours: Record<string, number> = {
      ArrowLeft: hour - 1,
      ArrowRight: hour + 1,
      Home: 0,
      End: 23,
    }
    const change = changes[event.key]
    const next = hours[event.key]
    if (change === undefined && next === undefined) return
    event.preventDefault()
    if (change !== undefined) {
      const loadW = (hourlyW[hour] ?? 0) + change
      onLoad(hour, Math.min(100_000_000, Math.max(0, Math.round(loadW / stepW) * stepW)))
    }
    if (next === undefined) return
    const to = Math.min(23, Math.max(0, next))
    onHour(to)
    const bar = place.current?.children[to]
    if (bar instanceof HTMLElement) bar.focus()
  }
  return (
    <div className="lp-profile-chart">
      <div className="lp-profile-scale" aria-hidden="true">
        <span>{inWords({ number: format.number(topW / 1_000), unit: 'kW' })}</span>
        <span>{format.number(topW / 2_000, topW % 2_000 === 0 ? 0 : 1)}</span>
        <span>0</span>
      </div>
      <div
        ref={place}
        className="lp-profile-bars"
        role="group"
        aria-label={label}
        onKeyDown={walk}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          setDrawnTopW(topW)
          draw(event, topW)
        }}
        onPointerMove={(event) => drawnTopW !== null && draw(event, drawnTopW)}
        onPointerUp={() => setDrawnTopW(null)}
        onPointerCancel={() => setDrawnTopW(null)}
      >
        {hourlyW.map((loadW, at) => (
          <div
            key={clockOfMinute(at * 60)}
            className="lp-profile-bar"
            role="slider"
            tabIndex={at === hour ? 0 : -1}
            aria-orientation="vertical"
            aria-label={t('building.hour', {
              from: clockOfMinute(at * 60),
              until: clockOfMinute(at * 60 + 60),
            })}
            aria-valuemin={0}
            aria-valuemax={topW}
            aria-valuenow={loadW}
            aria-valuetext={inWords(format.power(loadW))}
            data-chosen={at === hour || undefined}
            onFocus={() => at !== hour && onHour(at)}
          >
            <div style={{ height: `${Math.min(100, (loadW / topW) * 100)}%` }} />
          </div>
        ))}
      </div>
      <div className="lp-profile-clock" aria-hidden="true">
        {[0, 6, 12, 18, 24].map((at) => (
          <span key={at}>{clockOfMinute(at * 60)}</span>
        ))}
      </div>
    </div>
  )
}
