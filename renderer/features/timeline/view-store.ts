import { create } from 'zustand'
import { DAY, HOUR } from '../../../shared/time/instant.ts'
import type { Instant } from '../../../shared/time/instant.ts'
import { keep, readKept } from './kept.ts'
import { acceptFilter, everyRow } from './rows/row-filter.ts'
import type { RowFilter } from './rows/row-filter.ts'
import { acceptViews, acceptWords, withView } from './saved-view.ts'
import type { SavedView } from './saved-view.ts'
import { fitRange, ofWidth, panBy, snapSteps, zoomAround } from './axis/scale.ts'
import type { SnapStep, TimeScale } from './axis/scale.ts'
import { windowFor } from './axis/time-window.ts'
import type { TimeWindow } from './axis/time-window.ts'

/** How the timeline stands; it is found again as it was left when one comes back to it. */
interface TimelineView {
  readonly scale: TimeScale
  /** What the rows are wide, without their heads, px; 0 until it has been measured. */
  readonly widthPx: number
  /** What of the time is in the document. */
  readonly window: TimeWindow
  readonly scrollTop: number
  readonly selected: ReadonlySet<string>
  /** The bar the keys stand on. */
  readonly focusedId: string | null
  readonly snap: SnapStep
  readonly filter: RowFilter
  readonly collapsed: ReadonlySet<string>
  readonly views: readonly SavedView[]
  readonly find: string
}

const BEFORE_NOW = 0.15
const start = fitRange(Date.now() - BEFORE_NOW * DAY, Date.now() + (1 - BEFORE_NOW) * DAY, 1_000)

export const useTimelineView = create<TimelineView>(() => ({
  scale: start,
  widthPx: 0,
  window: windowFor(start, 1_000, null),
  scrollTop: 0,
  selected: new Set(),
  focusedId: null,
  snap: readKept('snap', (stored) => snapSteps.find((step) => step === stored)) ?? 15,
  filter: readKept('filter', acceptFilter) ?? everyRow,
  collapsed: new Set(readKept('collapsed', acceptWords)),
  views: readKept('views', acceptViews) ?? [],
  find: '',
}))

const view = () => useTimelineView.getState()

/** The stretch of time on screen just now. */
export function shownRange(): { from: Instant; until: Instant } {
  const { scale, widthPx } = view()
  return { from: scale.originAt, until: scale.originAt + widthPx * scale.msPerPx }
}

/** Shows the time so; what is drawn changes only when it runs out or the zoom did. */
export function showScale(scale: TimeScale, passing = false): void {
  const { widthPx, window } = view()
  useTimelineView.setState({ scale, window: windowFor(scale, widthPx || 1_000, window, passing) })
}

/** So long after the last step of a zoom all is drawn anew as it is to be, ms. */
const ZOOM_RESTS_MS = 90
let resting: ReturnType<typeof setTimeout> | undefined

/** Tells how wide the rows are. At first the same stretch of time fills them; later its left edge stays. */
export function measure(widthPx: number): void {
  const { widthPx: before, scale } = view()
  if (before === widthPx || widthPx === 0) return
  const from = scale.originAt
  useTimelineView.setState({ widthPx })
  showScale(
    before === 0 ? fitRange(from, from + 1_000 * scale.msPerPx, widthPx) : ofWidth(scale, widthPx),
  )
}

/** Moves the time by so many px; positive shows later times. */
export function pan(px: number): void {
  showScale(panBy(view().scale, px))
}

/** Draws the time `factor` times as wide around `x`, px from the left edge; around the middle when left out. */
export function zoom(factor: number, x = view().widthPx / 2): void {
  showScale(zoomAround(view().scale, x, factor, view().widthPx), true)
  clearTimeout(resting)
  resting = setTimeout(() => showScale(view().scale), ZOOM_RESTS_MS)
}

