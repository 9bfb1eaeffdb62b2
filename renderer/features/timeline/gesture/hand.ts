import { create } from 'zustand'
import type { BookingCommand } from '../../../../shared/domain/booking/command.ts'
import type { Alternative, BookingRefusal } from '../../../../shared/domain/booking/refusal.ts'
import { mayNow } from '../../../live/session-store.ts'
import { liveSurroundings } from '../../../live/surroundings.ts'
import { newId } from '../../../live/new-id.ts'
import { snapAt } from '../axis/scale.ts'
import { useTimelineView } from '../view-store.ts'
import { commandsOf, type Draft, draftsOf, type Grid, type Hold, type Target } from './hold.ts'
import type { LoadEffect } from '../../../live/judging.ts'
import { effectOf } from './load-effect.ts'
import { offerStartsOf, startsAround, stopOffering, useOffered } from './offered-store.ts'
import { onlyGrid, quickVerdictOn, type Verdict, verdictOn } from './verdict.ts'

/** How what is held is moved: along with a pressed pointer, by keys, or by a pointer that only points. */
export type Grip = 'drag' | 'keys' | 'pick'

/** What is held, where it would lie, and whether it may. */
export interface Held {
  readonly hold: Hold
  readonly grip: Grip
  readonly target: Target
  readonly drafts: readonly Draft[]
  readonly commands: readonly BookingCommand[]
  readonly verdict: Verdict
  /** What the load would become; null where that is not known or nothing changes. */
  readonly effect: LoadEffect | null
}

/** Something that was put down and could not stay, with where it would fit. */
export interface Rejected {
  readonly commands: readonly BookingCommand[]
  readonly plate: string
  readonly refusals: readonly BookingRefusal[]
  readonly alternatives: readonly Alternative[]
}

interface Hand {
  readonly held: Held | null
  readonly rejected: Rejected | null
  /** Where a suggestion that is pointed at would put it. */
  readonly suggested: Alternative | null
}

/** What this window has in the hand. */
export const useHand = create<Hand>(() => ({ held: null, rejected: null, suggested: null }))

/** The rows that something can be put on just now, and the clock it snaps to. Told by the timeline on screen. */
let stage: { placeKeys: readonly string[]; timeZone: string } = { placeKeys: [], timeZone: 'UTC' }

export function setStage(rows: typeof stage): void {
  stage = rows
}

/** The rows something can be put on, from top to bottom. */
export function stageRows(): readonly string[] {
  return stage.placeKeys
}

/** To the nearest step of the clock that was chosen. */
export function snapped(at: number): number {
  return snapAt(at, useTimelineView.getState().snap, stage.timeZone)
}

/** Takes something in the hand, where whoever is here may plan. */
export function take(hold: Hold, grip: Grip, target: Target): void {
  if (!mayNow('plan')) return
  keepHeld(heldAt(hold, grip, target))
  useHand.setState({ rejected: null, suggested: null })
  offerStarts()
}

/** Moves what is held. */
export function moveTo(target: Target): void {
  const { held } = useHand.getState()
  if (held === null) return
  if (held.target.at === target.at && held.target.placeKey === target.placeKey) return
  keepHeld(heldAt(held.hold, held.grip, target, held))
}

/** Holds it otherwise, such as a copy of it, in the same place. */
export function holdAs(hold: Hold): void {
  const { held } = useHand.getState()
  if (held !== null) keepHeld(heldAt(hold, held.grip, held.target))
}

/** Lets go of what is held; nothing has happened. */
export function letGo(): void {
  keepHeld(null)
}

/** Takes what is held out of the hand, to be put down, judged by how things stand at this moment. */
export function putDown(): Held | null {
  const { held } = useHand.getState()
  if (held === null) return null
  keepHeld(null)
  return heldAt(held.hold, held.grip, held.target)
}

/** Shows why something could not stay where it was put. */
export function reject(rejected: Rejected): void {
  useHand.setState({ rejected, suggested: null })
}

export function dismiss(): void {
  useHand.setState({ rejected: null, suggested: null })
}

/** Shows where a suggestion would put it; null shows none. */
export function suggest(suggested: Alternative | null): void {
  useHand.setState({ suggested })
}

function heldAt(hold: Hold, grip: Grip, target: Target, before: Held | null = null): Held {
  const drafts = draftsOf(hold, target, gridOf(grip))
  // Between two steps of the clock nothing is another.
  if (before !== null && before.hold === hold && alike(before.drafts, drafts))
    return { ...before, target }
  const commands = commandsOf(hold, drafts, newId)
  const verdict = quickVerdictOn(commands, liveSurroundings())
  return { hold, grip, target, drafts, commands, verdict, effect: effectOf(verdict) }
}

function alike(before: readonly Draft[], drafts: readonly Draft[]): boolean {
  return (
    before.length === drafts.length &&
    drafts.every(({ booking, placement }, index) => {
      const known = before[index]
      return (
        known?.booking === booking &&
        known.placement.stationId === placement.stationId &&
        known.placement.connectorId === placement.connectorId &&
        known.placement.arrivesAt === placement.arrivesAt &&
        known.placement.departsAt === placement.departsAt
      )
    })
  )
}

/** So long the hand has to rest until it is worked out where else what it holds would fit, ms. */
const RESTS_MS = 90

let resting: ReturnType<typeof setTimeout> | undefined

/** Has that in the hand from now on; null lets go of it. */
function keepHeld(held: Held | null): void {
  const before = useHand.getState().held
  useHand.setState({ held })
  if (held === null) stopOffering()
  // What was worked out for the same drafts still holds.
  if (held !== null && before?.drafts === held.drafts) return
  clearTimeout(resting)
  if (held?.verdict.kind === 'refused') resting = setTimeout(lookAround, RESTS_MS)
}

/** Tells where else what is held would fit. */
function lookAround(): void {
  const { held } = useHand.getState()
  if (held?.verdict.kind !== 'refused') return
  const { starts } = useOffered.getState()
  const quick = onlyGrid(held.verdict.refusals) && starts !== null && starts.size > 0
  const verdict = verdictOn(held.commands, liveSurroundings(), (wish) =>
    quick ? starts : startsAround(wish),
  )
  useHand.setState({ held: { ...held, verdict } })
}

/** Looks for where a single booking that is moved could begin; others have no one length or no promise. */
function offerStarts(): void {
  const hold = useHand.getState().held?.hold
  if (hold?.kind !== 'move' || hold.bookings.length !== 1) return
  offerStartsOf(hold.grabbed)
}

/** Keys move by steps of their own, from wherever something lies; a pointer snaps to the clock. */
function gridOf(grip: Grip): Grid {
  return { placeKeys: stage.placeKeys, snap: grip === 'keys' ? (at) => at : snapped }
}
