import { memo } from 'react'
import { lookOfBill } from '../../../payment/money-look.ts'
import { MoneyGlyph } from '../../../payment/money-mark.tsx'
import { heldUntilOf } from '../../../visit/held-until.ts'
import { PhoneMark } from '../../../visit/phone-mark.tsx'
import type { PayState } from '../../../payment/pay-state.ts'
import type { BarModel } from './bar.ts'
import { BarPlan } from './bar-plan.tsx'
import { partsThatFit } from './bar-label.ts'
import type { Lane } from './lanes.ts'
import { ROW_HEIGHT } from '../rows/rows.ts'
import { isOverbooked } from './use-bar-words.ts'
import type { BarWords } from './use-bar-words.ts'

/** The room a label has to leave at both ends of its bar, px. */
const EDGES = 16
/** A bar narrower than this saves on its margins, px. */
const TIGHT_PX = 76
const TIGHT_EDGES = 8
const GLYPH = 18
/** A text that comes so near to its room may be wider than was reckoned, px. */
const CLOSE_PX = 8
/** The plan of a bar that is narrower than this can't be told, px. */
const LEAST_FOR_PLAN_PX = 120
/** Above and below a bar, px. */
const AIR = 4

/** What of money is worth a glyph: what is settled, held or owed; not that nothing is asked for yet. */
const shownOnBars: ReadonlySet<PayState> = new Set([
  'unpaid',
  'held',
  'partPaid',
  'paid',
  'refunded',
])

type Props = {
  bar: BarModel
  lane: Lane
  x: number
  width: number
  rowHeight: number
  /** The name of its row. */
  place: string
  words: BarWords
  /** How its bill is paid; null where it has none. */
  paid: PayState | null
  selected: boolean
  open: boolean
  /** Something is looked for: whether this is it. */
  found: boolean | null
  tabbable: boolean
}

/** One booking on its row. What pointer and keys do with it is told by the grid, by `data-booking`. */
export const BarButton = memo(function BarButton(props: Props) {
  const { bar, lane, x, width } = props
  const { top, height } = boxOf(lane, props.rowHeight)
  const conflict = lane.of > 1
  const overstay =
    bar.overstayFrom === null ? null : (bar.until - bar.overstayFrom) / (bar.until - bar.from)
  const { parts, partsPx } = props.words.label(bar)
  const overbooked = isOverbooked(bar)
  const money = props.paid !== null && shownOnBars.has(props.paid) ? props.paid : null
  const warnings = (bar.atRisk ? 1 : 0) + (conflict ? 1 : 0) + (overbooked ? 1 : 0)
  const { visit } = bar
  const marks = warnings + (money === null ? 0 : 1) + (visit === null ? 0 : 1)
  const tight = width < TIGHT_PX
  const room = width - (tight ? TIGHT_EDGES : EDGES) - marks * GLYPH
  const count = partsThatFit(partsPx, room)
  const cut = count === 1 && (partsPx[0] ?? 0) > room - CLOSE_PX
  return (
    <button
      type="button"
      className="lp-tl-bar lp-sticky"
      data-booking={bar.id}
      data-look={bar.look}
      data-family={bar.family}
      data-flexible={bar.slackUntil !== null || undefined}
      data-risk={bar.atRisk || undefined}
      data-overbooked={overbooked || undefined}
      data-held={(visit !== null && heldUntilOf(visit) !== null) || undefined}
      data-low={height < 24 || undefined}
      data-tight={tight || undefined}
      data-selected={props.selected || undefined}
      data-open={props.open || undefined}
      data-found={props.found ?? undefined}
      data-x={x}
      data-width={width}
      aria-label={props.words.name(bar, props.place, conflict, props.paid)}
      aria-pressed={props.selected}
      tabIndex={props.tabbable ? 0 : -1}
      style={{ left: x, width: Math.max(2, width - 1), top, height }}
    >
      {bar.share === null || bar.family === 'past' ? null : (
        <span className="lp-tl-bar-fill" style={{ width: `${bar.share * 100}%` }} />
      )}
      {bar.missedUntil === null ? null : (
        <span
          className="lp-tl-bar-missed"
          style={{ width: `${((bar.missedUntil - bar.from) / (bar.until - bar.from)) * 100}%` }}
        />
      )}
      {overstay === null ? null : (
        <span className="lp-tl-bar-over" style={{ width: `${overstay * 100}%` }} />
      )}
      {bar.plan === null || width < LEAST_FOR_PLAN_PX ? null : (
        <BarPlan bar={bar} powers={bar.plan.powers} maxW={bar.plan.maxW} />
      )}
      <span className="lp-tl-bar-label lp-sticky-label">
        {bar.atRisk && width > EDGES ? <RiskGlyph /> : null}
        {conflict && width > EDGES + marks * GLYPH ? <ConflictGlyph /> : null}
        {overbooked && width > EDGES + marks * GLYPH ? <OverbookedGlyph /> : null}
        {money !== null && width > EDGES + marks * GLYPH ? (
          <MoneyGlyph look={lookOfBill(money)} size={12} />
        ) : null}
        {visit !== null && width > EDGES + marks * GLYPH ? <PhoneMark /> : null}
        {parts.slice(0, count).map((part, index) => (
          <span
            key={index}
            className="lp-tl-bar-part"
            data-part={index}
            data-cut={cut || undefined}
          >
            {part}
          </span>
        ))}
      </span>
    </button>
  )
})

/** Where in its row a bar of a lane lies, px. */
export function boxOf(lane: Lane, rowHeight: number): { top: number; height: number } {
  if (lane.of === 1) {
    const height = ROW_HEIGHT - 2 * AIR
    return { top: Math.round((rowHeight - height) / 2), height }
  }
  const each = (rowHeight - AIR) / lane.of
  return { top: Math.round(AIR / 2 + lane.lane * each), height: Math.floor(each) - 1 }
}

function RiskGlyph() {
  return (
    <svg className="lp-tl-bar-glyph" viewBox="0 0 12 12" aria-hidden="true">
      <circle cx="6" cy="6" r="5" />
      <path d="M6 3.2V6l1.9 1.2" />
    </svg>
  )
}

/** A bar over its line: more than there is. */
function OverbookedGlyph() {
  return (
    <svg className="lp-tl-bar-glyph" viewBox="0 0 12 12" aria-hidden="true">
      <path d="M1 6h10M3 11V2.5h6V11" />
    </svg>
  )
}

function ConflictGlyph() {
  return (
    <svg className="lp-tl-bar-glyph" viewBox="0 0 12 12" aria-hidden="true">
      <rect x="1" y="1" width="7" height="7" rx="1" />
      <rect x="4" y="4" width="7" height="7" rx="1" />
    </svg>
  )
}
