import { startOfSlot } from '../../../../shared/domain/demand/slots.ts'
import { toX } from '../axis/scale.ts'
import { useTimelineView } from '../view-store.ts'
import type { SlotWords } from './load-words.ts'

const CARD_PX = 208

/** A line through the slot that is looked at, and all its values in words beside it. */
export function Crosshair({ slot, words }: { slot: number; words: SlotWords }) {
  const x = useTimelineView(({ scale }) => Math.round(toX(scale, startOfSlot(slot))))
  const slotPx = useTimelineView(({ scale }) =>
    Math.round(toX(scale, startOfSlot(slot + 1)) - toX(scale, startOfSlot(slot))),
  )
  const widthPx = useTimelineView((view) => view.widthPx)
  if (x + slotPx < 0 || x > widthPx) return null
  const right = x + slotPx + 8
  const left = right + CARD_PX > widthPx ? x - CARD_PX - 8 : right
  return (
    <>
      <span className="lp-load-cross" style={{ left: x, width: Math.max(1, slotPx) }} />
      <div className="lp-load-card" aria-hidden="true" style={{ left, width: CARD_PX }}>
        <strong>{words.stretch}</strong>
        <dl>
          {words.lines.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  )
}
