import { memo } from 'react'
import { startOfSlot } from '../../../../shared/domain/demand/slots.ts'
import { layerX, type TimeWindow } from '../axis/time-window.ts'
import { type PowerScale, yOf } from './kilowatts.ts'
import type { LoadPicture } from './picture.ts'
import { type Place, stepArea, stepLine } from './shapes.ts'

/** Planned, building, measured, limit and proven minimum, on the layer of a window. */
export const StripDrawing = memo(function StripDrawing({
  picture,
  window,
  scale,
}: {
  picture: LoadPicture
  window: TimeWindow
  scale: PowerScale
}) {
  const place = placeOn(picture.firstSlot, window, scale)
  const { proven, firstSlot } = picture
  return (
    <svg
      className="lp-load-drawing"
      width={layerX(window, window.until)}
      height={scale.heightPx}
      aria-hidden="true"
    >
      {scale.ticksW.map((powerW) => (
        <line
          key={powerW}
          className="lp-load-rule"
          x2="100%"
          y1={yOf(scale, powerW)}
          y2={yOf(scale, powerW)}
        />
      ))}
      <path className="lp-load-planned" d={stepArea(picture.plannedW, place)} />
      <path className="lp-load-measuredarea" d={stepArea(picture.measuredW, place)} />
      <path className="lp-load-base" d={stepArea(picture.baseW, place)} />
      <path className="lp-load-plannedline" d={stepLine(picture.plannedW, place)} />
      <path className="lp-load-measured" d={stepLine(picture.measuredW, place)} />
      {proven === null ? null : (
        <path
          className="lp-load-proven"
          d={`M${place.x(proven.fromSlot - firstSlot)} ${place.y(proven.powerW)}H${place.x(proven.untilSlot - firstSlot)}`}
        />
      )}
      <path className="lp-load-limit" d={stepLine(picture.limitW, place)} />
    </svg>
  )
})

/** Where slots counted from `firstSlot` and powers lie on the layer of a window, px. */
export function placeOn(firstSlot: number, window: TimeWindow, scale: PowerScale): Place {
  return {
    x: (index) => layerX(window, startOfSlot(firstSlot + index)),
    y: (powerW) => yOf(scale, powerW),
  }
}