/** Shows so much time across, around where the middle is; the now line is kept in its place when it is in sight. */
export function showSpan(spanMs: number, now: Instant): void {
  const { scale, widthPx } = view()
  const until = scale.originAt + widthPx * scale.msPerPx
  const seen = now >= scale.originAt && now <= until
  const middle = (scale.originAt + until) / 2
  const from = seen ? now - BEFORE_NOW * spanMs : middle - spanMs / 2
  showScale(fitRange(from, from + spanMs, widthPx))
}

/** Shows now, near the left edge. */
export function showNow(now: Instant): void {
  const { scale, widthPx } = view()
  showScale({ ...scale, originAt: now - BEFORE_NOW * widthPx * scale.msPerPx })
}

/** Shows an instant at the left edge. */
export function showFrom(at: Instant): void {
  showScale({ ...view().scale, originAt: at })
}

/** Shows a stretch of time if it is out of sight; one that is longer than the view, its beginning. */
export function reveal(from: Instant, until: Instant): void {
  const { scale, widthPx } = view()
  const across = widthPx * scale.msPerPx
  const margin = across * 0.05
  if (until > scale.originAt + margin && from < scale.originAt + across - margin) return
  const spare = Math.max(across * 0.1, (across - (until - from)) / 2)
  showScale({ ...scale, originAt: from - Math.min(spare, across * 0.3) })
}

/** Shows exactly a stretch of time, with a little on both sides. */
export function showRange(from: Instant, until: Instant): void {
  const spare = Math.max(HOUR / 2, (until - from) * 0.1)
  showScale(fitRange(from - spare, until + spare, view().widthPx))
}

/** Chooses exactly these bookings. */
export function select(ids: Iterable<string>): void {
  useTimelineView.setState({ selected: new Set(ids) })
}

/** Adds a booking to those chosen, or takes it out again. */
export function toggle(id: string): void {
  const selected = new Set(view().selected)
  if (!selected.delete(id)) selected.add(id)
  useTimelineView.setState({ selected })
}

/** Lets the keys stand on a bar. */
export function standOn(id: string | null): void {
  if (view().focusedId !== id) useTimelineView.setState({ focusedId: id })
}

/** What times snap to from now on. */
export function chooseSnap(snap: SnapStep): void {
  keep('snap', snap)
  useTimelineView.setState({ snap })
}

/** Narrows the rows further, or less. */
export function narrow(change: Partial<RowFilter>): void {
  const filter = { ...view().filter, ...change }
  keep('filter', filter)
  useTimelineView.setState({ filter })
}

/** Shows every row again. */
export function showEveryRow(): void {
  narrow({ ...everyRow, cancelled: view().filter.cancelled })
}

/** Folds a zone, or unfolds it. */
export function fold(zone: string): void {
  const collapsed = new Set(view().collapsed)
  if (!collapsed.delete(zone)) collapsed.add(zone)
  keep('collapsed', [...collapsed])
  useTimelineView.setState({ collapsed })
}

/** What is looked for. */
export function find(text: string): void {
  useTimelineView.setState({ find: text })
}

/** Keeps how the timeline stands under a name. */
export function saveView(name: string): void {
  const { filter, collapsed, scale, widthPx } = view()
  const spanMs = scale.msPerPx * widthPx
  const views = withView(view().views, { name, filter, collapsed: [...collapsed], spanMs })
  keep('views', views)
  useTimelineView.setState({ views })
}

/** Forgets a saved view. */
export function deleteView(name: string): void {
  const views = view().views.filter((saved) => saved.name !== name)
  keep('views', views)
  useTimelineView.setState({ views })
}

/** Lets the timeline stand as a saved view says. */
export function showView(saved: SavedView, now: Instant): void {
  keep('filter', saved.filter)
  keep('collapsed', saved.collapsed)
  useTimelineView.setState({ filter: saved.filter, collapsed: new Set(saved.collapsed) })
  showSpan(saved.spanMs, now)
}
