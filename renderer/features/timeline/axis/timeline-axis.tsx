import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/use-format.ts'
import type { Axis, Era } from './axis.ts'
import { layerX } from './time-window.ts'
import type { TimeWindow } from './time-window.ts'
import { useDayWords } from './use-day-words.ts'
import type { DayWords } from './use-day-words.ts'

/** The two lines above the rows: days over clock times, or weeks over days. */
export const TimelineAxis = memo(function TimelineAxis({
  axis,
  window,
}: {
  axis: Axis
  window: TimeWindow
}) {
  const { t } = useTranslation('timeline')
  const format = useFormat()
  const days = useDayWords()
  return (
    <>
      {axis.eras.map((era) => {
        const x = layerX(window, era.from)
        const width = layerX(window, era.until) - x
        return (
          <div
            key={era.from}
            className="lp-tl-era lp-sticky"
            data-x={x}
            data-width={width}
            style={{ left: x, width }}
          >
            <span className="lp-sticky-label">
              {eraWords(era, width, days, (week) => t('week', { week }))}
            </span>
          </div>
        )
      })}
      {axis.tickKind === 'clock'
        ? axis.ticks.map((at) => (
            <span key={at} className="lp-tl-tick" style={{ left: layerX(window, at) }}>
              {format.clock(at)}
            </span>
          ))
        : axis.days.map(({ from, until, weekend }) => {
            const x = layerX(window, from)
            const width = layerX(window, until) - x
            return (
              <span
                key={from}
                className="lp-tl-daytick"
                data-weekend={weekend || undefined}
                style={{ left: x, width }}
              >
                {width < 34 ? days.brief(from).replace(/\D+/gu, '') : days.brief(from)}
              </span>
            )
          })}
    </>
  )
})

function eraWords(
  era: Era,
  width: number,
  days: DayWords,
  weekWords: (week: number) => string,
): string {
  if (era.kind === 'day') return width > 220 ? days.long(era.from) : days.short(era.from)
  const week = era.week === null ? '' : weekWords(era.week)
  return width > 240 ? `${week} · ${days.month(era.from)}` : week
}
